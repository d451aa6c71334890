/** Codes of group D: data files, headers, cells, rows and reference tables. */
import type { CodeEntry } from '../codes.ts';

export const dataCodes = {
  // D1xx: the file as a whole, its bytes and its header
  D101: {
    title: 'empty data file',
    about: 'The file has no header, so nothing can be known about its columns. An empty export is more often a failed export than a month without sales, so it is an error. A file with a header and no rows is accepted with a warning.',
    wrong: '(nothing)',
    right: 'order_id,order_date,seller,amount',
  },
  D102: {
    title: 'header without rows',
    about: 'The file has a header and not a single row. The run goes on with zero rows; check that the export is complete.',
    wrong: 'order_id,order_date,seller,amount',
    right: 'order_id,order_date,seller,amount\n1001,2026-02-03,ana,1200.00',
  },
  D103: {
    title: 'not UTF-8',
    about: 'A byte of the file is no UTF-8 text. Files saved as Latin-1 or Windows-1252 look right in a spreadsheet but would turn names into other names here, so nothing is guessed. Export the file again as UTF-8 ("CSV UTF-8" in spreadsheets), or convert it: iconv -f WINDOWS-1252 -t UTF-8.',
    wrong: 'M<FC>ller',
    right: 'Müller',
  },
  D104: {
    title: 'UTF-16 file',
    about: 'The file is encoded as UTF-16 ("Unicode text" in spreadsheets). Save it again as "CSV UTF-8".',
    wrong: 'FF FE 6F 00 72 00 64 00',
    right: '6F 72 64 65 72 5F 69 64',
  },
  D105: {
    title: 'not a text file',
    about: 'The file begins like a spreadsheet, a compressed or another kind of file, or holds a NUL (a byte of zero), which no text has. Export it again as CSV UTF-8.',
    wrong: '1001,2026-02-03,an<00>a,1200.00',
    right: '1001,2026-02-03,ana,1200.00',
  },
  D106: {
    title: 'record longer than 1 MiB',
    about: 'A row has more than 1,048,576 characters. Nearly always a quote is missing, or the file has no line ends. Nothing after it can be read.',
    wrong: 'a file of 50 MB on one line',
    right: 'one row on each line',
  },
  D107: {
    title: 'quote never closed',
    about: 'A cell opens with a quote that is not closed before the end of the file (or within 1 MiB). Everything after it would be part of that one cell, so the file is refused. The message names the line where the quote opened. A quote inside a quoted cell is written twice.',
    wrong: '1001,"Acme, Inc.\n1002,"Beta"',
    right: '1001,"Acme, Inc."\n1002,"Beta"',
  },
  D108: {
    title: 'quote inside a cell that does not begin with one',
    about: 'A quote may only stand around a whole cell. A blank between the delimiter and the quote, or an inch mark inside a cell, breaks the rule, and programs disagree about what such a file means.',
    wrong: '1001, "Acme"\n1002,5" disk',
    right: '1001,"Acme"\n1002,"5"" disk"',
  },
  D109: {
    title: 'text after a closing quote',
    about: 'After the quote that closes a cell only a delimiter or the end of the line may follow. Often an earlier quote was not closed: the message names the line where this cell opened.',
    wrong: '1001,"Acme"Inc',
    right: '1001,"Acme Inc"',
  },
  D110: {
    title: 'more rows than allowed',
    about: 'The source has more rows than the limit (20 million unless raised). The limit keeps a wrong pattern of files from filling a machine.',
    wrong: 'files: archive/**/*.csv',
    right: 'files: data/sales-2026-*.csv',
  },
  D111: {
    title: 'separator line of a spreadsheet',
    about: 'The first line is sep=, as spreadsheets write it to tell themselves the delimiter. It agrees with the declaration and is skipped; row 1 is the header after it.',
    wrong: 'sep=;\norder_id;amount',
    right: 'order_id;amount',
  },
  D112: {
    title: 'separator line that contradicts the declaration',
    about: 'The first line declares another delimiter than the workspace. Declare the delimiter in the workspace; paycurve does not guess.',
    wrong: 'sep=;\norder_id;amount        (declared: ,)',
    right: 'data:\n  sales:\n    delimiter: ";"',
  },
  D113: {
    title: 'another delimiter',
    about: 'The header looks separated by another character than declared. A guess could read 1,5 as two cells, so declare the delimiter of the source.',
    wrong: 'order_id;order_date;amount        (declared: ,)',
    right: 'data:\n  sales:\n    delimiter: ";"',
  },
  D114: {
    title: 'line break inside an unused cell',
    about: 'A quoted cell of a column that is not declared holds line breaks. That is allowed and common for notes. It is mentioned because a missing quote can swallow whole rows in the same way: compare the number of rows with your source.',
    wrong: '1001,"call back\n1002,tomorrow",5.00',
    right: '1001,"call back tomorrow",5.00',
  },
  D120: {
    title: 'declared column missing',
    about: 'The file has no column with the declared header. Headers are compared exactly, case included. If the file calls it otherwise, write: name: type from HEADER.',
    wrong: 'columns: { amount: money }        (header: SubTotal)',
    right: 'columns: { amount: money from SubTotal }',
  },
  D121: {
    title: 'two columns with one header',
    about: 'Two columns have the same header. Other programs silently take the last one. Rename or remove one of them.',
    wrong: 'order_id,amount,amount',
    right: 'order_id,amount,amount_net',
  },
  D122: {
    title: 'headers that differ only in case',
    about: 'Two headers differ only in capital letters. The declared one is taken exactly as written; make sure it is the one you mean.',
    wrong: 'order_id,Amount,amount',
    right: 'order_id,amount_gross,amount',
  },
  D123: {
    title: 'column without a header',
    about: 'A column has no header. Often the line ends with a delimiter, or the spreadsheet had an empty column.',
    wrong: 'order_id,amount,',
    right: 'order_id,amount',
  },
  D124: {
    title: 'unfit header',
    about: 'A header holds characters that cannot be seen, or is longer than 256 characters. Such a header cannot be told from its look-alike.',
    wrong: 'order_id,am<U+200B>ount',
    right: 'order_id,amount',
  },
  D125: {
    title: 'more than 512 columns',
    about: 'A data file may have 512 columns. Export only the columns that plans use.',
    wrong: 'c1,c2,c3, … ,c600',
    right: 'order_id,order_date,seller,amount',
  },
  D126: {
    title: 'blanks around a header',
    about: 'A header has blanks around it. They are ignored, and said so.',
    wrong: 'order_id, amount',
    right: 'order_id,amount',
  },

  // D2xx: rows and cells
  D201: {
    title: 'row with another number of cells than the header',
    about: 'Every row must have as many cells as the header; otherwise values shift into the wrong columns. A cell that holds the delimiter must be in quotes.',
    wrong: 'order_id,customer,amount\n1001,Acme, Inc.,1200.00',
    right: 'order_id,customer,amount\n1001,"Acme, Inc.",1200.00',
  },
  D202: {
    title: 'row of blanks',
    about: 'A line holds only blanks, or only empty cells. Empty lines are skipped and counted; a line that holds something is a row, and this one has no data.',
    wrong: '1001,2026-02-03,ana,1200.00\n,,,',
    right: '1001,2026-02-03,ana,1200.00',
  },
  D203: {
    title: 'empty cell',
    about: 'The cell is empty and the column is not declared as optional. Zero and blank are different things. Fill the cell in, or write a question mark after the type if the value may be missing.',
    wrong: 'columns: { co_owner: payee }',
    right: 'columns: { co_owner: payee? }',
  },
  D204: {
    title: 'not a number',
    about: 'Numbers are an optional sign, at most 18 digits, and if needed the declared decimal mark and at most 12 digits; ratios may end in %. No group marks, currency signs, exponents or brackets: each of them has been read wrongly by some program.',
    wrong: '1,234.50',
    right: '1234.50',
  },
  D205: {
    title: 'not a date',
    about: 'Dates are YYYY-MM-DD and must exist. 03/04/2026 is read as March in one country and as April in another; a time zone can move a sale into another period. Columns with times are declared as timestamp and have no zone.',
    wrong: '03/04/2026',
    right: '2026-04-03',
  },
  D206: {
    title: 'neither yes nor no',
    about: 'A yes/no cell is true or false, yes or no, 1 or 0, in lower case.',
    wrong: 'Y',
    right: 'yes',
  },
  D207: {
    title: 'value that is not in the list',
    about: 'The column is declared as one of a list of values, and this is none of them. Values are compared exactly. A new kind of deal must be declared before a plan can treat it.',
    wrong: 'type: one of New, Renewal        (cell: new)',
    right: 'type: one of New, Renewal        (cell: New)',
  },
  D208: {
    title: 'unfit character in a text',
    about: 'The cell holds a control character, a line break, a zero-width or direction mark, or the mark of a lost character. Two texts that look alike would be different, or the file was damaged by an earlier conversion.',
    wrong: 'ana<U+200B>',
    right: 'ana',
  },
  D209: {
    title: 'blanks around an id',
    about: 'An id has blanks before or after it. It would be another id than the same one without, so it is refused instead of trimmed.',
    wrong: '1001,"ana ",1200.00',
    right: '1001,ana,1200.00',
  },
  D210: {
    title: 'unknown payee',
    about: 'The cell names somebody who is not in the people file. Ids are compared exactly; one that differs in case or in a look-alike letter is another id.',
    wrong: 'seller: an a',
    right: 'seller: ana',
  },
  D211: {
    title: 'not a currency code',
    about: 'Currencies are written as the three capital letters of ISO 4217.',
    wrong: '1200.00,US$',
    right: '1200.00,USD',
  },
  D212: {
    title: 'amount without a currency',
    about: 'The row has an amount whose currency stands in another column, and that cell is empty. An amount without currency cannot be added to anything.',
    wrong: 'amount,currency\n1200.00,',
    right: 'amount,currency\n1200.00,EUR',
  },
  D213: {
    title: 'id too long',
    about: 'Ids have at most 128 characters.',
    wrong: 'an id of 300 characters',
    right: '2026-EMEA-000123',
  },
  D214: {
    title: 'texts brought to the composed form',
    about: 'Some letters with accents were stored as a letter and a separate accent. They were put together (Unicode NFC), so that equal texts are equal. Nothing else was changed.',
    wrong: 'Ame<U+0301>lie',
    right: 'Amélie',
  },
  D215: {
    title: 'a row that looks like a total',
    about: 'The id of the row reads like the total line of a report. It was taken as a transaction. If it is a sum of the rows above, remove it: it would be counted a second time.',
    wrong: 'Total,2026-02-28,ana,48210.00',
    right: '(the row left out)',
  },
  D216: {
    title: 'nothing found by a lookup',
    about: 'A lookup fetches a value from a reference table by key, and on a date if the table is dated. No entry has this key on this day. Add the entry, or declare the lookup as optional.',
    wrong: 'product_id 776 sold on 2011-05-31, costs known from 2011-06-01',
    right: 'costs known from 2011-05-31',
  },
  D218: {
    title: 'a ratio above one without a percent sign',
    about: 'In a column of ratios 0.41 and 41% are the same, and 41 is 4,100 %. A percent sign that was lost in an export would open every gate on margin and pay a hundredfold, so a ratio above 1 is written with its percent sign, in data as in plans. A factor that may pass 1, such as 1.5, belongs in a column declared as number.',
    wrong: 'order_id,margin\nO-17,41',
    right: 'order_id,margin\nO-17,41%',
  },
  D217: {
    title: 'transaction without id or date',
    about: 'Every transaction needs its id, to be found again and not to be paid twice, and the date that decides its period.',
    wrong: ',2026-02-03,ana,1200.00',
    right: '1001,2026-02-03,ana,1200.00',
  },

  // D3xx: transactions as a whole
  D301: {
    title: 'transaction id seen twice',
    about: 'Two rows have the same transaction id. Paying both, or choosing one by its place in the file, would both be guesses, so the run stops, in quarantine too. Remove one, or if repeats are exact copies of the same row, declare duplicates: ignore-identical.',
    wrong: '1001,2026-02-03,ana,1200.00\n1001,2026-02-03,ana,1200.00',
    right: '1001,2026-02-03,ana,1200.00',
  },
  D302: {
    title: 'transaction id seen twice with different cells',
    about: 'Identical repeats are declared as ignored, but this row has the id of an earlier one and differs from it in a declared column. A change is a new transaction that refers to the old one; the original is not edited.',
    wrong: '1001,2026-02-03,ana,1200.00\n1001,2026-02-03,ana,1300.00',
    right: '1001,2026-02-03,ana,1200.00\n1001-1,2026-02-10,ana,100.00',
  },
  D303: {
    title: 'rows rejected',
    about: 'Rows that cannot be read were put aside with their reasons, and the run went on without them. They are counted in the account of rows: read = credited + excluded + rejected.',
    wrong: '3 of 48,213 rows of sales were rejected',
    right: 'correct the rows and run again',
  },
  D304: {
    title: 'more problems than are listed',
    about: 'Only the first problems of a source are listed. All rows were read and counted.',
    wrong: '1,000 problems listed, 12,403 more',
    right: 'correct the first ones; most others will have the same cause',
  },

  // D4xx: people and hierarchy
  D401: {
    title: 'person listed twice',
    about: 'Two rows have the same person, or the same person from the same day. Which of them holds cannot be known. Records that follow one another need different first days (people: from).',
    wrong: 'id,name,from\nana,Ana,2026-01-01\nana,Ana,2026-01-01',
    right: 'id,name,from\nana,Ana,2026-01-01\nana,Ana,2026-07-01',
  },
  D402: {
    title: 'end before start',
    about: 'The last day lies before the first day. Both days are included.',
    wrong: 'start,end\n2026-03-01,2026-02-28',
    right: 'start,end\n2026-03-01,2026-12-31',
  },
  D403: {
    title: 'record that is never in force',
    about: 'The record holds on no day: the next record of the person begins before this one could, or the record begins after the last day of service.',
    wrong: 'id,from,start\nana,2026-01-01,2026-03-01\nana,2026-02-01,2026-03-01',
    right: 'id,from,start\nana,2026-03-01,2026-03-01',
  },
  D404: {
    title: 'manager unknown',
    about: 'The manager is nobody in the people file. Credits for managers would be lost.',
    wrong: 'id,manager\nana,bob        (no bob)',
    right: 'id,manager\nbob,\nana,bob',
  },
  D405: {
    title: 'circle in the hierarchy',
    about: 'Going up from a person to manager, manager of the manager and so on comes back to the same person on that day. Correct one of the records.',
    wrong: 'id,manager\nana,bob\nbob,ana',
    right: 'id,manager\nana,bob\nbob,',
  },
  D406: {
    title: 'ids that look alike',
    about: 'Two people have ids that differ only in case, width or look-alike letters of another alphabet. They are kept apart; make sure they are two people.',
    wrong: 'id\nana\nAna',
    right: 'id\nana.silva\nana.costa',
  },

  // D5xx: quotas
  D501: {
    title: 'two quotas for one day',
    about: 'Two records of one payee and measure cover the same day. Two values for one day are an error, never the last one wins.',
    wrong: 'payee,from,to,amount\nana,2026-01-01,2026-03-31,100\nana,2026-03-01,2026-05-31,120',
    right: 'payee,from,to,amount\nana,2026-01-01,2026-02-28,100\nana,2026-03-01,2026-05-31,120',
  },
  D502: {
    title: 'negative quota',
    about: 'A quota is zero or more. A quota of zero needs a stated answer in the plan; no quota is not a quota of zero.',
    wrong: 'ana,2026-01-01,2026-03-31,-100',
    right: 'ana,2026-01-01,2026-03-31,100',
  },
  D503: {
    title: 'quota without an end',
    about: 'The last quota of a payee has no last day. Fill in the column, or write the day in the workspace: until.',
    wrong: 'quotas: { file: data/quotas.csv, columns: { payee: payee, from: date, amount: money } }',
    right: 'quotas: { file: data/quotas.csv, until: 2026-12-31, columns: { payee: payee, from: date, amount: money } }',
  },

  // D6xx: exchange rates
  D601: {
    title: 'two rates for one day',
    about: 'The file has two rates from one currency to another for the same day. Remove one, even if they are equal.',
    wrong: 'date,from,to,rate\n2026-02-03,EUR,USD,1.09\n2026-02-03,EUR,USD,1.10',
    right: 'date,from,to,rate\n2026-02-03,EUR,USD,1.09',
  },
  D602: {
    title: 'rate that is not positive',
    about: 'An exchange rate is more than zero.',
    wrong: '2026-02-03,EUR,USD,0',
    right: '2026-02-03,EUR,USD,1.09',
  },
  D603: {
    title: 'rate of a currency to itself',
    about: 'A currency is worth exactly one unit of itself. Such rows are accepted when their rate is 1.',
    wrong: '2026-02-03,USD,USD,1.01',
    right: '2026-02-03,USD,USD,1',
  },

  // D7xx: reference tables
  D701: {
    title: 'two entries for one key',
    about: 'Two entries of the table have the same key, or the same key on the same day. A lookup would not know which to take.',
    wrong: 'product_id,cost\n776,5.00\n776,6.00',
    right: 'product_id,start,cost\n776,2026-01-01,5.00\n776,2026-07-01,6.00',
  },
  D702: {
    title: 'entry without a key',
    about: 'A cell of the key is empty, so no lookup can ever find the entry.',
    wrong: 'product_id,cost\n,5.00',
    right: 'product_id,cost\n776,5.00',
  },

  // D8xx: calendar files
  D801: {
    title: 'periods that overlap',
    about: 'Two periods hold the same day. A sale of that day would belong to both.',
    wrong: 'period,from,to\n2026-P01,2026-01-01,2026-01-31\n2026-P02,2026-01-31,2026-02-27',
    right: 'period,from,to\n2026-P01,2026-01-01,2026-01-30\n2026-P02,2026-01-31,2026-02-27',
  },
  D802: {
    title: 'gap between periods',
    about: 'Between two periods are days that belong to none. Sales of those days could not be paid.',
    wrong: 'period,from,to\n2026-P01,2026-01-01,2026-01-30\n2026-P02,2026-02-01,2026-02-27',
    right: 'period,from,to\n2026-P01,2026-01-01,2026-01-31\n2026-P02,2026-02-01,2026-02-27',
  },
  D803: {
    title: 'period id used twice',
    about: 'Two periods have the same id. Reports name periods by their id.',
    wrong: 'P01,2026-01-01,2026-01-31\nP01,2026-02-01,2026-02-28',
    right: 'P01,2026-01-01,2026-01-31\nP02,2026-02-01,2026-02-28',
  },
  D804: {
    title: 'window in two pieces',
    about: 'A quarter, half or year is named, then another, then the first again. The periods of a window must follow one another.',
    wrong: 'P01 in 2026-Q1, P02 in 2026-Q2, P03 in 2026-Q1',
    right: 'P01 in 2026-Q1, P02 in 2026-Q1, P03 in 2026-Q2',
  },
} as const satisfies Record<string, CodeEntry>;
