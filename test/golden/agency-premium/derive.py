"""Works the figures out again from labor.csv and loads.csv, in exact fractions and without any of the program's code."""
import csv, json
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction as F

EMPLOYEES = {'employee_full_time', 'employee_part_time'}
lines = []  # (month, worker, worker_type, job, site, unit, pay_code, hours, cents)
for row in csv.DictReader(open('labor.csv')):
    last = date.fromisoformat(row['work_date'])
    first = date.fromisoformat(row['period_start'] or row['work_date'])
    days = [first + timedelta(i) for i in range((last - first).days + 1)]
    hours, cents = F(row['hours'] or 0), round(F(row['cost']) * 100)
    months = sorted({d.isoformat()[:7] for d in days})
    for month in months:
        part = F(sum(d.isoformat()[:7] == month for d in days), len(days))
        share = cents * part if len(months) == 1 else round(cents * part)
        lines.append((month, row['worker_id'], row['worker_type'], row['job_code'], row['site'], row['unit'], row['pay_code'], hours * part, F(share)))

loads = list(csv.DictReader(open('loads.csv')))
def load(job, month, column):
    valid = [l for l in loads if l['job_family'] == job and l['valid_from'][:7] <= month]
    return F(max(valid, key=lambda l: l['valid_from'])[column]) if valid else F(0)

PRODUCTIVE = {'regular', 'overtime', 'call_back'}
def total(what, **where):
    names = ('month', 'worker', 'type', 'job', 'site', 'unit', 'pay')
    keep = [l for l in lines if all(l[names.index(n)] in v for n, v in where.items())]
    return sum((l[7] if what == 'h' else l[8]) * (load(l[3], l[0], what) if what.endswith('load') else 1) for l in keep)

MONTHS = ['2025-01', '2025-02']
def upto(month): return [m for m in MONTHS if m <= month]

def own_rate(basis, job, site, month):
    at = dict(type=EMPLOYEES, job=[job], site=[site])
    regular = dict(at, month=[month], pay=['regular'])
    overtime = dict(at, month=[month], pay=['overtime'])
    if basis == 'base':
        h = total('h', **regular)
        return total('c', **regular) / h if h else None
    if basis == 'loaded':
        year = dict(at, month=upto(month))
        h = total('h', **year, pay=PRODUCTIVE)
        return (total('c', **year) + total('fixed_load', **year) + total('variable_load', **year)) / h if h else None
    h = total('h', **overtime)
    if h: return (total('c', **overtime) + total('variable_load', **overtime)) / h
    h = total('h', **regular)
    return F(3, 2) * (total('c', **regular) + total('variable_load', **regular)) / h if h else None

def premium(basis, months, jobs):
    billed = own = 0
    for month in months:
        for job in jobs:
            for site in ('Main', 'North'):
                agency = dict(type=['agency'], job=[job], site=[site], month=[month])
                h, rate = total('h', **agency), own_rate(basis, job, site, month)
                if h and rate is not None:
                    billed += total('c', **agency)
                    own += h * rate
    return billed - own, own

def overtime_premium(months, jobs):
    money = None
    for month in months:
        for worker in {l[1] for l in lines}:
            at = dict(month=[month], worker=[worker])
            over = dict(at, pay=['overtime'], job=jobs)
            if not [l for l in lines if l[0] == month and l[1] == worker and l[6] == 'overtime' and l[3] in jobs]: continue
            h, c, base = total('h', **over), total('c', **over), total('h', **at, pay=['regular'])
            if h and not base: continue  # no regular rate in the month
            money = (money or F(0)) + c - (h * total('c', **at, pay=['regular']) / base if h else 0)
    return money

def figures(months, jobs):
    people = dict(month=months, job=jobs)
    internal = dict(people, type=EMPLOYEES | {'per_diem'})
    external = total('c', **people, type=['agency'])
    load_money = total('fixed_load', **internal) + total('variable_load', **internal)
    all_cost = external + total('c', **internal) + load_money
    ext_h = total('h', **people, type=['agency'], pay=PRODUCTIVE)
    out = {f'agency_premium {b}': [*premium(b, months, jobs)] for b in ('base', 'loaded', 'overtime')}
    agency, _ = premium('loaded', months, jobs)
    extra = overtime_premium(months, jobs)
    incentive = total('c', **internal, pay=['incentive'])
    out['premium_labor'] = [agency + (extra or 0) + incentive, all_cost]
    out['overtime_premium'] = [extra, None]
    out['external_share_hours all'] = [ext_h, ext_h + total('h', **internal, pay=PRODUCTIVE)]
    out['external_share_cost'] = [external, all_cost]
    out['labor_cost'] = [total('c', **people), None]
    return out

def plain(cells):
    return {name: None if n is None else {'numerator': float(n), 'denominator': None if d is None else float(d), 'value': float(n if d is None else n / d)} for name, (n, d) in cells.items()}

JOBS = ['ADM', 'CNA', 'RN']
print(json.dumps({
    'all': plain(figures(MONTHS, JOBS)),
    **{month: plain(figures([month], JOBS)) for month in MONTHS},
    **{f'job {job}': plain(figures(MONTHS, [job])) for job in ('CNA', 'RN')},
    'unit': {'ICU': float(total('c', unit=['ICU']))},
}, indent=1))
