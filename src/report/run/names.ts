/** The formats of a run by name, with what each is for: light enough for the help page, which loads no format. */
export const RUN_FORMAT_NAMES = {
  table: 'for people (default)',
  csv: 'for spreadsheets (text cells guarded)',
  json: 'for scripts; its schema: paycurve schema run',
  markdown: 'for documents',
} as const;

export type RunFormatName = keyof typeof RUN_FORMAT_NAMES;
