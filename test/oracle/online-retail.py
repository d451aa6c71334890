"""An independent exact computation of the Online Retail example, from the rules in words. Reads only the example's CSV files
and uses only Python's fractions; writes examples/online-retail/expected/*.csv.

    python3 test/oracle/online-retail.py            writes the files
    python3 test/oracle/online-retail.py --check    exit code 1 when a file differs
"""
import csv
import io
import sys
from calendar import monthrange
from collections import Counter
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parents[2] / 'examples' / 'online-retail'
MONTHS = ['2010-12', '2011-01', '2011-02', '2011-03', '2011-04', '2011-05', '2011-06']


def rows(name):
    with open(HERE / 'data' / name, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def half_even(value, step=Fraction(1, 100)):
    """The nearest multiple of step; a tie goes to the even one."""
    return round(value / step) * step


def money(value, digits=2):
    """All digits of a decimal, at least two unless told otherwise."""
    while (abs(value) * 10**digits).denominator != 1:
        digits += 1
    scaled = str((abs(value) * 10**digits).numerator).rjust(digits + 1, '0')
    return ('-' if value < 0 else '') + (scaled[:-digits] + '.' + scaled[-digits:] if digits else scaled)


def days_of(month):
    """First and last day of a month, as text."""
    return month + '-01', f'{month}-{monthrange(int(month[:4]), int(month[5:]))[1]}'


people = {row['id']: row for row in rows('people.csv')}


def in_plan(id, month):
    """First and last day of service in the month, or None."""
    first, last = days_of(month)
    start, end = max(first, people[id]['start']), min(last, people[id]['end'] or last)
    return (start, end) if start <= end else None


territories = {}
for row in rows('territories.csv'):
    territories.setdefault(row['country'], []).append((row['from'], row['rep']))


def rep_of(country, day):
    held = [entry for entry in sorted(territories.get(country, [])) if entry[0] <= day]
    return held[-1][1] if held else ''


# A line that stands in the file twice, equal in every column, counts once.
seen, lines, account = set(), [], Counter()
for row in rows('invoice_lines.csv'):
    account['read'] += 1
    key = tuple(row.values())
    if key in seen:
        account['duplicate'] += 1
        continue
    seen.add(key)
    day = row['InvoiceDate'][:10]
    rep = rep_of(row['Country'], day)
    if row['StockCode'] in ('POST', 'M', 'C2'):
        account['service code'] += 1
        account['service code without rep'] += not rep
        continue
    if not rep:
        account['no rep'] += 1
        continue
    assert in_plan(rep, day[:7]) and in_plan(rep, day[:7])[0] <= day <= in_plan(rep, day[:7])[1]
    account['credited'] += 1
    lines.append((rep, day[:7], int(row['Quantity']), Fraction(row['UnitPrice']) * int(row['Quantity']), row['CustomerID']))


def quota_in(id, month):
    """An equal part for each month that the quota spans, in whole pence (the first months take what is left over), scaled
    by days of service; None without a quota."""
    for row in rows('quotas.csv'):
        if row['payee'] == id and row['from'] <= month + '-01' and days_of(month)[1] <= row['to']:
            span = [m for m in MONTHS if row['from'] <= m + '-01' and days_of(m)[1] <= row['to']]
            each, over = divmod(int(row['amount']) * 100, len(span))
            part = Fraction(each + (span.index(month) < over), 100)
            start, end = in_plan(id, month)
            first, last = days_of(month)
            return part * (int(end[8:]) - int(start[8:]) + 1) / int(last[8:])
    return None


output, capped = [], Counter()
for id in sorted(people):
    commission_so_far = Fraction(0)
    for month in MONTHS:
        if not in_plan(id, month):
            continue
        mine = [line for line in lines if line[0] == id and line[1] == month]
        net = sum((amount for _, _, _, amount, _ in mine), Fraction(0))
        sold = sum((amount for _, _, quantity, amount, _ in mine if quantity > 0), Fraction(0))
        returned = sold - net
        customers = len({customer for _, _, quantity, _, customer in mine if quantity > 0 and customer})

        # 3 % up to 10,000 and 4 % above; negative months pay negative; at most 3,500 in the shop's year.
        commission = min(net, 10000) * Fraction(3, 100) + max(net - 10000, 0) * Fraction(4, 100)
        commission = half_even(min(commission, 3500 - commission_so_far) if commission > 0 else commission)
        commission_so_far += commission

        # 100, 250 or 500 at 90, 100 and 120 % of quota, when at most 5 % of what was sold came back.
        quota = quota_in(id, month)
        bonus = Fraction(0)
        if quota is not None and sold > 0 and returned / sold <= Fraction(5, 100):
            bonus = Fraction(max([pays for level, pays in ((0, 0), (90, 100), (100, 250), (120, 500)) if net / quota * 100 >= level or level == 0]))

        # 5 for each customer above the fifth.
        reach = Fraction(5 * max(0, customers - 5))
        output += [[id, month, 'commission', money(net, 0), money(commission)],
                   [id, month, 'quota_bonus', money(net, 0), money(bonus)],
                   [id, month, 'reach', str(customers), money(reach)]]


def as_csv(header, body):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator='\n')
    writer.writerow(header)
    writer.writerows(body)
    return out.getvalue()


files = {
    'territory-manager.csv': as_csv(['payee', 'period', 'component', 'base', 'earned'], output),
    'rows.csv': as_csv(['what', 'rows'], sorted(account.items())),
}

if __name__ == '__main__':
    different = []
    for name, content in files.items():
        path = HERE / 'expected' / name
        if '--check' in sys.argv:
            if not path.exists() or path.read_text(encoding='utf-8') != content:
                different.append(name)
        else:
            path.write_text(content, encoding='utf-8')
    for name in different:
        print('differs:', name)
    sys.exit(1 if different else 0)
