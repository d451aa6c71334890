/** The pages of the plan language. A new page is an entry in one of these files. */
import { creditingPages } from './crediting.ts';
import { eventPages } from './events.ts';
import { groupingPages } from './grouping.ts';
import { measuringPages } from './measuring.ts';
import { payingPages } from './paying.ts';
import { paymentPages } from './payments.ts';
import { timingPages } from './timing.ts';
import { workspacePages } from './workspace.ts';

export const LANGUAGE_PAGES = [...workspacePages, ...creditingPages, ...measuringPages, ...groupingPages, ...payingPages, ...eventPages, ...timingPages, ...paymentPages];
