#!/usr/bin/env node
// CommonJS, because Node starts its loader of ES modules only when it meets one.
const { keep, load } = require('./compiled.js');
const { main, processIo } = load('cli.js');
const words = process.argv.slice(2);
process.exitCode = 3; // until main has answered
main(words, processIo()).then((code) => {
  process.exitCode = code;
  // Kept once, of a check: help uses little of the code, and a long run has dropped again what it compiled for reading plans.
  if (code === 0 && words[0] === 'validate') keep();
});
