// The official schema of FatturaPA as an oracle: see test/oracles/README.md.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { validateXML } from 'xmllint-wasm';

const require = createRequire(import.meta.url);
const schemaFile = require.resolve('@digitalia/fatturapa/src/schemas/Schema_1.2.1.xsd');

/** Stands for W3C's schema of signatures, which the schema imports: anything may be inside one. */
const signatureSchema = `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"
  targetNamespace="http://www.w3.org/2000/09/xmldsig#"><xs:element name="Signature"/></xs:schema>`;

const signatureFile = 'signature.xsd';

/** Document types that the version of this schema has. */
export const schemaTypes: readonly string[] = ['TD01', 'TD02', 'TD03', 'TD04', 'TD05', 'TD06'];

/** What the schema says against these files: a name and a sentence for each fault. */
export async function schemaFaults(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const schema = readFileSync(schemaFile, 'utf8').replace(/^\ufeff/, '');
  const { errors, valid, rawOutput } = await validateXML({
    xml: Object.entries(files).map(([fileName, contents]) => ({ fileName, contents })),
    schema: schema.replace(/schemaLocation="[^"]*"/, `schemaLocation="${signatureFile}"`),
    preload: { fileName: signatureFile, contents: signatureSchema },
  });
  const faults = errors.flatMap(({ loc, message }) => (loc === null ? [] : [`${loc.fileName}: ${message}`]));
  if (!valid && faults.length === 0) throw new Error(rawOutput);
  return faults;
}
