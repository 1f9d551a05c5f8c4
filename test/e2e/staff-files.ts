import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { press, search, title } from '../../electron/tour/hands.ts';

export interface StaffFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

/** A file of test/samples. */
export const sample = (name: string): StaffFile => ({
  name,
  mimeType: 'text/csv',
  buffer: readFileSync(fileURLToPath(new URL(`../samples/${name}`, import.meta.url))),
});

export const csv = (text: string, name = 'elenco.csv'): StaffFile => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
});

/** `count` people who are not in the sample firm, numbered from 1. */
export function manyPeople(count: number): StaffFile {
  const departments = ['Contabilità', 'Paghe', 'Revisione', 'Segreteria'];
  const rows = Array.from({ length: count }, (_, index) => {
    const number = String(index + 1).padStart(5, '0');
    return `Persona${number},Prova,prova${number}@grandestudio.example,${departments[index % departments.length]},2020-01-01,`;
  });
  return csv(['Cognome,Nome,E-mail,Reparto,Inizio,Fine', ...rows].join('\n'), 'grande.csv');
}

/** Opens the import and gives it the file, by keyboard. The test answers only the system's own window. */
export async function chooseFile(page: Page, file: StaffFile): Promise<void> {
  await search(page, 'importa elenco');
  await title(page, 'Importa elenco del personale').waitFor();
  const choosing = page.waitForEvent('filechooser');
  await press(page.getByRole('button', { name: /^(?:Scegli file|Altro file)$/ }), 'Enter');
  // A list of 50,000 rows is some megabytes, which a busy machine does not bring into the page at once.
  await (await choosing).setFiles(file, { timeout: 30_000 });
}
