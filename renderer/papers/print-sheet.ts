// The parts that all papers of the firm share: the letterhead, and the same words as plain text.
import type { Firm } from '../../core/desk/rows/state.ts';
import type { Calls } from '../../core/bridge/contract.ts';
import type { Logo } from '../../core/quotes/logo.ts';
import { text } from '../text/text.ts';

export type PrintDocument = Calls['print/pdf']['takes']['document'];

/** The firm's name and address from its billing data, and its logo if it has one. */
export function letterhead(
  { name, payer, letterhead: layout }: Firm,
  logo: Logo | undefined,
): PrintDocument['letterhead'] {
  const place = [payer.postcode, payer.municipality, payer.province === '' ? '' : `(${payer.province})`]
    .filter((part) => part !== '')
    .join(' ');
  const vat = payer.vatCode === '' ? '' : text('sheet.vat-code', { code: payer.vatCode });
  const lines = [payer.address, place, vat, payer.email].filter((line) => line !== '');
  return {
    name: payer.name === '' ? name : payer.name,
    lines,
    logo: logo === undefined || layout === 'no-logo' ? null : { type: logo.type, base64: logo.base64 },
    ...(layout === undefined ? {} : { layout }),
  };
}

const pairs = (list: PrintDocument['facts']): readonly string[] =>
  list.map(({ label, value }) => `${label}: ${value}`);

const inParagraph = (words: string): readonly string[] => (words === '' ? [] : [words]);

/** The letter as plain text, for an e-mail. It says the same as the PDF, in the same order. */
export function sheetText(sheet: PrintDocument): string {
  const { letterhead: head, recipient, facts, tables, totals, notes, derivations, footer } = sheet;
  const { opening = '', closing = '' } = sheet;
  const paragraphs: readonly (readonly string[])[] = [
    [head.name, ...head.lines],
    recipient === null ? [] : [recipient.label, recipient.name, ...recipient.lines],
    [sheet.title],
    inParagraph(opening),
    pairs(facts),
    ...tables.map(({ title, columns, rows }) => [
      title,
      ...rows.map((cells) => {
        const [name = '', ...others] = cells;
        const said = others.flatMap((cell, index) =>
          cell === '' ? [] : [`${columns[index + 1]?.label ?? ''} ${cell}`],
        );
        return `- ${name}: ${said.join('; ')}`;
      }),
    ]),
    pairs(totals),
    ...notes.map((note) => [note.title, note.text]),
    inParagraph(closing),
    ...derivations.map(({ title, steps }) => [title, ...pairs(steps).map((line) => `  ${line}`)]),
    [footer],
  ];
  return `${paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}
