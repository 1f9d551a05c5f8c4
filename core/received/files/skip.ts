import { metadataName, type OtherXmlKind } from '../invoice/other-xml.ts';
import type { FileRefusal, SkipReason } from './received.ts';

const messageKinds: ReadonlySet<OtherXmlKind> = new Set<OtherXmlKind>([
  'delivery-receipt',
  'rejection',
  'failed-delivery',
  'outcome',
  'deadline',
  'attestation',
  'metadata',
]);

/** The messages of the exchange system are skipped, by what they are or else by their name. */
export function skipOf(name: string, refusal: FileRefusal): SkipReason | undefined {
  if (refusal.reason === 'other-xml' && messageKinds.has(refusal.what))
    return { why: 'message', what: refusal.what };
  const named = metadataName(name);
  return named === undefined || refusal.reason === 'other-supplier'
    ? undefined
    : { why: 'message', what: named };
}

/** A picture, a PDF, a signature of the mail itself: nobody expects an invoice in it. */
export const isOrdinaryAttachment = ({ reason }: FileRefusal): boolean =>
  ['no-document', 'empty-file', 'not-signed', 'signature-alone'].includes(reason);

/** What a system puts beside a person's files: folders' views, pictures of files, a Mac's shadow files. */
export const isSystemFile = (path: string): boolean =>
  /(?:^|\/)(?:__MACOSX\/|\._|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(path);
