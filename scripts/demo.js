// `npm run demo`: judges the two models of the example. Plain JavaScript, so that any Node.js that runs the CLI runs it.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const args = ['gate', '--policy', 'examples/sessions/onnx-gate.yml'];
const began = Date.now();

console.log(`$ onnx-gate ${args.join(' ')}\n`);
const { status } = spawnSync(process.execPath, ['dist/cli.js', ...args], { cwd: root, stdio: 'inherit' });

const seconds = ((Date.now() - began) / 1000).toFixed(1);
console.log(`\nExit code ${status} after ${seconds} s.`);
if (status === 1) {
  console.log(
    'That is as it should be: conversion-skewed is a broken model, and 1 is what stops a pipeline.',
  );
  console.log('Its story is in examples/sessions/README.md.');
} else {
  console.error('The example should have failed with 1: one of its two models is broken on purpose.');
  process.exitCode = 1;
}
