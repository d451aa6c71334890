/** The front door of borders: what lies around each border of a plan, the laws that are broken there, and cases that keep it. */
export { findBorders, type Border, type Place, type PlanBorders, type Walk } from './find.ts';
export type { DayBorder } from './days.ts';
export type { Broken, Law } from './laws.ts';
export { bordersAsCases } from './write.ts';
