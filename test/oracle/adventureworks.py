"""An independent exact computation of the AdventureWorks example, from the rules in words. Reads only the example's CSV
files, uses only Python's fractions, knows nothing of the program, and writes examples/adventureworks/expected/*.csv.

    python3 test/oracle/adventureworks.py            writes the files
    python3 test/oracle/adventureworks.py --check    exit code 1 when a file differs
"""
import csv
import io
import sys
from collections import defaultdict
from datetime import date, timedelta
from fractions import Fraction
from pathlib import Path

HERE = Path(__file__).resolve().parents[2] / 'examples' / 'adventureworks'
DAY = timedelta(days=1)


def rows(name):
    with open(HERE / 'data' / name, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def half_up(value, step=Fraction(1, 100)):
    """The nearest multiple of step; a tie goes away from zero."""
    size = abs(value) / step
    whole = int(size + Fraction(1, 2))
    return (whole if value >= 0 else -whole) * step


def text(value, least=0):
    """A fraction as a decimal text, all digits; as n/d when it has no end."""
    twos_and_fives, digits = value.denominator, 0
    while twos_and_fives % 10 == 0 or twos_and_fives % 5 == 0 or twos_and_fives % 2 == 0:
        twos_and_fives //= 10 if twos_and_fives % 10 == 0 else 5 if twos_and_fives % 5 == 0 else 2
        digits += 1
    if twos_and_fives != 1:
        return f'{value.numerator}/{value.denominator}'
    digits = max(digits, least)
    scaled = abs(value) * 10**digits
    whole = str(scaled.numerator).rjust(digits + 1, '0')
    sign = '-' if value < 0 else ''
    return sign + (whole[:-digits] + '.' + whole[-digits:] if digits else whole)


def money(value):
    return text(value, 2)


# ---- what the files say --------------------------------------------------------------------------------------------------

people = {row['id']: row for row in rows('people.csv')}
orders = [(row['SalesOrderID'], date.fromisoformat(row['OrderDate']), row['SalesPersonID'], Fraction(row['SubTotal'])) for row in rows('orders.csv')]
own_periods = [(row['period'], date.fromisoformat(row['from']), date.fromisoformat(row['to']), row['year']) for row in rows('periods.csv')]
FIRST, LAST = own_periods[0][1], own_periods[-1][2]
rate_of = {(row['ToCurrencyCode'], row['CurrencyRateDate']): Fraction(row['AverageRate']) for row in rows('exchange_rates.csv')}

quotas = defaultdict(list)      # payee -> [first day, last day, amount]
for row in sorted(rows('quotas.csv'), key=lambda row: row['QuotaDate']):
    start = date.fromisoformat(row['QuotaDate'])
    mine = quotas[row['BusinessEntityID']]
    if mine:
        mine[-1][1] = start - DAY
    mine.append([start, date(2014, 5, 29), Fraction(row['SalesQuota'])])

costs = defaultdict(list)       # product -> [first day, cost]; the last one goes on
for row in rows('product_costs.csv'):
    costs[row['ProductID']].append((date.fromisoformat(row['StartDate']), Fraction(row['StandardCost'])))


def cost_on(product, day):
    return max((start, cost) for start, cost in costs[product] if start <= day)[1]


reps = sorted(id for id, person in people.items() if person['title'] == 'Sales Representative')
managers = sorted(id for id, person in people.items() if person['title'] != 'Sales Representative')


def hired(id):
    return date.fromisoformat(people[id]['hired'])


def in_plan(id, first, last):
    """First and last day in the plan within a period, or None."""
    start, end = max(first, hired(id), FIRST), min(last, LAST)
    return (start, end) if start <= end else None


def sold(id, first, last):
    days = in_plan(id, first, last)
    return [order for order in orders if order[2] == id and days[0] <= order[1] <= days[1]]


def quota_in(id, first, last):
    """Each quota gives the part of it that falls on the days from first to last."""
    total = Fraction(0)
    for start, end, amount in quotas[id]:
        shared = (min(last, end) - max(first, start)).days + 1
        if shared > 0:
            total += amount * shared / ((end - start).days + 1)
    return total


def quarters():
    """Calendar quarters from 2011-Q2 to 2014-Q2."""
    for year in range(2011, 2015):
        for quarter in range(4):
            first = date(year, 3 * quarter + 1, 1)
            last = (date(year, 3 * quarter + 4, 1) if quarter < 3 else date(year + 1, 1, 1)) - DAY
            if last >= FIRST and first <= LAST:
                yield f'{year}-Q{quarter + 1}', first, last, str(year)


# ---- the plans in words --------------------------------------------------------------------------------------------------

def commission_by_order(id, first, last):
    """Own rate on each order, each order in whole cents."""
    rate = Fraction(people[id]['commission_rate'])
    return sum((half_up(amount * rate) for _, _, _, amount in sold(id, first, last)), Fraction(0))


def quota_bonus(id, first, last):
    """Nothing up to 80 % of quota, the whole bonus from 100 %, in proportion between; bonus by days in the plan."""
    result = sum(order[3] for order in sold(id, first, last))
    attainment = result / quota_in(id, first, last)
    share = min(Fraction(1), max(Fraction(0), (attainment - Fraction(8, 10)) / Fraction(2, 10)))
    start, end = in_plan(id, first, last)
    bonus = Fraction(people[id]['bonus']) * ((end - start).days + 1) / ((last - first).days + 1)
    return half_up(share * bonus)


line_amounts = defaultdict(lambda: [Fraction(0), Fraction(0)])      # order -> [sales, cost] of its lines
_order_day = {number: day for number, day, _, _ in orders}
for row in rows('order_lines.csv'):
    sums = line_amounts[row['SalesOrderID']]
    sums[0] += Fraction(row['LineTotal'])
    sums[1] += Fraction(row['OrderQty']) * cost_on(row['ProductID'], _order_day[row['SalesOrderID']])


def margin_of(id, first, last):
    mine = [line_amounts[order[0]] for order in sold(id, first, last)]
    sales, cost = sum((s for s, _ in mine), Fraction(0)), sum((c for _, c in mine), Fraction(0))
    return sales, sales - cost


def margin_bonus(id, first, last):
    """2 % of the gross margin, in a quarter whose margin is at least 3 % of sales."""
    sales, margin = margin_of(id, first, last)
    return half_up(margin * Fraction(2, 100)) if sales and margin / sales >= Fraction(3, 100) else Fraction(0)


def team_sales(id, first, last):
    """In full what direct reports sell, half of what their direct reports sell, while the manager is in the plan."""
    start, end = in_plan(id, first, last)
    total = Fraction(0)
    for _, day, seller, amount in orders:
        if start <= day <= end:
            chief = people[seller]['manager']
            if chief == id:
                total += amount
            elif chief and people[chief]['manager'] == id:
                total += amount / 2
    return total


def tier_rates(id):
    """Up to 80 % of quota the own rate, up to 100 % one and a half times, then twice."""
    own = Fraction(people[id]['commission_rate'])
    return [(Fraction(0), own), (Fraction(8, 10), own * 3 / 2), (Fraction(1), own * 2)]


def marginal(id, result, quota):
    """Each slice earns the rate of its tier."""
    tiers = tier_rates(id)
    total = Fraction(0)
    for n, (lower, rate) in enumerate(tiers):
        bottom = lower * quota
        top = tiers[n + 1][0] * quota if n + 1 < len(tiers) else max(result, bottom)
        total += max(Fraction(0), min(result, top) - bottom) * rate
    return total


def whole(id, result, quota):
    """The tier reached pays on everything; a border belongs to the upper tier."""
    return result * [rate for lower, rate in tier_rates(id) if result / quota >= lower][-1]


# ---- the files -----------------------------------------------------------------------------------------------------------

files = {}


def table(name, header, lines):
    out = io.StringIO()
    writer = csv.writer(out, lineterminator='\n')
    writer.writerow(header)
    writer.writerows(lines)
    files[name] = out.getvalue()


def present(ids, periods):
    return [(id, period) for id in ids for period in periods if in_plan(id, period[1], period[2])]


EARNED = ['payee', 'period', 'component', 'base', 'earned']
lines, paid = [], []
for id, (name, first, last, year) in present(reps, own_periods):
    result = sum((order[3] for order in sold(id, first, last)), Fraction(0))
    parts = [('commission', result, commission_by_order(id, first, last)),
             ('quota_bonus', result, quota_bonus(id, first, last)),
             ('margin_share_bonus', margin_of(id, first, last)[1], margin_bonus(id, first, last))]
    lines += [[id, name, component, text(base), money(earned)] for component, base, earned in parts]
    total = sum(earned for _, _, earned in parts)
    currency = people[id]['pay_currency']
    rate = Fraction(1) if currency == 'USD' else rate_of[currency, str(last)]
    paid.append([id, name, money(total), currency, text(rate), money(half_up(total * rate))])
table('sales-representative.csv', EARNED, lines)
table('sales-representative.paid.csv', ['payee', 'period', 'total', 'currency', 'rate', 'paid'], paid)

table('sales-manager.csv', EARNED, [
    [id, name, 'override', text(team_sales(id, first, last)), money(half_up(team_sales(id, first, last) * Fraction(2, 1000)))]
    for id, (name, first, last, year) in present(managers, own_periods)])

for design, pays, periods in [('tiers-marginal', marginal, own_periods), ('tiers-whole', whole, own_periods),
                              ('tiers-calendar-quarters', marginal, list(quarters()))]:
    lines = []
    for id, (name, first, last, year) in present(reps, periods):
        result = sum((order[3] for order in sold(id, first, last)), Fraction(0))
        lines.append([id, name, 'commission', text(result), money(half_up(pays(id, result, quota_in(id, first, last))))])
    table(design + '.csv', EARNED, lines)

lines = []
so_far = defaultdict(lambda: [Fraction(0), Fraction(0), Fraction(0)])       # payee and year -> result, quota, earned
for id, (name, first, last, year) in present(reps, own_periods):
    sums = so_far[id, year]
    sums[0] += sum((order[3] for order in sold(id, first, last)), Fraction(0))
    sums[1] += quota_in(id, first, last)
    earned = half_up(marginal(id, sums[0], sums[1])) - sums[2]
    sums[2] += earned
    lines.append([id, name, 'commission', text(sums[0]), money(earned)])
table('tiers-year-to-date.csv', EARNED, lines)

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
