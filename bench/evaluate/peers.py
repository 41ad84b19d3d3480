"""What scikit-learn and numpy need for the work of bench/evaluate/run.ts.

A server on standard input and output: one JSON request a line, one JSON answer a line, so that both sides can take
turns in one run. {"load": folder, "rows": n} reads float64 little-endian arrays label, candidate, baseline;
{"time": name} runs one function once. Answers hold "wall" and "cpu" seconds, and "value".
"""
import json
import sys
import time

import numpy as np
import sklearn
from sklearn.metrics import ndcg_score, roc_auc_score

data = {}


def load(folder, rows):
    data.clear()
    for name in ("label", "candidate", "baseline", "group"):
        data[name] = np.fromfile(f"{folder}/{name}.f64", count=rows)
        data[name + "32"] = data[name].astype(np.uint8 if name == "label" else np.float32)


def sklearn_auc():
    return roc_auc_score(data["label"], data["candidate"])


def sklearn_auc_float32():
    return roc_auc_score(data["label32"], data["candidate32"])


def packed_auc():
    """The strongest numpy form: scores in [0, 1) leave the sign bit free for the label; one sort; ties by halves."""
    label, score = data["label32"], data["candidate32"]
    key = np.sort((score.view(np.uint32) << np.uint32(1)) | label)
    positive = (key & np.uint32(1)).astype(bool)
    at = np.flatnonzero(positive)
    value = key[at] & ~np.uint32(1)
    # Negatives sort before positives of the same score, so positions count those below and tied.
    below_and_tied = at - np.arange(len(at))
    first = np.flatnonzero(np.r_[True, value[1:] != value[:-1]])
    tied = np.zeros(len(at), np.int64)
    start = np.searchsorted(key, value[first], "left")
    tied[first] = at[first] - start
    tied = tied[np.repeat(first, np.diff(np.r_[first, len(at)]))]
    return float((below_and_tied - tied / 2).sum() / (len(at) * (len(key) - len(at))))


def midranks(x):
    order = np.argsort(x)
    z = x[order]
    starts = np.flatnonzero(np.r_[True, z[1:] != z[:-1]])
    ends = np.r_[starts[1:], len(z)]
    ranks = np.empty(len(z))
    ranks[order] = np.repeat((starts + ends + 1) / 2, ends - starts)
    return ranks


def delong():
    """Sun & Xu 2014: midranks of all rows and within each class."""
    positive = data["label32"] == 1
    m, n = int(positive.sum()), int((~positive).sum())
    areas, v10, v01 = [], [], []
    for name in ("candidate32", "baseline32"):
        x, y = data[name][positive], data[name][~positive]
        tz = midranks(np.r_[x, y])
        areas.append(tz[:m].sum() / m / n - (m + 1) / 2 / n)
        v10.append((tz[:m] - midranks(x)) / n)
        v01.append(1 - (tz[m:] - midranks(y)) / m)
    covariance = np.cov(np.vstack(v10)) / m + np.cov(np.vstack(v01)) / n
    variance = covariance[0, 0] + covariance[1, 1] - 2 * covariance[0, 1]
    return [areas[0] - areas[1], float(np.sqrt(variance))]


def sorted_arms():
    """Per model, once: the order, the positives' positions, and for each where its run of equal scores starts and ends."""
    arms = []
    for name in ("candidate32", "baseline32"):
        order = np.argsort(data[name])
        z = data[name][order]
        at = np.flatnonzero(data["label32"][order])
        start = np.searchsorted(z, z[at], "left")
        end = np.searchsorted(z, z[at], "right")
        arms.append((order, at, start, end, np.searchsorted(at, start), np.searchsorted(at, end)))
    return arms


def resampled_auc(arm, times):
    order, at, start, end, rank_start, rank_end = arm
    w = times[order]
    below = np.zeros(len(w) + 1, np.int32)
    np.cumsum(w, out=below[1:])
    won = w[at]
    wins = np.zeros(len(at) + 1, np.int32)
    np.cumsum(won, out=wins[1:])
    beaten = below[start] - wins[rank_start] + below[end] - wins[rank_end]
    return np.dot(beaten.astype(float), won) / 2 / (wins[-1] * float(below[-1] - wins[-1]))


POISSON = np.repeat(np.arange(9), [24109, 24109, 12055, 4018, 1005, 201, 33, 5, 1]).astype(np.uint8)


