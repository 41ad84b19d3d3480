"""Reads paths of models as a JSON list on stdin; prints a list of verdicts: null where onnx.checker accepts, else its
words. The checks run in a child, as onnx may die of a model; the next child goes on after that one."""
import json
import os
import resource
import sys

from onnx import checker

MEMORY = 4 * 2**30
SECONDS = 10  # of processor time for all models of one child


def check(paths, out):
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    for path in paths:
        try:
            checker.check_model(path)
            verdict = None
        except Exception as error:
            verdict = f"{type(error).__name__}: {error}"[:500]
        out.write(json.dumps(verdict) + "\n")
        out.flush()


def in_child(paths):
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        with os.fdopen(writing, "w") as out:
            check(paths, out)
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as answers:
        verdicts = [json.loads(line) for line in answers]
    status = os.waitpid(child, 0)[1]
    if len(verdicts) < len(paths):
        verdicts.append(f"crash: signal {os.WTERMSIG(status)}")
    return verdicts


paths = json.load(sys.stdin)
verdicts = []
while len(verdicts) < len(paths):
    verdicts += in_child(paths[len(verdicts) :])
json.dump(verdicts, sys.stdout)
