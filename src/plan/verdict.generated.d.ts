/** The yes-or-no validators that `precompile.ts` writes. */
export declare const workspace: (data: unknown) => boolean;
export declare const plan: (data: unknown) => boolean;
