/** The version of the program, from the one place that states it. */
import about from '../package.json' with { type: 'json' };

export const version: string = about.version;
