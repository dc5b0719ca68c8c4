"""Writes the extracts of this case from a fixed recurrence and works out every figure with NumPy and SciPy alone."""

import csv
import json
from itertools import combinations

import numpy as np
from scipy.spatial.distance import jensenshannon
from scipy.stats import gmean, wasserstein_distance

OWN, MODEL = ["E1", "E2", "E3"], ["W1", "W2", "W3", "W4", "W5"]
SITES = OWN + MODEL
ENTITY = {site: "East" if site in OWN else "West" for site in SITES}
state = 12345


def draw(below):
    """A linear congruential generator, so that the case does not depend on any library's randomness."""
    global state
    state = (1103515245 * state + 12345) % 2**31
    return (state >> 8) % below


def write(name, header, rows):
    with open(name, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(header)
        out.writerows(rows)


roster, labor, shifts = [], [], []
number = 0
for at, site in enumerate(SITES):
    east = ENTITY[site] == "East"
    manager_count = 3 if east else 2
    managers = []
    for m in range(manager_count):
        number += 1
        managers.append(f"X{number}")
        roster.append([f"X{number}", "employee_full_time", ENTITY[site], site, "Ward", "MGR", "", "2020-01-01", 40, f"{60 + draw(900) / 100:.2f}", "USD"])
    for k in range(9 + draw(6)):
        number += 1
        own_code = "STAFF NURSE" if east else "RN"
        job = own_code if k % 3 else ("PCT" if east else "CNA")
        base = (3650 if east else 4100) if k % 3 else (1900 if east else 2000)
        rate = base + 40 * at + draw(500)
        roster.append([f"X{number}", "employee_full_time", ENTITY[site], site, "Ward", job, managers[k % manager_count], "2021-03-01", 36 + 4 * draw(2), f"{rate / 100:.2f}", "USD"])
    if east:
        number += 1
        roster.append([f"X{number}", "employee_full_time", "East", site, "Ward", "CLERK", managers[0], "2021-03-01", 40, "20.00", "USD"])
    own, part, agency = 300 + draw(200), 80 + draw(120), (150 if east else 60) + draw(60)
    staff = "STAFF NURSE" if east else "RN"
    for day in ("2025-01-31", "2025-02-28"):
        labor.append([f"F{site}", day, ENTITY[site], site, "Ward", staff, "employee_full_time", "", "regular", own, own * 40, "USD", day[:8] + "01"])
        labor.append([f"P{site}", day, ENTITY[site], site, "Ward", staff, "employee_part_time", "", "regular", part, part * 38, "USD", day[:8] + "01"])
        for supplier, rate in (("Acme Staffing, Inc." if east else "ACME STAFFING LLC", 96 if east else 90), ("Bolt Care" if east else "Cure Corps", 88)):
            hours = agency if supplier.lower().startswith("acme") else agency // 2
            labor.append([f"A{site}{supplier[:1]}", day, ENTITY[site], site, "Ward", staff, "agency", supplier, "regular", hours, hours * rate, "USD", day[:8] + "01"])
    for length, weight in ((8, 30 + draw(20) if east else 8 + draw(10)), (12, 10 + draw(8) if east else 30 + draw(20))):
        shifts.append([ENTITY[site], site, "Ward", staff, "2025-02-03", f"S{length}", length, weight])

write("entities.csv", ["entity_id", "name", "parent", "close_date"], [["West", "West Health", "", ""], ["East", "East Medical", "West", "2020-01-01"]])
write("roster.csv", ["worker_id", "worker_type", "entity", "site", "unit", "job_code", "manager_id", "hire_date", "scheduled_hours", "base_rate", "currency"], roster)
write("labor.csv", ["worker_id", "work_date", "entity", "site", "unit", "job_code", "worker_type", "supplier", "pay_code", "hours", "cost", "currency", "period_start"], labor)
write("shifts.csv", ["entity", "site", "unit", "job_code", "shift_date", "shift_label", "shift_hours", "scheduled"], shifts)
write("crosswalk.csv", ["entity", "job_code", "target_job_code"], [["East", "STAFF NURSE", "RN"], ["East", "PCT", "CNA"], ["East", "MGR", "MGR"], ["East", "CLERK", ""]])
write("bands.csv", ["entity", "job_code", "min", "mid", "max", "currency"], [["West", "RN", 41, 44, 46, "USD"], ["West", "CNA", 20, 22, 25, "USD"]])
write("policies.csv", ["entity", "area", "attribute", "value"], [
    ["East", "pay", "night differential", "3.00"], ["West", "pay", "night differential", "$4.50"],
    ["East", "pay", "weekend differential", "2.0"], ["West", "pay", "weekend differential", "$2.00"],
    ["East", "leave", "holidays", "New Year; Easter"], ["West", "leave", "holidays", "New Year; Easter; Labor Day"],
    ["West", "leave", "bereavement", "3 days"],
    ["East", "credentials", "BLS", "required"], ["West", "credentials", "BLS", "required"],
    ["East", "credentials", "ACLS", "required"], ["West", "credentials", "Background check", "required"],
])

TARGET = {"STAFF NURSE": "RN", "RN": "RN", "PCT": "CNA", "CNA": "CNA", "MGR": "MGR"}
people = [dict(id=r[0], entity=r[2], site=r[3], job=r[5], manager=r[6], hours=float(r[8]), rate=round(float(r[9]) * 100)) for r in roster]


def arrangements(distance):
    """Every way to call three of the eight sites East; the share as far apart as the actual one, and the floor."""
    found = np.array([distance(set(chosen)) for chosen in combinations(SITES, len(OWN))])
    actual = distance(set(OWN))
    return dict(value=float(actual), p=float((found >= actual * (1 - 1e-12)).mean()), floor=float(np.quantile(found, 0.95)))


def pay(chosen):
    total = heads = 0
    for job in ("RN", "CNA", "MGR"):
        mine = [p["rate"] for p in people if TARGET.get(p["job"]) == job and p["site"] in chosen]
        theirs = [p["rate"] for p in people if TARGET.get(p["job"]) == job and p["site"] not in chosen]
        total += len(mine) * wasserstein_distance(mine, theirs)
        heads += len(mine)
    return total / heads


def shares(rows, key, amount, chosen):
    names = sorted({key(r) for r in rows})
    side = lambda inside: [sum(amount(r) for r in rows if key(r) == name and (site_of(r) in chosen) == inside) for name in names]
    return jensenshannon(side(True), side(False), base=2)


site_of = lambda r: r[3] if len(r) == 13 else r[1]
mix = lambda chosen: shares(labor, lambda r: r[6], lambda r: r[9], chosen)
length = lambda chosen: shares(shifts, lambda r: r[6], lambda r: r[7], chosen)


def span(chosen):
    home = {p["id"]: p["site"] for p in people}
    reports = {}
    for p in people:
        if p["manager"]:
            reports[p["manager"]] = reports.get(p["manager"], 0) + 1
    median = lambda inside: np.median([n for m, n in reports.items() if (home[m] in chosen) == inside])
    return median(True) / median(False)


own = [p for p in people if p["entity"] == "East"]
band = {"RN": (4100, 4400, 4600), "CNA": (2000, 2200, 2500)}


def level(position, sign=1):
    short = [(max(0, sign * (band[TARGET[p["job"]]][position] - p["rate"])), p["hours"]) for p in own if TARGET.get(p["job"]) in band]
    return dict(people=sum(s > 0 for s, _ in short), cost=round(sum(s * h * 52 for s, h in short)))


medians = lambda job: np.median([p["rate"] for p in people if p["entity"] == "West" and TARGET.get(p["job"]) == job])
counts = {job: sum(TARGET.get(p["job"]) == job for p in own) for job in ("RN", "CNA", "MGR")}
reference = 0.25 * sum(counts[j] * medians(j) for j in counts) / sum(counts.values())
pay_test, mix_test, length_test = arrangements(pay), arrangements(mix), arrangements(length)
span_sizes = arrangements(lambda chosen: abs(np.log(span(chosen))))

spend = {side: {} for side in ("East", "West")}
for r in labor:
    if r[7]:
        name = r[7].lower().split(",")[0].replace(" llc", "")
        spend[r[2]][name] = spend[r[2]].get(name, 0) + r[10]
total = {side: sum(spend[side].values()) for side in spend}
overlap = sum(min(spend["East"].get(n, 0) / total["East"], spend["West"].get(n, 0) / total["West"]) for n in spend["East"])
acme_hours = sum(r[9] for r in labor if r[2] == "East" and r[7].startswith("Acme"))
# The gap is 6 dollars an hour; the extracts cover January and February, 59 days.
rate_gap = round(acme_hours * 600 * 365 / 59)

matched = sum(1 for p in own if p["job"] != "CLERK")
scores = dict(
    job_alignment=100 * matched / len(own),
    pay_distance=100 * max(0, 1 - pay_test["value"] / reference),
    mix_distance=100 * (1 - mix_test["value"]),
    scheduling=100 * (1 - length_test["value"]),
    span_of_control=100 * max(0, 1 - abs(np.log(span(set(OWN)))) / np.log(2)),
    # Of seven attributes one is settled differently: the night differential. All concern every head alike.
    policy_variance=100 * (1 - 1 / 7),
    credential_overlap=100 / 3,
    supplier_overlap=100 * overlap,
)
expected = dict(
    job_alignment=dict(value=matched / len(own), people=len(own) - matched),
    pay_distance=pay_test, mix_distance=mix_test, scheduling=length_test,
    span_of_control=dict(value=float(span(set(OWN))), p=span_sizes["p"], floor=float(np.exp(span_sizes["floor"]))),
    policy_variance=dict(value=1 / 7, people=len(own)),
    credential_overlap=dict(value=1 / 3),
    supplier_overlap=dict(value=overlap, cost=-rate_gap),
    level_up=dict(minimum=level(0), midpoint=level(1), red_circle=level(2, -1)),
    scores={k: float(v) for k, v in scores.items()},
    index=float(gmean(list(scores.values()))),
    worst=min(scores, key=scores.get),
)
json.dump(expected, open("expected.json", "w"), indent=2)
print(json.dumps(expected, indent=1))
