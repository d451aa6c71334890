/** The formats of `validate`, by name. A new format is one file and one line here. */
import { conciseReport } from './concise.ts';
import type { Findings, FormatOptions } from './findings.ts';
import { githubReport } from './github.ts';
import { jsonReport } from './json.ts';
import { junitReport } from './junit.ts';
import { markdownReport } from './markdown.ts';
import { sarifReport } from './sarif.ts';
import { textReport } from './text.ts';

export interface DiagnosticFormat {
  readonly name: string;
  /** One line for the help page. */
  readonly summary: string;
  /** Pure: prints nothing, asks nobody. */
  readonly format: (findings: Findings, options: FormatOptions) => string;
}

export const diagnosticFormats: readonly DiagnosticFormat[] = [
  { name: 'text', summary: 'for people: the line, what is wrong, what to do', format: textReport },
  { name: 'concise', summary: 'one line for each problem, for editors and grep', format: conciseReport },
  { name: 'json', summary: 'one versioned document for scripts', format: jsonReport },
  { name: 'junit', summary: 'XML for the test panes of CI', format: junitReport },
  { name: 'sarif', summary: 'SARIF 2.1.0 for code scanning', format: sarifReport },
  { name: 'github', summary: 'annotations in a workflow log', format: githubReport },
  { name: 'markdown', summary: 'a comment for a change, without cells of data', format: markdownReport },
];
