import type { Signature } from '../../scoring/types.ts';

type Info = Signature['inputs'][number];

/** What differs between the signature that is served and that of the file, in sentences. Names of sizes are not served. */
export function signatureDifferences(served: Signature, offline: Signature): string[] {
  return [
    ...differences('input', served.inputs, offline.inputs),
    ...differences('output', served.outputs, offline.outputs),
  ].slice(0, 100);
}

function differences(side: string, served: readonly Info[], offline: readonly Info[]): string[] {
  const names = new Set(offline.map(({ name }) => name));
  return [
    ...offline.flatMap((wanted) => {
      const title = `The ${side} ${quoted(wanted.name)}`;
      const given = served.find(({ name }) => name === wanted.name);
      if (!given) return [`${title} is not served.`];
      if (text(given) === text(wanted)) return [];
      return [`${title} is served as ${text(given)}, and the file has ${text(wanted)}.`];
    }),
    ...served
      .filter(({ name }) => !names.has(name))
      .map(({ name }) => `The ${side} ${quoted(name)} is served, and the file has none of that name.`),
  ];
}

const quoted = (name: string) => JSON.stringify(name).slice(0, 200);
const text = ({ type, shape }: Info) =>
  `${type} [${shape.map((size) => (typeof size === 'number' ? size : -1)).join()}]`;
