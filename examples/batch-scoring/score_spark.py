"""Scores a table with an ONNX model on Spark, and writes what `onnx-gate evaluate --scores` reads.

spark-submit --files model.onnx score_spark.py s3://bucket/holdout s3://bucket/scores/candidate
"""

import os
import sys
from functools import lru_cache

FEATURES = ["price", "age", "clicks_7d"]
BATCH = 4096  # Part of the result: the scores of an int8 model depend on it.


@lru_cache(maxsize=1)
def session(path):
    """One session for each Python worker, not for each batch."""
    os.environ.setdefault("ORT_DISABLE_TELEMETRY", "1")
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1  # Spark gives a task one core.
    return onnxruntime.InferenceSession(path, options, providers=["CPUExecutionProvider"])


def score(frames, path="model.onnx"):
    """For `mapInPandas`: frames of holdout rows in, frames of the scores table out."""
    import numpy

    model = session(path)
    feed = model.get_inputs()[0].name
    output = model.get_outputs()[-1].name
    for frame in frames:
        features = frame[FEATURES].to_numpy(numpy.float32)
        parts = [
            model.run([output], {feed: features[start : start + BATCH]})[0]
            for start in range(0, len(features), BATCH)
        ]
        out = frame[["row_id", "label", "user_id"]].copy()
        scores = numpy.concatenate(parts) if parts else numpy.empty(0)
        out["score"] = scores.reshape(len(frame), -1)[:, -1].astype(numpy.float64)
        yield out


def main(source, target):
    from pyspark import SparkFiles
    from pyspark.sql import SparkSession

    spark = SparkSession.builder.getOrCreate()
    holdout = spark.read.parquet(source).select("row_id", "label", "user_id", *FEATURES)
    schema = "row_id long, label double, user_id string, score double"
    scored = holdout.mapInPandas(lambda frames: score(frames, SparkFiles.get("model.onnx")), schema)
    scored.write.mode("errorifexists").parquet(target)


if __name__ == "__main__":
    main(*sys.argv[1:3])
