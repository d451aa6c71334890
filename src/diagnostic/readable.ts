/** Codes of group Y after which a file can still be read: its other checks have run too. Apart from the pages, which few runs need. */
export const READABLE: ReadonlySet<string> = new Set(['Y007', 'Y060', 'Y061', 'Y062']);
