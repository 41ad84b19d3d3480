/** Requests that no server may answer with anything but 4xx, and none may fall over. */
export interface HostileRequest {
  readonly name: string;
  /** Below the model's address, or from the root where it begins with `/`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: string;
}

/** As the protocol has it: name, datatype, shape, data. */
export type Input = Readonly<Record<string, unknown>>;

/** `good`: what a server should take, one entry for each input. */
export function hostileRequests(good: readonly Input[]): HostileRequest[] {
  const [first = {}, ...others] = good;
  const with_ = (name: string, change: Input): HostileRequest => ({
    name,
    path: 'infer',
    body: JSON.stringify({ inputs: [{ ...first, ...change }, ...others] }),
  });
  const raw = (name: string, body: string, headers = {}): HostileRequest => ({
    ...{ name, path: 'infer', body, headers },
  });
  const shape = first.shape as readonly number[];
  return [
    raw('an empty body', ''),
    raw('text that is not JSON', '{"inputs":['),
    raw('control characters', '\u0000\u0001'),
    raw('a list', '[]'),
    raw('no inputs', '{}'),
    raw('inputs that are text', '{"inputs":"all"}'),
    raw('lists nested 20,000 deep', `{"inputs":${'['.repeat(20_000)}${']'.repeat(20_000)}}`),
    with_('an unknown input', { name: `${first.name}\u202e?` }),
    with_('an unknown datatype', { datatype: 'FP31' }),
    with_('a negative shape', { shape: shape.map(() => -1) }),
    with_('a shape beyond all memory', { shape: shape.map(() => 2 ** 40) }),
    with_('a shape of another rank', { shape: [...shape, 1, 1] }),
    with_('fewer values than the shape', { data: [] }),
    with_('objects for values', { data: [{ value: 1 }] }),
    raw('an input twice', JSON.stringify({ inputs: [first, ...good] })),
    raw('a header longer than the body', '{}', { 'Inference-Header-Content-Length': '1000000' }),
    raw('a negative header', '{}', { 'Inference-Header-Content-Length': '-1' }),
    { name: 'a path that climbs', path: '/v2/models/..%2f..%2fetc%2fpasswd/infer', body: '{}' },
    { name: 'a version that is not there', path: 'versions/999999/infer', body: '{}' },
  ];
}
