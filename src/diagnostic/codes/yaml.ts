/** Codes of group Y: what can be wrong with a file as text and as YAML, and with `paycurve-ignore` comments. */
import type { CodeEntry } from '../codes.ts';

export const yamlCodes = {
  Y001: {
    title: 'the file is empty',
    about: 'The file holds nothing, or only comments. A plan file begins with plan: and a workspace file with workspace:. An empty file is usually one that was not saved.',
    wrong: '# my plan',
    right: 'plan: account-executive\ntitle: Account Executive 2026',
  },
  Y002: {
    title: 'a second document in one file',
    about: 'A line --- or ... ends a YAML document, and many programs ignore everything behind it without a word. paycurve refuses such a file, so that no part of a plan is lost. Put each plan in its own file.',
    wrong: 'plan: one\n---\nplan: two',
    right: 'plan: one',
  },
  Y003: {
    title: 'a YAML directive',
    about: 'A line that begins with % changes how YAML is read: under %YAML 1.1 the word no becomes false and 010 becomes 8. A plan must mean the same in every program, so directives are refused.',
    wrong: '%YAML 1.1\n---\nplan: one',
    right: 'plan: one',
  },
  Y004: {
    title: 'an anchor or an alias',
    about: '&name and *name are copies in YAML: a change in one place changes another that a reader does not see, and in a formula a word that begins with & simply disappears. Write the value out, or put the operator behind the first column.',
    wrong: 'rate: &standard 5%',
    right: 'rate: 5%',
  },
  Y005: {
    title: 'a tag',
    about: 'A word that begins with ! is a YAML tag, which changes the type of the value behind it or disappears. It is most often meant as a negation; in formulas that is the word not.',
    wrong: 'where: !renewal and amount > 0',
    right: 'where: not renewal and amount > 0',
  },
  Y006: {
    title: 'a merge key',
    about: 'The key << copies the entries of another map and lets later ones win silently. A plan is read as it stands: write the entries out.',
    wrong: 'second:\n  <<: first\n  rate: 5%',
    right: 'second:\n  commission on: revenue\n  rate: 5%',
  },
  Y007: {
    title: 'the same key twice',
    about: 'A map holds each key once. With two, programs take the first or the last without a word, and the plan would pay by a line that the reader did not look at. Both places are shown.',
    wrong: 'rate: 5%\nrate: 6%',
    right: 'rate: 6%',
  },
  Y008: {
    title: 'a tab in the indentation',
    about: 'YAML shows which entries belong together by the blanks in front of a line, and does not count tabs. Replace each tab by two blanks; editors have a setting for it.',
    wrong: 'components:\n\tbase: { rate: 5% }',
    right: 'components:\n  base: { rate: 5% }',
  },
  Y009: {
    title: 'indentation that fits nothing',
    about: 'All entries of one map or list have the same number of blanks in front. This line has fewer than its neighbours and more than the map around them, so it belongs to neither.',
    wrong: 'tiers:\n    read: marginal\n  rates: []',
    right: 'tiers:\n  read: marginal\n  rates: []',
  },
  Y010: {
    title: 'text behind a closed value',
    about: 'A value that begins with a quote ends at the closing quote; a value that begins with a bracket ends at the closing bracket. Nothing may follow. A formula begins with a column, or stands in quotes as a whole.',
    wrong: 'where: "Cloud" == product',
    right: 'where: product == "Cloud"',
  },
  Y011: {
    title: 'a quote that is not closed',
    about: 'A quote opens a text that goes on, over line ends, until the same quote closes it. Without the closing quote the rest of the file is swallowed. Close it at the end of its value.',
    wrong: "title: 'Account Executive\nfor: role == 'AE'",
    right: "title: 'Account Executive'\nfor: role == 'AE'",
  },
  Y012: {
    title: 'brackets that do not fit',
    about: 'Lists in one line are written [a, b], maps {key: value, key: value}: with a comma between the items, and each bracket closed once. Formulas have no square or curly brackets.',
    wrong: 'files: [a.csv, b.csv',
    right: 'files: [a.csv, b.csv]',
  },
  Y013: {
    title: 'a sign that cannot begin a value',
    about: 'YAML keeps some signs for itself at the beginning of a value: % @ ` and also > and |, which begin a block of text. Put the column first, write 5% in place of %5, or wrap the value in single quotes.',
    wrong: 'gate: >= 35%',
    right: 'gate: margin_pct >= 35%',
  },
  Y014: {
    title: 'a second colon in one line',
    about: 'A colon followed by a blank ends a key, so one line holds one key. In a formula write if(condition, then, else); wrap a title that holds a colon in quotes.',
    wrong: 'title: Sales: second half',
    right: "title: 'Sales: second half'",
  },
  Y015: {
    title: 'a line that is no key: value',
    about: 'In a map every line is a key, a colon, a blank and a value. Here the colon or the blank behind it is missing, or a list item stands where a key is expected.',
    wrong: 'rate:5%',
    right: 'rate: 5%',
  },
  Y016: {
    title: 'a value that swallowed the next line',
    about: 'A line that is indented deeper than a key: value line above it continues that value. A key written there becomes part of the text. Indent it like the key above, or let the line above end with the colon.',
    wrong: 'rate: 5%\n  cap: 10_000',
    right: 'rate: 5%\ncap: 10_000',
  },
  Y017: {
    title: 'an unknown escape in double quotes',
    about: 'Inside double quotes a backslash begins an escape such as \\n. Texts with backslashes, such as paths, stand in single quotes, where the backslash is a plain character.',
    wrong: 'file: "data\\quotas.csv"',
    right: "file: 'data/quotas.csv'",
  },
  Y018: {
    title: 'a # that cuts a text in two',
    about: 'A blank followed by # begins a comment, also in the middle of a formula, unless the whole value stands in quotes. YAML drops the rest without a word; here a quote was still open, so something was lost.',
    wrong: 'where: product == "Model #1"',
    right: "where: 'product == \"Model #1\"'",
  },
  Y019: {
    title: 'not a key',
    about: 'A key is a plain word in front of a colon. It cannot be empty, a list, a map or longer than 1024 characters, and the words __proto__, constructor and prototype are refused because programs that read a plan could be confused by them.',
    wrong: ': 5%',
    right: 'rate: 5%',
  },
  Y020: {
    title: 'a control character',
    about: 'The file holds a character that no one can see and that a terminal would obey. It usually comes from copying out of another program. Delete it.',
    wrong: 'title: "Sales" followed by an escape character',
    right: 'title: Sales',
  },
  Y021: {
    title: 'old-Mac line ends',
    about: 'Lines of the file end with a lone carriage return. YAML readers disagree about such files. Save the file with Unix or Windows line ends.',
    wrong: 'lines that end with CR',
    right: 'lines that end with LF, or with CR LF',
  },
  Y022: {
    title: 'an invisible character',
    about: 'The text holds a character without a shape of its own: a zero-width or no-break blank in a key, or a mark that turns the reading direction. A reader would see another plan than the program. Type the line again.',
    wrong: 'rate (with a no-break blank in front): 5%',
    right: 'rate: 5%',
  },
  Y023: {
    title: 'a comma that cuts a formula in two',
    about: 'Inside { } and [ ] a comma ends the value, even between the round brackets of a formula. Wrap the formula in double quotes, or write each key on its own line, where commas are plain characters.',
    wrong: "revenue: { sum: amount, where: type in ('New', 'Expansion') }",
    right: "revenue: { sum: amount, where: \"type in ('New', 'Expansion')\" }",
  },
  Y030: {
    title: 'a file that is too large',
    about: 'Plan and workspace files hold at most 1 MiB. Rows of data belong in CSV files, which may be as large as the disk.',
    wrong: 'a plan with a quota line for each of 50,000 people',
    right: 'quotas: { file: data/quotas.csv, columns: { payee: payee, from: date, amount: money } }',
  },
  Y031: {
    title: 'nested too deep',
    about: 'Maps and lists may stand inside each other 64 levels deep; a plan needs about eight. More is a bracket that was not closed, or a file that is no plan.',
    wrong: 'a: [[[[[[[[[[[[[[[[[[ and so on',
    right: 'a: [1, 2]',
  },
  Y032: {
    title: 'too many keys in one map',
    about: 'A map holds at most 2,000 keys. Longer lists, such as one entry for each person or product, belong in a data file or a reference table.',
    wrong: 'rates: with 5,000 products as keys',
    right: 'tables:\n  product_rates: { file: data/product_rates.csv, key: product, columns: { product: text, rate: ratio } }',
  },
  Y033: {
    title: 'a text that is too long',
    about: 'One text holds at most 65,536 characters. A longer one is nearly always a quote that is closed too late.',
    wrong: 'title: "a text over a thousand lines"',
    right: 'title: Account Executive 2026',
  },
  Y040: {
    title: 'bytes that are not UTF-8',
    about: 'The file holds a byte that is not UTF-8, usually because a spreadsheet saved it as Windows-1252 or Latin-1. Read as something else, a letter of a name would silently become another. Save the file as UTF-8.',
    wrong: 'a CSV file saved in Excel as "CSV (comma delimited)"',
    right: 'a CSV file saved in Excel as "CSV UTF-8"',
  },
  Y041: {
    title: 'UTF-16 or UTF-32',
    about: 'Each character of the file takes two or four bytes, as when a spreadsheet saves "Unicode text". Save the file as UTF-8.',
    wrong: 'a file saved as "Unicode Text"',
    right: 'a file saved as "CSV UTF-8"',
  },
  Y042: {
    title: 'not a text file',
    about: 'The file is a workbook, an archive or another binary file. Plans are text files, and data are CSV files.',
    wrong: 'paycurve validate plan.xlsx',
    right: 'paycurve validate plan.yaml',
  },
  Y050: {
    title: 'not YAML',
    about: 'The line breaks a rule of YAML for which paycurve has no words of its own. The words of the YAML reader are shown.',
    wrong: 'rate: "5%" "6%"',
    right: 'rate: 5%',
  },
  Y060: {
    title: 'an ignore without a reason',
    about: 'A finding may be silenced on the line above it, with its code and a reason that a later reader understands. Without a reason nothing is silenced.',
    wrong: '# paycurve-ignore P210',
    right: '# paycurve-ignore P210: agreed with finance until Q3',
  },
  Y061: {
    title: 'an ignore that silences nothing',
    about: 'The line below has no finding with this code: it was mended, or the comment stands above another line. Remove the comment, so that a new finding is not silenced by an old reason.',
    wrong: '# paycurve-ignore P210: agreed with finance\ntitle: Account Executive',
    right: 'title: Account Executive',
  },
  Y062: {
    title: 'a finding that cannot be ignored',
    about: 'Errors of the groups Y, D and R mean that the number would be wrong or unknown. They are mended, never silenced. Codes that do not exist cannot be ignored either.',
    wrong: '# paycurve-ignore Y007: both are fine\nrate: 5%',
    right: 'rate: 5%',
  },
} as const satisfies Record<string, CodeEntry>;

/** Errors of this group after which a file can still be read: its other checks have run too. */
export const READABLE: ReadonlySet<string> = new Set(['Y007', 'Y060', 'Y061', 'Y062']);
