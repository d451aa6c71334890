#!/usr/bin/env node
// CommonJS, because Node starts its loader of ES modules only when it meets one. The code stands until main has answered.
const { main, processIo } = require('../dist/cli.js');
process.exitCode = 3;
main(process.argv.slice(2), processIo()).then((code) => (process.exitCode = code));
