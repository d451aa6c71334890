/** Preloaded into a real process by tests only: stops at the file call of a number that a close makes, so that it can be killed there. */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

const stop = Number(process.env.STOP_AT);
let calls = 0;
const wait = async (what) => {
  if (++calls !== stop) return;
  process.stdout.write(`at ${what}\n`);
  await new Promise((resolve) => setTimeout(resolve, 60_000));
};
for (const name of ['mkdir', 'open', 'rename', 'rmdir', 'unlink']) {
  const real = fs.promises[name];
  fs.promises[name] = async (...args) => {
    if (String(args[0]).includes('.closing-')) await wait(name);
    const result = await real(...args);
    if (name === 'rename') await wait('after rename');
    return result;
  };
}
syncBuiltinESMExports();
