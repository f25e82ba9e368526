#!/usr/bin/env python3
"""Times trend measures of the same series of five years in telaah and in scipy + pymannkendall, in turn, in one run.

usage: trend.py [SERIES]        needs numpy, scipy, pymannkendall and a release build of Benchmarks

Per series scipy gives the least-squares line with its t test (linregress) and the Theil-Sen line with its interval
(theilslopes); pymannkendall gives the Mann-Kendall test (original_test, normal approximation). telaah gives these, the
exact test and intervals, and projections and hindcasts by six methods. Without arguments 2,000 series are timed in
Python and 1,000,000 in telaah; times are per series.
"""
import subprocess, sys, time

try:
    import numpy
    import pymannkendall
    from scipy import stats
except ImportError as missing:
    sys.exit(f"skipped: {missing}")

COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 2000
BENCH = "Benchmarks/.build/release/TelaahBench"
YEARS = numpy.arange(2021.0, 2026.0)


def series(count):
    state, values = 42, numpy.empty(count * 5)
    for index in range(count * 5):
        state = (state * 6364136223846793005 + 1442695040888963407) & (2**64 - 1)
        values[index] = ((state >> 33) % 10001) / 100
    return values.reshape(count, 5)


def peers(rows):
    start = time.perf_counter()
    for row in rows:
        stats.linregress(YEARS, row)
        stats.theilslopes(row, YEARS, 0.95)
        pymannkendall.original_test(row)
    return (time.perf_counter() - start) / len(rows)


def telaah():
    output = subprocess.run([BENCH, "tren/1jt"], capture_output=True, text=True, check=True).stdout
    median = float(output.strip().splitlines()[-1].split("|")[3])
    return median / 1e3 / 1_000_000


rows = series(COUNT)
peers(rows[:50])
ours, theirs = [], []
for _ in range(3):
    ours.append(telaah())
    theirs.append(peers(rows))
ours, theirs = sorted(ours)[1], sorted(theirs)[1]
print("| case | per series |")
print("| --- | ---: |")
print(f"| telaah, every measure | {ours * 1e6:.3f} µs |")
print(f"| scipy + pymannkendall | {theirs * 1e6:.0f} µs |")
print(f"\nscipy + pymannkendall / telaah = {theirs / ours:.0f}")
