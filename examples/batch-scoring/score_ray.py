"""Scores a table with an ONNX model on Ray Data, and writes what `onnx-gate evaluate --scores` reads.

python score_ray.py model.onnx s3://bucket/holdout s3://bucket/scores/candidate
"""

import os
import sys

FEATURES = ["price", "age", "clicks_7d"]
BATCH = 4096  # Part of the result: the scores of an int8 model depend on it.


class Scorer:
    """One session for each actor; called with columns as arrays."""

    def __init__(self, path):
        os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
        import onnxruntime

        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = 1
        self.model = onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])

    def __call__(self, batch):
        import numpy

        features = numpy.column_stack([batch[name] for name in FEATURES]).astype(numpy.float32)
        feed = self.model.get_inputs()[0].name
        output = self.model.get_outputs()[-1].name
        scores = self.model.run([output], {feed: features})[0]
        kept = {name: batch[name] for name in ("row_id", "label", "user_id")}
        return {**kept, "score": scores.reshape(len(features), -1)[:, -1].astype(numpy.float64)}


def main(model, source, target):
    import ray

    holdout = ray.data.read_parquet(source)
    scored = holdout.map_batches(
        Scorer, fn_constructor_args=(model,), batch_size=BATCH, batch_format="numpy", concurrency=(1, 8)
    )
    scored.write_parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:4])
