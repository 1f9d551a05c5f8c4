import { z } from '../../../core/kernel/parse.ts';
import type { Answer, Route } from './route.ts';

type Json = Readonly<Record<string, unknown>>;

interface Table {
  readonly routes: readonly Route[];
  /** Schemas with a name in the document. The document refers to them and does not repeat them. */
  readonly namedSchemas: Readonly<Record<string, z.ZodType>>;
  /** The schemas of the variable parts of paths, by name. */
  readonly pathParameters: Readonly<Record<string, z.ZodType>>;
}

const place = '#/components/schemas/';
/** The wire has the form that a schema reads, before it brands and transforms. */
const options = { io: 'input', target: 'draft-2020-12' } as const;

/** `GET /api/v2/services/{serviceId}/items` is `getServicesServiceIdItems`. */
const operationId = ({ method, path }: Route): string =>
  method +
  path
    .replace('/api/v2', '')
    .split(/[^A-Za-z0-9]+/)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('');

/** A name for every schema of the table. A schema without its own name gets one from its route. */
function namesOf({ routes, namedSchemas }: Table): ReadonlyMap<z.ZodType, string> {
  const names = new Map<z.ZodType, string>(
    Object.entries(namedSchemas).map(([name, schema]) => [schema, name]),
  );
  for (const route of routes) {
    if (route.body !== undefined && !names.has(route.body.schema))
      names.set(route.body.schema, `${operationId(route)}Body`);
    for (const [status, answer] of Object.entries(route.answers))
      if (answer !== 'html' && !names.has(answer))
        names.set(answer, `${operationId(route)}${status === '200' ? 'Answer' : status}`);
  }
  return names;
}

/** Inside the document the dialect is stated once, and a schema is found by its place. */
const bare = ({ $schema: _dialect, $id: _place, ...schema }: Json): Json => schema;

/** A schema without a name: a part of a path, a query or a header. */
const small = (schema: z.ZodType): Json => bare(z.toJSONSchema(schema, options));

const parameters = (where: 'query' | 'header', schema: z.ZodObject | undefined): readonly Json[] =>
  Object.entries(schema?.shape ?? {}).map(([name, part]) => ({
    name,
    in: where,
    required: !z.safeParse(part as z.ZodType, undefined).success,
    schema: small(part as z.ZodType),
  }));

function pathPart(name: string, { pathParameters }: Table): Json {
  const schema = pathParameters[name];
  if (schema === undefined) throw new Error(`The table of routes does not say what {${name}} looks like`);
  return { name, in: 'path', required: true, schema: small(schema) };
}

const meaning: Readonly<Record<string, string>> = {
  200: 'The answer; where the business refuses, its errorCode is not 0000',
  400: 'A field does not fit',
  401: 'The token is missing, over or not valid',
  404: 'There is none',
  409: 'The first request with this key is still being processed',
  410: 'The vendor was restored from a backup: read everything anew',
  412: 'It has changed meanwhile',
  413: 'Larger than 1 MB',
  422: 'The key was used with another content',
  428: 'If-Match is missing',
  429: 'Too many requests a minute',
  500: 'The vendor failed',
};

function operation(route: Route, table: Table, names: ReadonlyMap<z.ZodType, string>): Json {
  const reference = (schema: z.ZodType): Json => ({ $ref: place + String(names.get(schema)) });
  const content = (answer: Answer): Json =>
    answer === 'html'
      ? { 'text/html': { schema: { type: 'string' } } }
      : { 'application/json': { schema: reference(answer) } };
  const headers = Object.fromEntries(
    (route.gives ?? []).map((name) => [name, { required: true, schema: { type: 'string' } }]),
  );
  return {
    operationId: operationId(route),
    summary: route.summary,
    security: route.bearer ? [{ bearer: [] }] : [],
    parameters: [
      ...[...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => pathPart(name, table)),
      ...parameters('query', route.query),
      ...parameters('header', route.headers),
    ],
    ...(route.body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            content: { [route.body.type]: { schema: reference(route.body.schema) } },
          },
        }),
    responses: Object.fromEntries(
      Object.entries(route.answers).map(([status, answer]) => [
        status,
        {
          description: meaning[status] ?? '',
          ...(status === '200' && route.gives !== undefined ? { headers } : {}),
          content: content(answer),
        },
      ]),
    ),
  };
}

/** The OpenAPI 3.1 document of the whole backend, made from the table of its routes. */
export function openApi(table: Table): Json {
  const names = namesOf(table);
  const registry = z.registry<{ readonly id: string }>();
  for (const [schema, id] of names) registry.add(schema, { id });
  const { schemas } = z.toJSONSchema(registry, { ...options, uri: (id) => place + id });
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of table.routes)
    paths[route.path] = { ...paths[route.path], [route.method]: operation(route, table, names) };
  return {
    openapi: '3.1.0',
    info: {
      title: 'Aruba-style backend, simulated',
      version: '2',
      description:
        'Sign-in, paging, errors and limits as far as known of Aruba; services, users, carts, orders and changes are the mock’s own, in the same style.',
    },
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, bare(schema)])),
      securitySchemes: { bearer: { type: 'http', scheme: 'bearer' } },
    },
  };
}
