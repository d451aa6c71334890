"""The same job as `paycurve run` on the bench workspace, as an analyst would write it: csv and Decimal, exact.

Reads people, quotas and sales, refuses unknown sellers, repeated ids and cells that are no numbers, and writes what
every person earned in every month and component. `python3 analyst.py FOLDER OUTPUT.csv`
"""
import csv
import sys
from collections import defaultdict
from datetime import date
from decimal import ROUND_HALF_UP, Decimal, getcontext

getcontext().prec = 60
CENT = Decimal("0.01")
REGIONS = {"North", "South", "East", "West"}
TIERS = [(Decimal("0.8"), Decimal("0.01")), (Decimal("1"), Decimal("0.03")), (Decimal("1.2"), Decimal("0.05")), (None, Decimal("0.07"))]


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        yield from csv.DictReader(file)


def cents(amount):
    return amount.quantize(CENT, rounding=ROUND_HALF_UP)


def growth(base, quota):
    """Each slice of the base at the rate of its tier; a negative base at the first rate."""
    earned, start = Decimal(0), Decimal(0)
    for edge, rate in TIERS:
        end = base if edge is None else min(base, edge * quota)
        if end <= start and start > 0:
            break
        earned += (end - start) * rate
        if edge is None or base < edge * quota:
            break
        start = edge * quota
    return earned


def main(folder, output):
    people = {row["id"] for row in rows(f"{folder}/data/people.csv")}
    quotas = {row["payee"]: Decimal(row["amount"]) / 12 for row in rows(f"{folder}/data/quotas.csv")}
    revenue, consulting, seen = defaultdict(Decimal), defaultdict(Decimal), set()
    for row in rows(f"{folder}/data/sales.csv"):
        if row["seller"] not in people:
            sys.exit(f"unknown seller {row['seller']}")
        if row["order_id"] in seen:
            sys.exit(f"{row['order_id']} twice")
        if row["region"] not in REGIONS:
            sys.exit(f"unknown region {row['region']}")
        seen.add(row["order_id"])
        date.fromisoformat(row["order_date"])
        Decimal(row["margin"])
        key = (row["seller"], row["order_date"][:7])
        (consulting if row["product"] == "Services" else revenue)[key] += Decimal(row["amount"])
    total = Decimal(0)
    with open(output, "w", newline="", encoding="utf-8") as file:
        write = csv.writer(file, lineterminator="\n")
        write.writerow(["payee", "period", "base", "growth", "services", "total"])
        for payee in sorted(people):
            for month in range(1, 13):
                key = (payee, f"2026-{month:02d}")
                sold, quota = revenue[key], quotas[payee]
                services = min(consulting[key] * Decimal("0.045"), Decimal(1000)) if sold / quota >= Decimal("0.5") else Decimal(0)
                parts = [cents(sold * Decimal("0.02")), cents(growth(sold, quota)), cents(services)]
                total += sum(parts)
                write.writerow([*key, *parts, sum(parts)])
    print(total)


main(*sys.argv[1:])
