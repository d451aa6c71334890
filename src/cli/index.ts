/** What `bin/paycurve.js` starts: the program, and the process as its world. */
export { main } from './main.ts';
export { processIo } from './process-io.ts';
