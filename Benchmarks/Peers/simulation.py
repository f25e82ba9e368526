#!/usr/bin/env python3
"""Times ten million trials of the same model in telaah and in numpy, in turn, pinned to one core.

usage: simulation.py [CORE]        needs numpy, scipy and a release build of Benchmarks

Model: IKPP = 0.05 IKM + 0.75 F02 + 0.25 F03; IKM normal(98.3; 1.2) truncated to 0..100, F02 pert(3; 3.8; 4.4),
F03 pert(4.5; 4.8; 5). numpy uses its fastest honest way: SFC64, the inverse normal distribution and beta draws, in
chunks of 65,536; "sampling" is the trials alone, "all" also mean, deviation, seven quantiles and the probability of
9.05. telaah draws by Philox (a function of seed, name and trial) and always does all of that and the shares of
variance.
"""
import os, subprocess, sys, time

try:
    import numpy
    from scipy.special import ndtr, ndtri
except ImportError as missing:
    sys.exit(f"skipped: {missing}")

CORE = int(sys.argv[1]) if len(sys.argv) > 1 else max(os.sched_getaffinity(0))
BENCH = "Benchmarks/.build/release/TelaahBench"
TRIALS, CHUNK = 10_000_000, 65_536
os.sched_setaffinity(0, {CORE})
low, high = ndtr((0 - 98.3) / 1.2), ndtr((100 - 98.3) / 1.2)


def pert(a, m, b):
    return 1 + 4 * (m - a) / (b - a), 1 + 4 * (b - m) / (b - a)


def numpy_run(seed):
    start = time.perf_counter()
    generator = numpy.random.Generator(numpy.random.SFC64(seed))
    result = numpy.empty(TRIALS)
    f02, f03 = pert(3, 3.8, 4.4), pert(4.5, 4.8, 5)
    for first in range(0, TRIALS, CHUNK):
        size = min(CHUNK, TRIALS - first)
        ikm = 98.3 + 1.2 * ndtri(low + (high - low) * generator.random(size))
        ipp = 0.75 * (3 + 1.4 * generator.beta(*f02, size)) + 0.25 * (4.5 + 0.5 * generator.beta(*f03, size))
        result[first:first + size] = 0.05 * ikm + ipp
    sampled = time.perf_counter()
    numpy.quantile(result, [0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95])
    result.mean(), result.std(ddof=1)
    probability = (result >= 9.05).mean()
    return sampled - start, time.perf_counter() - start, probability


def telaah_run():
    output = subprocess.run([BENCH, "acak/10jt-inti1"], capture_output=True, text=True, check=True).stdout
    return float(output.strip().splitlines()[-1].split("|")[2]) / 1e3


sampling, whole, ours = [], [], []
for seed in range(3):
    ours.append(telaah_run())
    first, total, probability = numpy_run(seed)
    assert abs(probability - 0.296794918) < 6e-4
    sampling.append(first)
    whole.append(total)
rows = [("telaah, all", min(ours)), ("numpy, sampling", min(sampling)), ("numpy, all", min(whole))]
print("| case | seconds | million trials/s |")
print("| --- | ---: | ---: |")
for name, seconds in rows:
    print(f"| {name} | {seconds:.3f} | {TRIALS / seconds / 1e6:.1f} |")
print(f"\nnumpy sampling / telaah all = {min(sampling) / min(ours):.2f}")
print(f"numpy all / telaah all = {min(whole) / min(ours):.2f}")
