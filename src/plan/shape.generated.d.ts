/** The validators that `precompile.ts` writes, as far as this room uses them. */
export interface ShapeError {
  readonly keyword: string;
  readonly instancePath: string;
  readonly schemaPath: string;
  readonly params: Readonly<Record<string, unknown>>;
}
export interface ShapeValidator {
  (data: unknown): boolean;
  errors?: readonly ShapeError[] | null;
}
export declare const workspace: ShapeValidator;
export declare const plan: ShapeValidator;
