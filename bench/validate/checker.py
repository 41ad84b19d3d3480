"""Times onnx.checker on one model; prints milliseconds and the growth of peak memory in MiB as JSON."""
import json
import resource
import sys
import time

import onnx


def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


before = peak()
began = time.perf_counter()
try:
    onnx.checker.check_model(sys.argv[1])
    outcome = "passed"
except Exception as error:
    outcome = str(error).splitlines()[0][:200]
print(
    json.dumps(
        {
            "milliseconds": (time.perf_counter() - began) * 1000,
            "mebibytes": peak() - before,
            "outcome": outcome,
            "version": f"onnx {onnx.__version__}, Python {sys.version.split()[0]}",
        }
    )
)
