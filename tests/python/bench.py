"""The business case of ten triangular inputs in numpy, one thread: the median of five runs of 1,000,000 trials.

The same model as `ten_inputs` in tests/simulate/sheets.rs, written as one would in numpy. It answers less than the
program does: mean, percentiles and chance of payback, no return, no bins, no tornado.
"""
import os

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"):
    os.environ[threads] = "1"

import statistics
import time

import numpy as np

TRIALS = 1_000_000
RATE = 0.1


def trial(seed):
    rng = np.random.default_rng(seed)
    volume = rng.triangular(2_000, 2_400, 3_000, TRIALS)
    minutes = rng.triangular(5, 8, 12, TRIALS)
    errors = rng.triangular(0.02, 0.05, 0.1, TRIALS)
    fixing = rng.triangular(15, 30, 60, TRIALS)
    automated = rng.triangular(0.5, 0.7, 0.85, TRIALS)
    hourly = rng.triangular(38, 45, 55, TRIALS)
    licence = rng.triangular(6_000, 8_000, 12_000, TRIALS)
    work = rng.triangular(10_000, 15_000, 30_000, TRIALS)
    upkeep = rng.triangular(1_000, 2_000, 4_000, TRIALS)
    ramp = rng.triangular(0.3, 0.5, 0.8, TRIALS)
    benefit = volume * (minutes + errors * fixing) / 60 * 12 * automated * hourly
    cost = licence + upkeep
    first = benefit * ramp - cost
    later = benefit - cost
    npv = -work + first / (1 + RATE) + later / (1 + RATE) ** 2 + later / (1 + RATE) ** 3
    after_first = first - work
    after_second = after_first + later
    after_third = after_second + later
    months = np.where(
        after_first >= 0,
        12 * work / first,
        np.where(
            after_second >= 0,
            12 * (1 - after_first / later),
            np.where(after_third >= 0, 12 * (2 - after_second / later), np.inf),
        ),
    )
    return npv.mean(), *np.percentile(npv, [10, 50, 90]), *np.percentile(months, [10, 50, 90]), (months <= 12).mean()


def main():
    trial(0)
    times = []
    for seed in range(1, 6):
        start = time.perf_counter()
        figures = trial(seed)
        times.append((time.perf_counter() - start) * 1_000)
    print(f"numpy-1000000 {statistics.median(times):.3f} ms")
    names = ("mean", "p10", "p50", "p90", "payback-p10", "payback-p50", "payback-p90", "within-year")
    for name, figure in zip(names, figures):
        print(f"numpy-{name} {figure:.3f} dollars-or-months")


if __name__ == "__main__":
    main()
