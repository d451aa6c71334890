/** Exit codes, a promise to scripts. Rule: cli-conventions §2. */
export const EXIT = { done: 0, found: 1, failed: 2, internal: 3 } as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
