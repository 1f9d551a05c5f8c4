import type { FileRefusal, SkipReason } from '../../../../core/received/files/received.ts';
import type { OtherXmlKind } from '../../../../core/received/invoice/other-xml.ts';
import { megabytes } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';

const xmlName = (what: OtherXmlKind, root = ''): string => text(`invoice-refusal.xml-${what}`, { root });

/** Why a file gives nothing, as a sentence. */
export function refusalSentence(refusal: FileRefusal): string {
  switch (refusal.reason) {
    case 'other-xml':
      return text('invoice-refusal.other-xml', { what: xmlName(refusal.what, refusal.root) });
    case 'too-large':
      return text('invoice-refusal.too-large', {
        size: megabytes(refusal.bytes),
        most: refusal.most / 1_000_000,
      });
    case 'too-much-together':
      return text('invoice-refusal.too-much-together', { most: refusal.most / 1_000_000 });
    case 'incomplete-invoice':
      return text('invoice-refusal.incomplete-invoice', {
        field: refusal.field,
        text: refusal.text || 'none',
      });
    default: {
      const { reason, ...values } = refusal;
      return text(`invoice-refusal.${reason}`, values);
    }
  }
}

/** Why a document was left aside, as a sentence. */
export const skipSentence = (skip: SkipReason): string =>
  skip.why === 'message'
    ? text('invoice-skip.message', { what: xmlName(skip.what) })
    : text(`invoice-skip.${skip.why}`);
