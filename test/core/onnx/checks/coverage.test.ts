/** What any tool checks of a model file, what breaks runtimes and what users ask for, each with our checks of it. */
import { expect, it } from 'vitest';
import { CHECK_IDS } from '../../../../src/core/onnx/check-ids.ts';

const COVERED: Readonly<Record<string, string>> = {
  // What one tool or another checks.
  'the file is a model: empty, pointer, page, another format, damaged':
    'file-kind file-text-damage file-truncated file-malformed',
  'IR version': 'ir-version target-version',
  'operator sets imported': 'opset-missing opset-undeclared',
  'operator set newer than the runtime': 'opset-newer target-version load',
  'operator sets imported twice, or under two names': 'opset-duplicate opset-conflict',
  'operators exist, with their inputs and attributes':
    'operator-name attribute-duplicate attribute-value load',
  'values of attributes': 'operator-values tree-ensemble support-vectors load run',
  'types of inputs and outputs of operators': 'load load-unoptimised',
  'declared shapes against inferred ones': 'declared-shapes',
  'topological order': 'order',
  cycles: 'cycle',
  'single assignment': 'value-made-twice',
  'graph inputs twice': 'graph-input-duplicate',
  'initializers twice': 'initializer-duplicate',
  'graph outputs twice': 'graph-output-duplicate',
  'node names twice': 'node-name-duplicate',
  'inputs that nothing makes': 'dangling-input',
  'outputs that nothing makes': 'output-unmade',
  'bytes of a tensor against its shape': 'tensor-size tensor-field tensor-type',
  'sizes that are negative or overflow': 'tensor-dims',
  'external data exists': 'external-missing external-kind external-pointer',
  'external paths that leave the folder': 'external-location external-outside',
  'external symbolic links': 'external-symlink external-outside',
  'external hard links': 'external-hardlink',
  'external offset and length': 'external-range external-overlap',
  'external checksum': 'external-checksum',
  'functions: cycles, depth, number': 'function-cycle function-depth function-duplicate file-limits',
  'subgraphs: arity and scope': 'subgraph-arity subgraph-shadowing dangling-input load',
  'sparse tensors': 'sparse-tensor sparse-dense-size',
  'operators of other domains': 'custom-domain',
  'models over 2 GiB': 'file-size',
  'NaN and infinite weights': 'weights-nan weights-infinite finite',
  'nodes, inputs and initializers without a use':
    'dead-nodes unused-inputs unused-initializers function-unused',
  'duplicate weights': 'weights-duplicate',
  'dynamic sizes and batches': 'frozen-batch frozen-reshape dynamic-dimensions target-batching',
  'signature against a baseline': 'signature-breaking signature-changed',
  'golden vectors': 'golden golden-unread',
  'determinism and batch invariance': 'deterministic batch-invariant row-order random',
  'support by a runtime': 'target-version target-operators target-types target-batching target-security',
  'malicious content': 'external-location external-outside external-keys custom-domain file-unknown-fields',
  'limits of size, time and memory': 'file-limits memory timeout crash processes memory-large',
  // What breaks ONNX Runtime, and what users ask for.
  'two models in one file': 'file-concatenated',
  'bytes behind the model, or in fields that nobody knows': 'file-unknown-fields file-malformed',
  'names: empty, hidden characters, overlong': 'name-empty name-text graph-name metadata-duplicate',
  'operator set beyond 32 bits': 'opset-range',
  'a file without a graph': 'graph-missing',
  'functions that expand': 'function-expansion',
  'weights: all zero, denormal': 'weights-zero weights-denormal',
  'external data of a tensor that is not external, or of text': 'external-stray external-strings',
  'memory bombs from constants': 'memory-bomb memory-large fold-memory',
  'endless work at load': 'fold-cost load-once',
  'endless loops': 'loop-endless',
  'random operators': 'random',
  'training mode': 'training-mode training-info',
  'reduction over the batch': 'batch-reduction missing-spread',
  'sequences and maps': 'io-nontensor rewritten',
  'locales that an image lacks': 'locale',
  'types that Node cannot carry': 'io-type untestable',
  'models that must not be loaded': 'not-loaded',
  'missing and extreme inputs': 'missing-values extreme-values inputs',
  'declared monotonicity': 'monotonic',
};

const named = Object.values(COVERED).flatMap((ids) => ids.split(' '));

it('every line names checks that exist', () => {
  expect(named.filter((id) => !CHECK_IDS.includes(id))).toEqual([]);
});

it('every check stands in a line', () => {
  expect(CHECK_IDS.filter((id) => !named.includes(id))).toEqual([]);
});
