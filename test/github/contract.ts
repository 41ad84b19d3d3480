/**
 * GitHub's own OpenAPI description as judge of what we send and of what the fake answers. Read from the package
 * @octokit/openapi, which is too large to depend on: `.ci/run` fetches it.
 */
import { Ajv, type ValidateFunction } from 'ajv';
import { findFetched, readFetched } from '../fetched.ts';
import type { Contract, Request } from './server.ts';

type Json = { readonly [key: string]: Json } | readonly Json[] | string | number | boolean | null;
interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly required?: boolean;
    readonly content: { readonly 'application/json'?: Media };
  };
  readonly responses: Readonly<
    Record<string, { readonly content?: { readonly 'application/json'?: Media } }>
  >;
}
interface Parameter {
  readonly $ref?: string;
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: { readonly type?: string };
}
interface Media {
  readonly schema: object;
  readonly examples?: Readonly<Record<string, { readonly $ref?: string; readonly value?: Json }>>;
}
interface Description {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

/** The packed description, or null when it was not fetched. */
export const findDescription = () => findFetched('octokit-openapi');

export function readContract(tgz: string): Contract {
  const description = readFetched(tgz, 'package/generated/api.github.com.json') as Description;
  const ajv = new Ajv({ strict: false, allErrors: true, validateFormats: false, discriminator: false });
  // OpenAPI 3.0's `nullable` beside `$ref` or `enum`, in JSON Schema's words.
  ajv.addSchema(translated(description.components) as object, 'components');
  const compiled = new Map<object, ValidateFunction>();
  const validator = (schema: object) => {
    const known = compiled.get(schema) ?? ajv.compile(translated(schema) as object);
    compiled.set(schema, known);
    return known;
  };
  const at = <T>(ref: string) =>
    ref
      .slice(2)
      .split('/')
      .reduce((node: unknown, key) => (node as Record<string, unknown>)[key], description) as T;
  const operationOf = ({ method }: Request, template: string) => {
    const operation = description.paths[template]?.[method.toLowerCase()];
    if (!operation) throw new Error(`GitHub describes no ${method} ${template}`);
    return operation;
  };
  const demand = (schema: object, value: unknown, what: string) => {
    const valid = validator(schema);
    if (!valid(value)) throw new Error(`${what}: ${ajv.errorsText(valid.errors).slice(0, 2000)}`);
  };

  return {
    checkRequest(request, template) {
      if (template === '/graphql') return;
      const what = `${request.method} ${request.path}`;
      const operation = operationOf(request, template);
      const parameters = (operation.parameters ?? []).map((one) =>
        one.$ref ? at<Parameter>(one.$ref) : one,
      );
      const { pathname, searchParams } = new URL(request.path, 'http://x');
      const places = template.split('/');
      for (const [index, part] of pathname.split('/').entries()) {
        const name = /^\{(.+)\}$/.exec(places[index]!)?.[1];
        const parameter = parameters.find((one) => one.in === 'path' && one.name === name);
        if (name && !parameter) throw new Error(`${what}: no path parameter ${name}`);
        if (parameter)
          demand(parameter.schema, typed(decodeURIComponent(part), parameter), `${what}: ${name}`);
      }
      for (const [name, value] of searchParams) {
        const parameter = parameters.find((one) => one.in === 'query' && one.name === name);
        if (!parameter) throw new Error(`${what}: no query parameter ${name}`);
        demand(parameter.schema, typed(value, parameter), `${what}: ${name}`);
      }
      for (const { name, required, in: place } of parameters) {
        if (place === 'query' && required && !searchParams.has(name))
          throw new Error(`${what}: ${name} is missing`);
      }
      const body = operation.requestBody?.content['application/json'];
      if (request.body !== null && !body) throw new Error(`${what}: takes no body`);
      if (body && (request.body !== null || operation.requestBody?.required)) {
        demand(body.schema, request.body, what);
        // A field that GitHub does not know is ignored there, and so an error here.
        const known = fieldsOf(body.schema, at);
        const unknown = Object.keys(request.body as object).filter((key) => known && !known.has(key));
        if (unknown.length > 0) throw new Error(`${what}: unknown fields ${unknown.join(', ')}`);
      }
    },

    complete(request, template, answer) {
      if (template === '/graphql') return answer;
      const response = operationOf(request, template).responses[answer.status];
      const what = `answer ${answer.status} to ${request.method} ${template}`;
      if (answer.status === 404 && !response) return answer;
      if (!response) throw new Error(`GitHub does not describe the ${what}`);
      const media = (response as { $ref?: string }).$ref
        ? at<typeof response>((response as { $ref?: string }).$ref!).content?.['application/json']
        : response.content?.['application/json'];
      if (!media || answer.body === undefined) return answer;
      const [first] = Object.values(media.examples ?? {});
      const example = first?.$ref ? at<{ value: Json }>(first.$ref).value : first?.value;
      const body = filled(answer.body as Json, example ?? null);
      demand(media.schema, body, what);
      return { ...answer, body };
    },
  };
}

/** Our values over GitHub's example: lists take its first entry as the pattern of all. */
function filled(value: Json, example: Json): Json {
  if (Array.isArray(value)) {
    const pattern = Array.isArray(example) ? (example[0] ?? null) : null;
    return value.map((one) => filled(one, pattern));
  }
  if (value === null || typeof value !== 'object') return value;
  const base = example !== null && typeof example === 'object' && !Array.isArray(example) ? example : {};
  const own = value as { readonly [key: string]: Json };
  return {
    ...(base as object),
    ...Object.fromEntries(
      Object.entries(own).map(([key, one]) => [
        key,
        filled(one, (base as { [key: string]: Json })[key] ?? null),
      ]),
    ),
  };
}

function typed(text: string, { schema }: Parameter): unknown {
  if (schema.type === 'integer' || schema.type === 'number') return Number(text);
  return schema.type === 'boolean' ? text === 'true' : text;
}

/** Null when anything may be sent. */
function fieldsOf(schema: object, at: <T>(ref: string) => T): Set<string> | null {
  const { $ref, properties, oneOf, anyOf } = schema as {
    $ref?: string;
    properties?: object;
    oneOf?: object[];
    anyOf?: object[];
  };
  if ($ref) return fieldsOf(at<object>($ref), at);
  const parts = [...(oneOf ?? []), ...(anyOf ?? [])].map((one) => fieldsOf(one, at));
  const own = Object.keys(properties ?? {});
  if (own.length === 0 && parts.every((part) => part === null)) return null;
  return new Set([...own, ...parts.flatMap((part) => [...(part ?? [])])]);
}

/** `nullable` and references, as JSON Schema has them. */
function translated(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(translated);
  if (node === null || typeof node !== 'object') return node;
  const { nullable, example: _, examples: __, discriminator: ___, ...rest } = node as Record<string, unknown>;
  const copy = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [
      key,
      key === '$ref' ? String(value).replace('#/components', 'components#') : translated(value),
    ]),
  );
  return nullable === true ? { anyOf: [{ type: 'null' }, copy] } : copy;
}
