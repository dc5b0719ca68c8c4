"""Restricted means, their difference and the log-rank test of two groups of thirty, from the textbook formulas."""

import numpy as np
from scipy.stats import chi2, norm

HORIZON = 365


def group(leavers, each):
    """Person i of thirty leaves after each × i days, the first so many of them; the others are seen for 400 days."""
    people = range(1, 31)
    times = np.array([each * i if i <= leavers else 400 for i in people])
    left = np.array([1 if i <= leavers else 0 for i in people])
    return times, left


def restricted_mean(times, left):
    steps, survival = [], 1.0
    for t in np.unique(times[(left == 1) & (times <= HORIZON)]):
        at_risk, events = (times >= t).sum(), ((times == t) & (left == 1)).sum()
        survival *= 1 - events / at_risk
        steps.append((t, at_risk, events, survival))

    def area_from(start):
        area, at, level = 0.0, start, 1.0
        for t, _, _, s in steps:
            if t <= start:
                level = s
                continue
            area += level * (t - at)
            at, level = t, s
        return area + level * (HORIZON - at)

    variance = sum(area_from(t) ** 2 * d / (n * (n - d)) for t, n, d, _ in steps)
    return area_from(0), variance**0.5


def log_rank(one, other):
    observed = expected = variance = 0.0
    times = np.concatenate([one[0], other[0]])
    left = np.concatenate([one[1], other[1]])
    for t in np.unique(times[left == 1]):
        n1, n2 = (one[0] >= t).sum(), (other[0] >= t).sum()
        d1, d = ((one[0] == t) & (one[1] == 1)).sum(), ((times == t) & (left == 1)).sum()
        n = n1 + n2
        observed += d1
        expected += d * n1 / n
        variance += d * (n - d) / (n - 1) * n1 * n2 / n**2
    return chi2.sf((observed - expected) ** 2 / variance, 1)


acquired, hired = group(12, 10), group(8, 25)
(mean_a, se_a), (mean_h, se_h) = restricted_mean(*acquired), restricted_mean(*hired)
difference, reach = mean_a - mean_h, norm.ppf(0.975) * np.hypot(se_a, se_h)
print("difference", difference, "from", difference - reach, "to", difference + reach)
print("log-rank p", log_rank(acquired, hired))
