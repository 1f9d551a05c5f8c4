import type { RawMail } from '../../formats/mail/mime.ts';

const opening = '<?xml';
const closing = /<\/(?:[\w.-]+:)?FatturaElettronica(?:Semplificata)?\s*>/g;

/** The text in UTF-16 with its mark, which counts more than what the declaration says. */
function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(2 + 2 * text.length);
  const view = new DataView(bytes.buffer);
  view.setUint16(0, 0xfeff, true);
  for (let index = 0; index < text.length; index += 1)
    view.setUint16(2 + 2 * index, text.charCodeAt(index), true);
  return bytes;
}

/**
 * A mail without the invoices that stand in its text, and these. Some programs send an XML file as a text
 * that is to be shown: it is a document, and not words of the sender.
 */
export function withoutDocuments(mail: RawMail): {
  readonly mail: RawMail;
  readonly documents: RawMail['attachments'];
} {
  const { text, html } = mail;
  const documents: { name: string; bytes: Uint8Array }[] = [];
  let [rest, from] = ['', 0];
  for (let at = text.indexOf(opening); at !== -1; at = text.indexOf(opening, from)) {
    closing.lastIndex = at;
    if (closing.exec(text) === null) break;
    const whole = text.slice(at, closing.lastIndex);
    // Another document may stand before the invoice.
    const invoice = whole.slice(whole.lastIndexOf(opening));
    documents.push({ name: '', bytes: bytesOf(invoice) });
    rest += `${text.slice(from, closing.lastIndex - invoice.length)}\n`;
    from = closing.lastIndex;
  }
  if (documents.length === 0) return { mail, documents };
  // The same text follows the page of a mail that has one.
  const page = html.split(/(?:&lt;|&#x3c;)(?:\?|&#x3f;)xml/i)[0] ?? '';
  return { mail: { ...mail, text: rest + text.slice(from), html: page }, documents };
}
