// The printed page: all texts are escaped, it has no script and no address, and a machine that
// cannot print says so.
import { writeFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { setImmediate as turn } from 'node:timers/promises';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { encode } from 'uqr';
import type { PrintDocument } from '../../core/formats/paper/print-document.ts';
import { letterheadLayouts } from '../../core/formats/paper/letterhead-layout.ts';
import { createPrint, type PrintPages } from '../../electron/adapters/print.ts';
import { answerRequest } from '../../electron/app-protocol.ts';
import { printBody, printPage } from '../../core/formats/paper/print-page.ts';
import { contentSecurityPolicy, unseenPreferences } from '../../electron/security.ts';
import { quietLog } from '../support/counting-ids.ts';
import { BrowserWindow } from '../support/fake-electron.ts';

const nasty = `<script>alert("1")</script>'&`;
const document: PrintDocument = {
  language: 'en',
  title: `Quote ${nasty}`,
  letterhead: { name: nasty, lines: [nasty], logo: { type: 'image/png', base64: 'iVBORw0KGgo"onload=' } },
  recipient: { label: nasty, name: nasty, lines: [nasty] },
  opening: nasty,
  closing: nasty,
  facts: [{ label: nasty, value: nasty }],
  tables: [{ title: nasty, columns: [{ label: nasty, number: true }], rows: [[nasty]] }],
  totals: [{ label: nasty, value: nasty }],
  notes: [{ title: nasty, text: nasty }],
  derivations: [{ title: nasty, steps: [{ label: nasty, value: nasty }] }],
  footer: nasty,
};
const template =
  '<!doctype html><html lang="it"><head><title>Allinea</title></head><body><article></article></body></html>';
const folders: string[] = [];

afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

function printer() {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-print-'));
  folders.push(folder);
  writeFileSync(join(folder, 'print.html'), template);
  const pages: PrintPages = new Map();
  return {
    pages,
    folder,
    print: createPrint({
      pages,
      template: join(folder, 'print.html'),
      origin: 'app://allinea',
      log: quietLog,
    }),
  };
}

test('nothing of a text becomes markup', () => {
  const page = printPage(template, document, encode);
  expect(page).toContain('<html lang="en">');
  expect(page).not.toMatch(/<script|" ?onload|<a\b|<style|style=/i);
  expect(page.match(/&lt;script&gt;/g)?.length).toBe(22);
  expect(
    printBody({ ...document, letterhead: { ...document.letterhead, logo: null }, recipient: null }, encode),
  ).not.toMatch(/<img|<address/);
});

test.each(letterheadLayouts)('the letterhead: %s', (layout) => {
  const body = printBody({ ...document, letterhead: { ...document.letterhead, layout } }, encode);
  expect(body).toContain(`<header class="${layout}">`);
});

test('a paper of many columns lies on its long side; a table without a title has no heading', () => {
  const page = printPage(template, { ...document, landscape: true }, encode);
  expect(page).toContain('<article class="landscape">');
  expect(printPage(template, document, encode)).toContain('<article>');
  const [table] = document.tables;
  if (table === undefined) throw new Error('There is one');
  const headings = (title: string): number =>
    printBody({ ...document, tables: [{ ...table, title }] }, encode).match(/<h2>/g)?.length ?? 0;
  expect(headings('') - headings('Personale')).toBe(-1);
});

test('a page that hangs is given up after 30 s; a list has 10 ms more for each row', async () => {
  const { print } = printer();
  vi.spyOn(BrowserWindow.prototype, 'loadURL').mockImplementation(() => new Promise(() => undefined));
  const timers: { readonly give: () => void; readonly ms: number | undefined }[] = [];
  vi.spyOn(globalThis, 'setTimeout').mockImplementation(((give: () => void, ms?: number) => {
    timers.push({ give, ms });
    return 0;
  }) as never);
  const rows = Array.from({ length: 1000 }, () => ['Anna']);
  const cases: readonly (readonly [PrintDocument['tables'], number])[] = [
    [[], 30_000],
    [[{ title: '', columns: [{ label: 'Nome', number: false }], rows }], 40_000],
  ];
  for (const [tables, ms] of cases) {
    const printed = print({ ...document, tables });
    while (timers.length === 0) await turn();
    const [timer] = timers.splice(0);
    expect(timer?.ms).toBe(ms);
    timer?.give();
    expect(await printed).toBeNull();
  }
});

test('a page without its place is a mistake of the build, and is told as one', () => {
  expect(() => printPage('<html></html>', document, encode)).toThrow();
});

test('the page is served with the strict policy while it is printed, and only then', async () => {
  const { pages, folder, print } = printer();
  const seen: { readonly url: string; readonly answer: Response }[] = [];
  const load = vi.spyOn(BrowserWindow.prototype, 'loadURL').mockImplementation(async (url) => {
    seen.push({ url, answer: await answerRequest({ url, method: 'GET' }, folder, pages) });
  });
  const destroy = vi.spyOn(BrowserWindow.prototype, 'destroy');
  expect(Buffer.from((await print(document)) ?? []).toString()).toBe('%PDF');
  const [one] = seen;
  const window = load.mock.contexts[0] as BrowserWindow;
  expect(window.options).toMatchObject({ show: false, webPreferences: unseenPreferences });
  // `@page` of the style sheet decides over the size, so both must be there.
  expect(window.printed).toEqual([
    { pageSize: 'A4', preferCSSPageSize: true, printBackground: true, generateTaggedPDF: true },
  ]);
  load.mockRejectedValueOnce(new Error('crashed'));
  expect(await print(document)).toBeNull();
  expect(destroy).toHaveBeenCalledTimes(2);
  expect(one?.answer.status).toBe(200);
  expect(one?.answer.headers.get('content-security-policy')).toBe(contentSecurityPolicy);
  expect(await one?.answer.text()).toContain('&lt;script&gt;');
  expect(pages.size).toBe(0);
  expect((await answerRequest({ url: one?.url ?? '', method: 'GET' }, folder, pages)).status).toBe(404);
});

test('a build without its print page: no PDF, and no exception', async () => {
  const print = createPrint({
    pages: new Map(),
    template: '/nowhere/print.html',
    origin: 'app://allinea',
    log: quietLog,
  });
  expect(await print(document)).toBeNull();
});

test('the page that is printed runs nothing and has no way to the application', () => {
  expect(unseenPreferences).toMatchObject({
    javascript: false,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
  });
  expect(unseenPreferences.preload).toBeUndefined();
});
