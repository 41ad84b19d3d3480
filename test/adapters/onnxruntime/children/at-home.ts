/** The child, with a home folder of its own: the folder for temporary files, which the runner lets through. */
process.env.HOME = process.env.TMPDIR;
await import('../../../../src/adapters/onnxruntime/child.ts');
