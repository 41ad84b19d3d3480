/** What ONNX Runtime 1.30 says when it refuses a model, and how we say it. */
import { quote } from './text.ts';

export interface Explained {
  /** Continues "ONNX Runtime does not load m.onnx: ", without a final stop. */
  readonly reason: string;
  readonly fix?: string;
}

interface Row {
  /** Tried on one line from which codes, C++ places and the node's own words are gone. */
  readonly form: RegExp;
  readonly say: (...found: string[]) => string;
  readonly fix?: string | ((...found: string[]) => string);
}

const type = (name = '') => name.replace(/^tensor\((.*)\)$/, '$1').replace(/^float$/, 'float32');
const domainOf = (name: string) => (name === '' ? 'ai.onnx' : name);

const EXPORT = 'Export the model again; if the exporter made it so, report it there.';
const DOWNGRADE = (_: string, newest: string) =>
  `Export it for ${newest} or lower, or use a newer ONNX Runtime.`;
const CUSTOM =
  'A custom operator lives in a library of its own, which is not loaded here. Export with standard operators.';
const SHAPES = 'Correct the declared shape in the exporter, or leave it open.';

/** First match wins. Each row is tested on the words that a broken model draws. */
const ROWS: readonly Row[] = [
  {
    form: /^Protobuf parsing failed$/,
    say: () => 'it is not an ONNX file, or one that was cut short or damaged',
    fix: 'Compare its size and digest with the original, and fetch or export it again.',
  },
  { form: /^ModelProto does not have a graph$/, say: () => 'it holds no graph', fix: EXPORT },
  {
    form: /ort_value_name_idx_map\.MaxIdx\(\)|OrtValue indexes should have been populated/,
    say: () => 'its graph is empty',
    fix: EXPORT,
  },
  {
    form: /^No Op registered for (\S+) with domain_version of (-?\d+)$/,
    say: (op, version) => `there is no operator ${op} in opset ${version}`,
    fix: 'Check its name, its domain and the opset; an operator of a newer opset needs that opset to be imported.',
  },
  {
    form: /^Op registered for (\S+) is deprecated in domain_version of (-?\d+)$/,
    say: (op, version) => `the operator ${op} was removed from ONNX before opset ${version}`,
    fix: 'Export the model for this opset, instead of raising the number alone.',
  },
  {
    form: /^No opset import for domain '(.*)'$/,
    say: (domain) =>
      `it uses operators of domain ${quote(domainOf(domain!))}, and opset_import does not name it`,
    fix: CUSTOM,
  },
  {
    form: /^Fatal error: (.*):(\S+)\(-?\d+\) is not a registered function\/op$/,
    say: (domain, op) => `there is no operator ${op} of domain ${quote(domainOf(domain!))}`,
    fix: CUSTOM,
  },
  {
    form: /Node input '(.*)' is not a graph input, initializer, or output of a previous node$/,
    say: (name) => `a node reads ${quote(name!)}, which is no input, no initializer and no output of a node`,
    fix: EXPORT,
  },
  {
    form: /Graph output \((.*)\) does not exist in the graph$/,
    say: (name) => `no node makes the output ${quote(name!)}`,
    fix: EXPORT,
  },
  {
    form: /two nodes with same node name \((.*)\)$/,
    say: (name) => `two nodes are called ${quote(name!)}`,
    fix: 'Give every node its own name, or none.',
  },
  {
    form: /Duplicate definition(?: of name|-site for) \((.*)\)$/,
    say: (name) => `${quote(name!)} is defined twice`,
    fix: EXPORT,
  },
  { form: /the graph is not acyclic$/, say: () => 'its nodes feed each other in a circle', fix: EXPORT },
  {
    form: /Opset (\d+) is under development.* for domain (\S+) is till opset (\d+)$/,
    say: (given, domain, newest) =>
      `it uses opset ${given} of ${domain}, and this ONNX Runtime knows opsets up to ${newest}`,
    fix: (_, __, newest) => DOWNGRADE('', `opset ${newest}`),
  },
  {
    form: /^Missing opset in the model/,
    say: () => 'it does not name its opset (opset_import is empty)',
    fix: EXPORT,
  },
  {
    form: /Unsupported model IR version: (\d+), max supported IR version: (\d+)$/,
    say: (given, newest) =>
      `its IR version is ${given}, and this ONNX Runtime reads versions up to ${newest}`,
    fix: (_, newest) => DOWNGRADE('', `IR version ${newest}`),
  },
  {
    form: /Initializer '(.*)': raw_data size \((\d+) bytes\) does not match .* \((\d+) bytes\)$/,
    say: (name, given, needed) =>
      `initializer ${quote(name!)} has ${given} bytes, and its shape and type need ${needed}`,
    fix: EXPORT,
  },
  {
    form: /^Deserialize tensor (.*?) failed.*size mismatch$/,
    say: (name) => `initializer ${quote(name!)} has not as many bytes as its shape and type need`,
    fix: EXPORT,
  },
  {
    form: /Out of bounds dimensions in TypeProto_Tensor$/,
    say: () => 'an initializer has a dimension that is negative or too large',
    fix: EXPORT,
  },
  {
    form: /Tensor '(.*)' does not have valid data type$/,
    say: (name) => `initializer ${quote(name!)} has an element type that does not exist`,
    fix: EXPORT,
  },
  {
    form: /External data path .*for initializer: (.*?)\. Error: .*does not exist: "(.*)"$/,
    say: (name, path) => `the external data of ${quote(name!)} is missing: ${quote(path!)}`,
    fix: 'Put the file beside the model; with Git LFS or DVC, fetch it as well.',
  },
  {
    form: /External data path .*for initializer: (.*?)\. Error: .*External data path: "(.*?)" resolved/,
    say: (name, path) =>
      `the external data of ${quote(name!)} lies outside the model's folder: ${quote(path!)}`,
    fix: 'External data belongs into the folder of the model. Do not use a file that reaches out of it.',
  },
  {
    form: /External data path .*for initializer: (.*?)\. Error: .*Absolute path not allowed/,
    say: (name) => `the external data of ${quote(name!)} has an absolute path`,
    fix: 'Name external data relative to the model.',
  },
  {
    form: /Type parameter \(.*?\) of Optype \((\S+)\) bound to different types \((\S+) and (\S+) in node \((.*)\)$/,
    say: (op, one, other, node) =>
      `${op} is given ${type(one)} and ${type(other)}, which must be of one type (node ${quote(node!)})`,
    fix: 'Cast one of them in the exporter.',
  },
  {
    form: /Type '(\S+)' of input parameter \((.*?)\) of operator \((\S+)\) in node \((.*)\) is invalid$/,
    say: (given, name, op, node) =>
      `${op} does not take ${type(given)}, which ${quote(name!)} is (node ${quote(node!)})`,
    fix: 'Cast it in the exporter.',
  },
  {
    form: /Type \((\S+)\) of output arg \((.*?)\) of node \((.*)\) does not match expected type \((\S+)\)$/,
    say: (declared, name, node, made) =>
      `${quote(name!)} is declared as ${type(declared)}, and node ${quote(node!)} makes ${type(made)}`,
    fix: 'Correct the declared type in the exporter.',
  },
  {
    form: /^Node:(.*) Output:(.*) \[ShapeInferenceError\] .*Inferred=(-?\d+) Declared=(-?\d+) Dimension=(\d+)$/,
    say: (node, name, made, declared, axis) =>
      `${quote(name!)} is declared with size ${declared} in dimension ${axis}, and node ${quote(node!)} makes ${made}`,
    fix: SHAPES,
  },
  {
    form: /^Node:(.*) Output:(.*) \[ShapeInferenceError\] Mismatch .* inferred=(\d+) declared=(\d+)$/,
    say: (node, name, made, declared) =>
      `${quote(name!)} is declared with ${declared} dimensions, and node ${quote(node!)} makes ${made}`,
    fix: SHAPES,
  },
  {
    form: /with schema\(.*?::(\S+?):\d+\) has (input|output) size (\d+) not in range \[min=(\d+), max=(\d+)\]$/,
    say: (op, what, given, least, most) =>
      `${op} takes ${least === most ? least : `${least} to ${most}`} ${what}s and has ${given}`,
    fix: EXPORT,
  },
  {
    form: /^Unrecognized attribute: (.*) for operator (\S+)$/,
    say: (name, op) => `${op} has no attribute ${quote(name!)} in this opset`,
    fix: 'Export the model for this opset, instead of changing the number alone.',
  },
  {
    form: /^Required attribute '(.*)' is missing$/,
    say: (name) => `the attribute ${quote(name!)} is missing`,
    fix: EXPORT,
  },
  {
    form: /^Mismatched attribute type in '.* : (.*)'\. Expected: '(\w+)', actual: '(\w+)'$/,
    say: (name, expected, given) => `the attribute ${quote(name!)} is ${given} and must be ${expected}`,
    fix: EXPORT,
  },
  {
    form: /^Could not find an implementation for (\S+)\((\d+)\) node with name '(.*)'$/,
    say: (op, version, node) =>
      `it has no CPU implementation of ${op} as of opset ${version} for these types (node ${quote(node!)})`,
    fix: 'Use float32 there, or export for opset 13 or newer.',
  },
  {
    form: /Failed to construct locale with name:(.*?):/,
    say: (name) => `a StringNormalizer needs the locale ${quote(name!)}, which this machine does not have`,
    fix: 'Install it here and wherever the model is served (Debian: package locales-all), or normalise before the model.',
  },
  {
    form: /functions? definitions must not be recursive\. Cycle detected: (.*)$/,
    say: (cycle) => `its functions call each other in a circle: ${quote(cycle!)}`,
    fix: EXPORT,
  },
  {
    form: /Model input \((.*)\) does not have type information$/,
    say: (name) => `the input ${quote(name!)} has no type`,
    fix: EXPORT,
  },
];

/** Our own sentence for known words; null for others. */
export function explain(plain: string): Explained | null {
  for (const { form, say, fix } of ROWS) {
    const found = form.exec(plain)?.slice(1);
    if (!found) continue;
    const advice = typeof fix === 'function' ? fix(...found) : fix;
    return { reason: say(...found), ...(advice !== undefined && { fix: advice }) };
  }
  return null;
}
