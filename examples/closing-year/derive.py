"""Chooses the orders of 2013 of six people from ../adventureworks/data and lays them out as they arrive, month by month.

No value of an order is changed, but what arrives when is ours: one order of March arrives in April, one of February arrives with
two digits of its amount exchanged and is corrected in May, and one return in October is made up (its id ends in -R). The quotas of the
year, the draw and the day on which 280 leaves are ours too.
"""
import csv
import pathlib

HERE = pathlib.Path(__file__).parent
WHO = {"274", "276", "279", "280", "283", "284"}

with open(HERE / "../adventureworks/data/orders.csv") as file:
    orders = [row for row in csv.DictReader(file) if row["SalesPersonID"] in WHO and row["OrderDate"].startswith("2013")]
with open(HERE / "../adventureworks/data/people.csv") as file:
    people = [row for row in csv.DictReader(file) if row["id"] in WHO]

HEAD = ["SalesOrderID", "OrderDate", "SalesPersonID", "SubTotal"]


def write(month, name, head, rows):
    folder = HERE / "arrivals" / month
    folder.mkdir(parents=True, exist_ok=True)
    with open(folder / name, "w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(head)
        out.writerows(rows)


def wrong(amount):
    return amount[1] + amount[0] + amount[2:]


def cells(row):
    return [row[name] for name in HEAD]


march = [row for row in orders if row["OrderDate"].startswith("2013-03") and row["SalesPersonID"] == "283"]
february = [row for row in orders if row["OrderDate"].startswith("2013-02") and row["SalesPersonID"] == "279"]
late = max(march, key=lambda row: (float(row["SubTotal"]), row["SalesOrderID"]))
bad = max(february, key=lambda row: (float(row["SubTotal"]), row["SalesOrderID"]))

for number in range(1, 13):
    month = f"2013-{number:02d}"
    rows = [row for row in orders if row["OrderDate"].startswith(month) and row is not late]
    write(month, f"orders-{month}.csv", HEAD, [[*cells(row)[:3], wrong(row["SubTotal"])] if row is bad else cells(row) for row in rows])
write("2013-04", "orders-2013-03-late.csv", HEAD, [cells(late)])
write("2013-05", "orders-2013-02.csv", HEAD, [cells(row) for row in orders if row["OrderDate"].startswith("2013-02")])
back = max((row for row in orders if row["OrderDate"].startswith("2013-09") and row["SalesPersonID"] == "276"), key=lambda row: float(row["SubTotal"]))
write("2013-10", "orders-2013-09-returns.csv", HEAD, [[back["SalesOrderID"] + "-R", back["OrderDate"], "276", "-" + back["SubTotal"]]])

COLUMNS = ["id", "name", "title", "manager", "start", "end", "commission_rate"]


def records(leaver):
    return [[row["id"], row["name"], row["title"], row["manager"] if row["id"] != "274" else "", row["hired"], "2013-08-31" if leaver and row["id"] == "280" else "", row["commission_rate"]] for row in people]


write("2013-01", "people.csv", COLUMNS, records(False))
write("2013-08", "people.csv", COLUMNS, records(True))

QUOTAS = {"276": 4000000, "279": 2200000, "280": 600000, "283": 1300000, "284": 1500000}


def quotas(**changed):
    return [[who, "2013-01-01", "2013-12-31", changed.get("q" + who, amount)] for who, amount in QUOTAS.items()]


write("2013-01", "quotas.csv", ["payee", "from", "to", "amount"], quotas())
write("2013-07", "quotas.csv", ["payee", "from", "to", "amount"], quotas(q284=1000000))

ENTRIES = ["id", "payee", "date", "plan", "kind", "account", "amount", "reason", "author", "approver"]
PRIZE = ["A-0", "276", "2013-01-31", "sales-representative", "pay", "", "250.00", "prize of the January contest", "finance", "sales director"]
write("2013-01", "adjustments.csv", ENTRIES, [PRIZE])
write("2013-12", "adjustments.csv", ENTRIES, [PRIZE, ["A-1", "280", "2013-12-31", "sales-representative", "forgive", "draw", "", "no claim against the leaver", "finance", "sales director"]])
