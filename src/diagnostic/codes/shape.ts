/** Codes P001–P019: a file that does not have the shape of a plan or a workspace. */
import type { CodeEntry } from '../codes.ts';

export const shapeCodes = {
  P001: {
    title: 'an unknown field',
    about: 'A map holds a key that paycurve does not know, so nothing would come of it. Most often it is misspelt, or indented too far or not far enough and so belongs to another map.',
    wrong: 'components:\n  sales:\n    comission on: revenue\n    rate: 5%',
    right: 'components:\n  sales:\n    commission on: revenue\n    rate: 5%',
  },
  P002: {
    title: 'a field is missing',
    about: 'The map lacks a field that it cannot do without. Fields that change money have no hidden default: they are written, or the file is refused.',
    wrong: 'rounding: { to: 0.01 }',
    right: 'rounding: { to: 0.01, mode: half-up, at: component }',
  },
  P003: {
    title: 'another kind of value was expected',
    about: 'A map, a list, a number, a text or true/false stands where another kind belongs. A text that looks like a number needs quotes; an empty value needs a value or must go.',
    wrong: 'plan: 2026\neffective:',
    right: 'plan: "2026"\neffective: 2026-01-01 to 2026-12-31',
  },
  P004: {
    title: 'not one of the words',
    about: 'The field takes one of a few words. The message lists them and names the nearest.',
    wrong: 'rounding: { mode: half_up, at: component }',
    right: 'rounding: { mode: half-up, at: component }',
  },
  P005: {
    title: 'a text in another form',
    about: 'The field takes a text of a certain form, such as a currency code, a window or an id. The hint says which.',
    wrong: 'currency: usd',
    right: 'currency: USD',
  },
  P006: {
    title: 'too few or too many entries',
    about: 'A list or a map is empty, or has more entries than it may have. An empty map is often one whose entries are not indented.',
    wrong: 'measures: {}',
    right: 'measures:\n  revenue: { sum: amount }',
  },
  P008: {
    title: 'not a name',
    about: 'Names of sources, columns, credit rules, measures and components are used in formulas, so they are letters, digits and _, and start with a letter. In a formula, new-business would be new minus business.',
    wrong: 'measures:\n  new-business: { sum: amount }',
    right: 'measures:\n  new_business: { sum: amount }',
  },
  P009: {
    title: 'not a number',
    about: 'A number is written with digits and a point, with an underscore between thousands if wanted, with % for a share, or as an exact fraction such as 2/37. Nothing is guessed from other forms.',
    wrong: 'weight: 80 %',
    right: 'weight: 80%',
  },
  P010: {
    title: 'a file of another kind',
    about: 'A plan or a workspace is YAML: a map of fields, one on each line. This file is something else, most often a CSV file that was given as a plan or saved under the name of one. Nothing of it is shown, because it may hold names and pay.',
    wrong: 'paycurve validate data/people.csv',
    right: 'paycurve validate plans/account-executive.yaml',
  },
} as const satisfies Record<string, CodeEntry>;
