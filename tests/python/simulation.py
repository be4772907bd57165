"""Checks the simulation against numpy and scipy: 200 random models, read from standard input.

Each line is written by `examples/random_models.rs`. The draws here are numpy's own, so that percentiles agree within
sampling error alone: the share of these draws below a percentile of the program's must be that percentile's share.
"""
import json
import math
import sys

import numpy as np
from scipy import stats

DRAWS = 200_000
# Deviations that are still chance, in some 2,000 comparisons.
LIMIT = 4.5
LARGEST = 1e15


def quotient(one, other):
    return np.where(other == 0, np.nan, one / np.where(other == 0, 1.0, other))


def least(one, other):
    return np.where(one < other, one, other)


def most(one, other):
    return np.where(one > other, one, other)


def power(base, exponent):
    result = np.ones_like(base)
    for _ in range(exponent):
        result = result * base
    return result


NAMES = {"quotient": quotient, "least": least, "most": most, "power": power, "__builtins__": {}}


def drawn(rng, low, likely, high, shape):
    if low == high:
        return np.full(DRAWS, likely)
    if shape == "triangular":
        return rng.triangular(low, likely, high, DRAWS)
    first = 1 + 4 * (likely - low) / (high - low)
    return low + (high - low) * stats.beta.rvs(first, 6 - first, size=DRAWS, random_state=rng)


def months(net):
    """When the running sum stops being negative for the last time; straight inside the year."""
    total = np.cumsum(net, axis=0)
    paid = np.zeros(DRAWS)
    # What differs from zero by rounding alone is zero.
    total = np.where(np.abs(total) <= np.cumsum(np.abs(net), axis=0) * 1e-12, 0.0, total)
    for year in range(len(net)):
        before = total[year - 1] if year else np.zeros(DRAWS)
        turns = (before < 0) & (total[year] >= 0)
        with np.errstate(all="ignore"):
            paid = np.where(turns, 12 * (year - 1 - before / net[year]), paid)
        paid = np.where(total[year] < 0, np.inf, paid)
    return paid


class Checks:
    def __init__(self):
        self.made = 0
        self.worst = 0.0
        self.faults = []

    def deviation(self, what, off, one):
        self.made += 1
        size = abs(off) / one if one > 0 else (0.0 if off == 0 else math.inf)
        self.worst = max(self.worst, size)
        if size > LIMIT:
            self.faults.append(f"{what}: {size:.1f} deviations")

    def share(self, what, found, right, draws, own):
        """Two shares: of so many of the program's draws, and of so many draws here."""
        both = (found * draws + right * own) / (draws + own)
        # What happens in a handful of draws isn't normally distributed.
        off = max(0.0, abs(found - right) - 5 / min(draws, own))
        self.deviation(what, off, math.sqrt(max(both * (1 - both), 1e-12) * (1 / own + 1 / draws)))

    def percentile(self, what, ours, right, wanted, draws):
        slack = 1e-9 * abs(ours)
        below = np.mean(right < ours - slack)
        up_to = np.mean(right <= ours + slack)
        self.share(what, min(max(wanted, below), up_to), wanted, draws, len(right))

    def summary(self, what, found, values, draws):
        known = values[np.abs(values) <= LARGEST]
        self.share(f"{what}, without a figure", found["without"] / draws, 1 - len(known) / DRAWS, draws, DRAWS)
        draws -= found["without"]
        if found["figures"] is None or len(known) < 100:
            if found["figures"] is None and len(known) >= 100:
                self.faults.append(f"{what}: the program has no figures")
            return
        mean, *percentiles = found["figures"]
        for wanted, ours in zip((0.1, 0.5, 0.9), percentiles):
            self.percentile(f"{what}, P{100 * wanted:.0f}", ours, known, wanted, draws)
        spread = known.std()
        # Where a few draws outweigh all others the mean has no useful error.
        if spread > 1e-9 * abs(known).max() and np.abs(known - known.mean()).max() < 25 * spread:
            self.deviation(f"{what}, mean", mean - known.mean(), spread * math.sqrt(1 / len(known) + 1 / draws))


def check(number, model, checks):
    rng = np.random.default_rng([2024, number])
    cells = []
    for cell in model["cells"]:
        if isinstance(cell, list):
            cells.append(drawn(rng, *cell))
        else:
            with np.errstate(all="ignore"):
                value = eval(cell, NAMES, {"c": cells})
            cells.append(np.broadcast_to(np.asarray(value, dtype=float), (DRAWS,)))
    found, draws = model["found"], model["draws"]
    checks.summary(f"model {number}, NPV", found["npv"], cells[model["npv"]], draws)
    if model["roi"] is not None:
        checks.summary(f"model {number}, ROI", found["roi"], cells[model["roi"]], draws)
    net = np.array([cells[place] for place in model["net"]])
    known = (np.abs(net) <= LARGEST).all(axis=0)
    checks.share(f"model {number}, payback unknown", found["payback_without"] / draws, 1 - known.mean(), draws, DRAWS)
    if known.sum() >= 100 and found["payback_within"] is not None:
        paid = months(np.where(known, net, 0.0))[known]
        draws -= found["payback_without"]
        in_time, ever = np.mean(paid <= model["within"]), np.mean(np.isfinite(paid))
        checks.share(f"model {number}, paid back in time", found["payback_within"], in_time, draws, len(paid))
        checks.share(f"model {number}, ever paid back", found["payback_ever"], ever, draws, len(paid))


def main():
    lines = iter(sys.stdin)
    shapes = np.array(json.loads(next(lines)))
    right = stats.beta.ppf(shapes[:, 1], shapes[:, 0], 6 - shapes[:, 0])
    off = np.abs(shapes[:, 2] - right)
    print(f"{len(shapes)} quantiles of PERT: at most {off.max():.1e} of a range off scipy's")
    checks = Checks()
    if off.max() > 1e-6:
        checks.faults.append("quantiles of PERT are off by more than a millionth")
    models = [json.loads(line) for line in lines]
    for number, model in enumerate(models):
        check(number, model, checks)
    print(f"{len(models)} models, {checks.made} comparisons, the worst {checks.worst:.2f} deviations")
    for fault in checks.faults:
        print(f"FAULT {fault}")
    if checks.faults or len(models) < 200:
        sys.exit(1)


if __name__ == "__main__":
    main()
