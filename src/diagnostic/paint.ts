/**
 * The few ways a text can be coloured. Colours come last and are never the only signal; who prints decides whether
 * they are real (`report/paint.ts`) or nothing at all (`noPaint`).
 */
export type Stroke = (text: string) => string;

export interface Paint {
  readonly bold: Stroke;
  readonly dim: Stroke;
  readonly red: Stroke;
  readonly yellow: Stroke;
  readonly green: Stroke;
  readonly blue: Stroke;
  readonly cyan: Stroke;
}

const asIs: Stroke = (text) => text;

/** No colours: every text stays as it is. */
export const noPaint: Paint = { bold: asIs, dim: asIs, red: asIs, yellow: asIs, green: asIs, blue: asIs, cyan: asIs };
