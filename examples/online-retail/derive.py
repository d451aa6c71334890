"""How data/invoice_lines.csv was made from the part of the UCI Online Retail data that this example uses (customers outside the
United Kingdom, December 2010 to June 2011): the columns SourceRow and Description are left out; no row is left out and no value
is changed. Not needed to run the example.

    python3 derive.py invoice_lines.csv data/invoice_lines.csv
"""
import csv
import sys

COLUMNS = ['InvoiceNo', 'StockCode', 'Quantity', 'InvoiceDate', 'UnitPrice', 'CustomerID', 'Country']

with open(sys.argv[1], encoding='utf-8', newline='') as source, open(sys.argv[2], 'w', encoding='utf-8', newline='') as target:
    out = csv.writer(target, lineterminator='\n')
    out.writerow(COLUMNS)
    out.writerows([row[column] for column in COLUMNS] for row in csv.DictReader(source))
