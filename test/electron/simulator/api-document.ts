// Checks the backend's answers against its own OpenAPI document. The JSON Schema validator is not the one
// that made the document.
import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { z } from '../../../core/kernel/parse.ts';
import type { AnswerRead } from './counter.ts';

const contentSchema = z.record(z.string(), z.object({ schema: z.record(z.string(), z.unknown()) }));
const operationSchema = z.object({
  operationId: z.string(),
  summary: z.string().min(1),
  security: z.array(z.unknown()),
  parameters: z.array(
    z.object({
      name: z.string(),
      in: z.enum(['path', 'query', 'header']),
      required: z.boolean(),
      schema: z.looseObject({}),
    }),
  ),
  requestBody: z.object({ required: z.literal(true), content: contentSchema }).optional(),
  responses: z.record(
    z.string(),
    z.object({
      description: z.string().min(1),
      headers: z.record(z.string(), z.unknown()).optional(),
      content: contentSchema,
    }),
  ),
});
export type Operation = z.output<typeof operationSchema>;

const documentSchema = z.object({
  openapi: z.literal('3.1.0'),
  info: z.object({ title: z.string(), version: z.string(), description: z.string() }),
  jsonSchemaDialect: z.literal('https://json-schema.org/draft/2020-12/schema'),
  paths: z.record(z.string(), z.record(z.enum(['get', 'post', 'put', 'delete']), operationSchema.optional())),
  components: z.object({
    schemas: z.record(z.string(), z.looseObject({})),
    securitySchemes: z.looseObject({}),
  }),
});

/** Forbids properties that the document does not describe. Unknown fields are then found too. */
function closed(part: unknown): unknown {
  if (Array.isArray(part)) return part.map(closed);
  if (typeof part !== 'object' || part === null) return part;
  const copy = Object.fromEntries(Object.entries(part).map(([name, value]) => [name, closed(value)]));
  return 'properties' in copy && !('additionalProperties' in copy)
    ? { ...copy, additionalProperties: false }
    : copy;
}

export function apiDocument(text: string) {
  const document = documentSchema.parse(JSON.parse(text));
  // zod writes `starts_with` as a format and also as a pattern. The pattern is enough.
  const ajv = new Ajv2020({
    strict: true,
    strictRequired: false,
    allErrors: true,
    formats: { date: /^\d{4}-\d{2}-\d{2}$/, starts_with: true },
  });
  for (const [name, schema] of Object.entries(document.components.schemas))
    ajv.addSchema(closed(schema) as object, `#/components/schemas/${name}`);
  const compiled = new Map<string, ValidateFunction>();

  function problemsOf(schema: object, value: unknown): readonly string[] {
    const id = JSON.stringify(schema);
    const validate = compiled.get(id) ?? ajv.compile(schema);
    compiled.set(id, validate);
    return validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
  }

  const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
    Object.entries(methods).flatMap(([method, operation]) =>
      operation === undefined ? [] : [{ method: method.toUpperCase(), path, operation }],
    ),
  );
  const shapeOf = (path: string): RegExp =>
    new RegExp(`^${path.replaceAll('.', String.raw`\.`).replaceAll(/\{\w+\}/g, '[^/]+')}$`);

  return {
    document,
    operations,
    problemsOf,
    operationOf(method: string, address: string) {
      const path = address.split('?')[0] ?? '';
      return operations.find(
        (known) => known.method === method && (known.path === path || shapeOf(known.path).test(path)),
      );
    },
    /** The problems of a real answer by the document: its status, its type, its headers, every field. */
    answerProblems({ responses }: Operation, { status, headers, json }: AnswerRead): readonly string[] {
      const response = responses[status];
      if (response === undefined) return [`status ${status} is not in the document`];
      const type = headers['content-type']?.split(';')[0] ?? '';
      const schema = response.content[type]?.schema;
      if (schema === undefined) return [`${status} comes as ${type}, which is not in the document`];
      const missing = Object.keys(response.headers ?? {}).filter(
        (name) => headers[name.toLowerCase()] === undefined,
      );
      return [
        ...missing.map((name) => `${status} without ${name}`),
        ...(type === 'text/html' ? [] : problemsOf(schema, json)),
      ];
    },
  };
}
