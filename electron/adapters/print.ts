// Makes a PDF: an invisible window shows the print page, without the bridge and scripts,
// under the same content policy.
import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { BrowserWindow } from 'electron';
import { encode } from 'uqr';
import type { PrintDocument } from '../../core/formats/paper/print-document.ts';
import { printPage } from '../../core/formats/paper/print-page.ts';
import type { Log } from '../../core/ports.ts';
import { unseenPreferences } from '../security.ts';

/** Pages that are being printed, by path. Each page is served while it is being printed, then removed. */
export type PrintPages = Map<string, string>;

/** The bytes of the PDF. Null if this machine cannot make one. */
export type PrintPdf = (document: PrintDocument) => Promise<Uint8Array | null>;

/** How long a paper may take, because a page may hang. Each row of a list adds to it. */
const longestMs = 30_000;
const longestRowMs = 10;
const longestFor = ({ tables }: PrintDocument): number =>
  longestMs + tables.reduce((rows, table) => rows + table.rows.length, 0) * longestRowMs;

export function createPrint({
  pages,
  template,
  origin,
  log,
}: {
  readonly pages: PrintPages;
  readonly template: string;
  readonly origin: string;
  readonly log: Log;
}): PrintPdf {
  return async (document) => {
    const path = `print-${randomUUID()}.html`;
    let window: BrowserWindow | undefined;
    let timer: NodeJS.Timeout | undefined;
    try {
      pages.set(path, printPage(await readFile(template, 'utf8'), document, encode));
      window = new BrowserWindow({
        show: false,
        width: 800,
        height: 1100,
        webPreferences: unseenPreferences,
      });
      const late = new Promise<never>((_, fail) => {
        timer = setTimeout(() => fail(new Error('late')), longestFor(document));
      });
      return await Promise.race([print(window, `${origin}/${path}`), late]);
    } catch (error) {
      log.error('print.failed', { error: error instanceof Error ? error.name : 'not-an-error' });
      return null;
    } finally {
      clearTimeout(timer);
      pages.delete(path);
      window?.destroy();
    }
  };
}

async function print(window: BrowserWindow, url: string): Promise<Uint8Array> {
  await window.loadURL(url);
  return window.webContents.printToPDF({
    pageSize: 'A4',
    preferCSSPageSize: true,
    printBackground: true,
    generateTaggedPDF: true,
  });
}
