/** Codes of group P, 000–299: the shape and meaning of workspaces and plans. Those of mechanics are in `mechanic.ts`. */
import { planGroupCodes } from './plan-group.ts';
import { planMeaningCodes } from './plan-meaning.ts';
import { planPartCodes } from './plan-part.ts';
import { shapeCodes } from './shape.ts';
import { workspaceCodes } from './workspace.ts';

export const planCodes = { ...shapeCodes, ...workspaceCodes, ...planPartCodes, ...planMeaningCodes, ...planGroupCodes } as const;
