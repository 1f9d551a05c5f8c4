// Turns a print document into the content of the print page. Everything is escaped. The page has no script,
// no style and no address except the logo's own bytes. The PDF and its preview are this same page.
import type { PrintDocument } from './print-document.ts';
import { qrPath } from './qr-path.ts';

/** The squares of a QR code: the encoder is a package, and core has none of its own. */
export type QrEncoder = (
  content: string,
  options: { readonly ecc: 'M'; readonly border: number },
) => { readonly size: number; readonly data: readonly (readonly boolean[])[] };

const marks: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => marks[mark] ?? mark);

const each = <T>(list: readonly T[], write: (one: T) => string): string => list.map(write).join('');

const element = (name: string, inside: string, className = ''): string =>
  `<${name}${className === '' ? '' : ` class="${className}"`}>${inside}</${name}>`;

const pairs = (list: PrintDocument['facts'], className: string): string =>
  list.length === 0
    ? ''
    : element(
        'dl',
        each(list, ({ label, value }) =>
          element('div', element('dt', escaped(label)) + element('dd', escaped(value))),
        ),
        className,
      );

/**
 * The QR code as a path in the page, with its quiet zone. No picture is fetched, and it is sharp on paper.
 */
function qrCode(
  { content, label }: { readonly content: string; readonly label: string },
  encode: QrEncoder,
): string {
  const { data, size } = encode(content, { ecc: 'M', border: 4 });
  return `<svg role="img" aria-label="${escaped(label)}" viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges"><path d="${qrPath(data)}" /></svg>`;
}

function table({ title, columns, rows, codes }: PrintDocument['tables'][number], encode: QrEncoder): string {
  const cell = (name: 'th' | 'td', text: string, index: number): string =>
    element(name, escaped(text), columns[index]?.number === true ? 'num' : '');
  const code = (index: number): string => {
    if (codes === undefined) return '';
    const one = codes.rows[index] ?? null;
    return element('td', one === null ? '' : qrCode(one, encode), 'code');
  };
  const head = element(
    'tr',
    columns.map(({ label }, index) => cell('th', label, index)).join('') +
      (codes === undefined ? '' : element('th', escaped(codes.label))),
  );
  const body = rows
    .map((cells, row) =>
      element('tr', cells.map((text, index) => cell('td', text, index)).join('') + code(row)),
    )
    .join('');
  return (
    (title === '' ? '' : element('h2', escaped(title))) +
    element('table', element('thead', head) + element('tbody', body), codes === undefined ? '' : 'coded')
  );
}

function letterhead({ name, lines, logo, layout }: PrintDocument['letterhead']): string {
  const picture =
    logo === null ? '' : `<img alt="" src="data:${logo.type};base64,${escaped(logo.base64)}" />`;
  return element(
    'header',
    element('div', element('strong', escaped(name)) + each(lines, (line) => element('div', escaped(line)))) +
      picture,
    layout,
  );
}

/** What the firm says in its own words. Line breaks stay. */
const words = (said = ''): string => (said === '' ? '' : element('p', escaped(said), 'words'));

/** The whole content of the page, from the letterhead to the footer. */
export function printBody(document: PrintDocument, encode: QrEncoder): string {
  const { title, recipient, opening, facts, tables, totals, notes, closing, derivations, footer } = document;
  const to =
    recipient === null
      ? ''
      : element(
          'address',
          element('small', escaped(recipient.label)) +
            element('strong', escaped(recipient.name)) +
            each(recipient.lines, (line) => element('div', escaped(line))),
        );
  return [
    letterhead(document.letterhead),
    to,
    element('h1', escaped(title)),
    words(opening),
    pairs(facts, 'facts'),
    each(tables, (one) => table(one, encode)),
    pairs(totals, 'totals'),
    each(notes, (note) =>
      element('section', element('h2', escaped(note.title)) + element('p', escaped(note.text)), 'note'),
    ),
    words(closing),
    each(derivations, ({ title: heading, steps }) =>
      element('section', element('h2', escaped(heading)) + pairs(steps, 'facts'), 'derivation'),
    ),
    element('footer', escaped(footer)),
  ].join('');
}

const place = '<article></article>';

/**
 * The built print page with the document, its language and its title filled in. Throws if the template
 * has no place for the document.
 */
export function printPage(template: string, document: PrintDocument, encode: QrEncoder): string {
  if (!template.includes(place)) throw new Error('The print page has no place for a document');
  return template
    .replace('<html lang="it">', () => `<html lang="${document.language}">`)
    .replace(/<title>[^<]*<\/title>/, () => `<title>${escaped(document.title)}</title>`)
    .replace(place, () => element('article', printBody(document, encode), document.landscape && 'landscape'));
}
