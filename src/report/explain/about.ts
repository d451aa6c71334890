/** What an explanation is told besides the payouts. */
import type { Paint } from '../../diagnostic/paint.ts';

export interface ExplainAbout {
  readonly version: string;
  readonly workspace: string;
  /** Name of the person, when the people file has one. */
  readonly name: string | undefined;
  /** Folder of the workspace as it stands in the names of files; names in it are shown from there. */
  readonly folder: string;
  readonly paint: Paint;
  readonly width: number;
  /** Leaves of one kind that the tree shows under a step; the rest is counted. Documents are complete. */
  readonly most: number;
}
