"""How data/*.csv was made from the AdventureWorks sales tables: rows and columns are chosen, joined and put in order;
no value is changed. Not needed to run the example.

    python3 derive.py SOURCE_FOLDER TARGET_FOLDER

SOURCE_FOLDER holds sales_orders.csv, order_lines.csv, salespeople.csv, employees.csv, quota_history.csv,
currency_rates.csv and product_cost_history.csv (one file for each table of the OLTP database).
"""
import csv
import sys
from datetime import date, timedelta
from pathlib import Path

source, target = Path(sys.argv[1]), Path(sys.argv[2])

# Ours, not the publisher's: the currency in which each person abroad is paid (country of salespeople.TerritoryID) ...
PAID_IN = {'278': 'CAD', '282': 'CAD', '286': 'AUD', '288': 'EUR', '289': 'GBP', '290': 'EUR'}
# ... and the names of the quota file's own periods. The last quota has no successor; it ends where SalesYTD ends.
LAST_DAY = '2014-05-29'


def read(name):
    with open(source / name, encoding='utf-8', newline='') as file:
        return list(csv.DictReader(file))


def write(name, header, rows):
    with open(target / name, 'w', encoding='utf-8', newline='') as file:
        out = csv.writer(file, lineterminator='\n')
        out.writerow(header)
        out.writerows(rows)


def pick(name, rows, columns):
    write(name, columns, ([row[column] for column in columns] for row in rows))


def day_before(day):
    return str(date.fromisoformat(day) - timedelta(days=1))


# Orders that a salesperson made (web orders have none): 3,806 of 31,465.
orders = [row for row in read('sales_orders.csv') if row['SalesPersonID']]
pick('orders.csv', orders, ['SalesOrderID', 'OrderDate', 'SalesPersonID', 'SubTotal'])

# Their lines, with what margin needs. Date and seller stand in orders.csv: the workspace looks them up.
kept = {row['SalesOrderID'] for row in orders}
lines = [row for row in read('order_lines.csv') if row['SalesOrderID'] in kept]
pick('order_lines.csv', lines, ['SalesOrderID', 'SalesOrderDetailID', 'ProductID', 'OrderQty', 'LineTotal'])

# Costs of the products in those lines, dated.
products = {row['ProductID'] for row in lines}
costs = [row for row in read('product_cost_history.csv') if row['ProductID'] in products]
pick('product_costs.csv', costs, ['ProductID', 'StartDate', 'EndDate', 'StandardCost'])

# People: employees joined with salespeople by BusinessEntityID. 273 is no salesperson; the zeros are ours (the managers'
# rates and bonuses are 0.0000 in the source).
selling = {row['BusinessEntityID']: row for row in read('salespeople.csv')}
people = []
for row in read('employees.csv'):
    id = row['BusinessEntityID']
    terms = selling.get(id, {'CommissionPct': '0.0000', 'Bonus': '0.0000'})
    people.append([id, f"{row['FirstName']} {row['LastName']}", row['JobTitle'], row['ManagerID'], row['HireDate'],
                   terms['CommissionPct'], terms['Bonus'], PAID_IN.get(id, 'USD')])
write('people.csv', ['id', 'name', 'title', 'manager', 'hired', 'commission_rate', 'bonus', 'pay_currency'], people)

# Quotas as they are, and the periods that their dates make: from one QuotaDate to the day before the next.
quotas = read('quota_history.csv')
pick('quotas.csv', quotas, ['BusinessEntityID', 'QuotaDate', 'SalesQuota'])
starts = sorted({row['QuotaDate'] for row in quotas})
ends = [day_before(day) for day in starts[1:]] + [LAST_DAY]
write('periods.csv', ['period', 'from', 'to', 'year'],
      [[f'FY{2012 + n // 4}-Q{n % 4 + 1}', start, end, f'FY{2012 + n // 4}'] for n, (start, end) in enumerate(zip(starts, ends))])

# Exchange rates of the currencies that somebody is paid in.
rates = [row for row in read('currency_rates.csv') if row['ToCurrencyCode'] in PAID_IN.values()]
pick('exchange_rates.csv', rates, ['CurrencyRateDate', 'FromCurrencyCode', 'ToCurrencyCode', 'AverageRate'])

# What the publisher printed as each salesperson's sales of the last year; a test compares.
pick('published_sales_ytd.csv', read('salespeople.csv'), ['BusinessEntityID', 'SalesYTD'])