def bootstrap(draw, resamples):
    rng = np.random.default_rng(7)
    first, second = sorted_arms()
    n = len(data["label"])
    out = np.empty(resamples)
    for r in range(resamples):
        times = draw(rng, n)
        out[r] = resampled_auc(first, times) - resampled_auc(second, times)
    return float(out.std(ddof=1))


def by_table(rng, n):
    return POISSON[np.frombuffer(rng.bytes(2 * n), np.uint16)]


def by_multinomial(rng, n):
    return np.bincount(rng.integers(0, n, n, dtype=np.int32), minlength=n)


def bounds(group):
    return np.flatnonzero(np.r_[True, group[1:] != group[:-1], True])


def numpy_gauc():
    """One sort by user and score, then a loop over users with midranks by cumulative counts."""
    order = np.lexsort((data["candidate"], data["group"]))
    label, score, group = data["label"][order], data["candidate"][order], data["group"][order]
    edges = bounds(group)
    total = weight = 0.0
    for start, end in zip(edges[:-1], edges[1:]):
        y, s = label[start:end], score[start:end]
        m = y.sum()
        n = len(y) - m
        if m == 0 or n == 0:
            continue
        first = np.searchsorted(s, s, "left")
        last = np.searchsorted(s, s, "right")
        ranks = (first + last + 1) / 2
        total += len(y) * (ranks[y == 1].sum() - m * (m + 1) / 2) / (m * n)
        weight += len(y)
    return total / weight


def sklearn_gauc():
    order = np.argsort(data["group"], kind="stable")
    label, score, edges = data["label"][order], data["candidate"][order], bounds(data["group"][order])
    total = weight = 0.0
    for start, end in zip(edges[:-1], edges[1:]):
        y = label[start:end]
        if y.min() == y.max():
            continue
        total += len(y) * roc_auc_score(y, score[start:end])
        weight += len(y)
    return total / weight


def numpy_ndcg(top_gains):
    discounts = 1 / np.log2(np.arange(2, 12))
    edges, total, count = bounds(data["group"]), 0.0, 0
    for start, end in zip(edges[:-1], edges[1:]):
        y, s = data["label"][start:end], data["candidate"][start:end]
        ideal = np.sort(y)[::-1][:10]
        best = ideal @ discounts[: len(ideal)]
        if best == 0:
            continue
        top = top_gains(y, s, np.argsort(-s, kind="stable"))
        total += top @ discounts[: len(top)] / best
        count += 1
    return total / count


def in_order(y, _s, order):
    return y[order[:10]]


def tied_share(y, s, order):
    """As scikit-learn defines it: equal scores share their mean gain. Lists without such take the short way."""
    ordered = s[order]
    differs = ordered[1:] != ordered[:-1]
    if differs.all():
        return y[order[:10]]
    first = np.flatnonzero(np.r_[True, differs])
    sizes = np.diff(np.r_[first, len(y)])
    return np.repeat(np.add.reduceat(y[order], first) / sizes, sizes)[:10]


def sklearn_ndcg():
    """All lists are of one length, which is how scikit-learn is fastest."""
    length = int(bounds(data["group"])[1])
    return ndcg_score(data["label"].reshape(-1, length), data["candidate"].reshape(-1, length), k=10)


FUNCTIONS = {
    "numpy gauc": numpy_gauc,
    "sklearn gauc": sklearn_gauc,
    "numpy ndcg": lambda: numpy_ndcg(tied_share),
    "numpy ndcg, ties as they come": lambda: numpy_ndcg(in_order),
    "sklearn ndcg": sklearn_ndcg,
    "sklearn auc": sklearn_auc,
    "sklearn auc float32": sklearn_auc_float32,
    "numpy packed auc": packed_auc,
    "numpy delong": delong,
    "numpy bootstrap table": lambda: bootstrap(by_table, 1000),
    "numpy bootstrap multinomial": lambda: bootstrap(by_multinomial, 1000),
}

print(json.dumps({"python": sys.version.split()[0], "numpy": np.__version__, "sklearn": sklearn.__version__}), flush=True)
for line in sys.stdin:
    request = json.loads(line)
    if "load" in request:
        load(request["load"], request["rows"])
        answer = {}
    else:
        start, cpu = time.perf_counter(), time.process_time()
        value = FUNCTIONS[request["time"]]()
        answer = {"wall": time.perf_counter() - start, "cpu": time.process_time() - cpu, "value": value}
    print(json.dumps(answer), flush=True)
