import { err, ok, type Result } from '../../kernel/result.ts';
import { finish } from '../../kernel/steps.ts';
import { readMime } from '../../formats/mail/mime.ts';
import { openSigned } from '../../formats/signed/p7m.ts';
import { isIntact, listZip, unpack, type ZipEntry } from '../../formats/zip/zip.ts';
import { invoiceKey, type Invoice } from '../invoice/invoice.ts';
import { metadataName, type OtherXmlKind } from '../invoice/other-xml.ts';
import { readInvoiceXml, type InvoiceOptions } from '../invoice/read-invoice.ts';
import { readMail } from '../mail/read-mail.ts';
import { documentForm } from './document-form.ts';
import {
  limits,
  type FileRefusal,
  type FoundInvoice,
  type FoundMail,
  type Received,
  type ReceivedFile,
  type RefusedFile,
  type SkippedFile,
  type SkipReason,
} from './received.ts';
import { attachmentName, shownName } from './shown-name.ts';

/** Envelopes in one another: a signature of a signature happens, five do not. */
const mostEnvelopes = 4;

/** What lies in a document: what it is in, and how deep. */
interface Place {
  readonly source: string;
  readonly name: string;
  readonly inside: 'nothing' | 'zip' | 'mail';
}

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
function skipOf(name: string, refusal: FileRefusal): SkipReason | undefined {
  if (refusal.reason === 'other-xml' && messageKinds.has(refusal.what))
    return { why: 'message', what: refusal.what };
  const named = metadataName(name);
  return named === undefined || refusal.reason === 'other-supplier'
    ? undefined
    : { why: 'message', what: named };
}

/** A picture, a PDF, a signature of the mail itself: nobody expects an invoice in it. */
const isOrdinaryAttachment = ({ reason }: FileRefusal): boolean =>
  ['no-document', 'empty-file', 'not-signed', 'signature-alone'].includes(reason);

/** Opens envelopes until something else appears. */
function openEnvelopes(name: string, bytes: Uint8Array): Result<Uint8Array, FileRefusal> {
  let inner = bytes;
  for (let depth = 0; depth <= mostEnvelopes; depth += 1) {
    // The name says `.p7m` of the outermost envelope only.
    if (documentForm(depth === 0 ? name : '', inner) !== 'signed') return ok(inner);
    if (depth === mostEnvelopes) break;
    const opened = openSigned(inner);
    if (!opened.ok) return opened;
    inner = opened.value;
  }
  return err({ reason: 'signed-too-often' });
}

/** One import: it counts what was read, and puts each document in one place. */
class Reading {
  readonly invoices: FoundInvoice[] = [];
  readonly mails: FoundMail[] = [];
  readonly refused: RefusedFile[] = [];
  readonly skipped: SkippedFile[] = [];
  readonly #options: InvoiceOptions;
  readonly #seen = new Map<string, string>();
  #documents = 0;
  #left: number = limits.together;

  constructor(options: InvoiceOptions) {
    this.#options = options;
  }

  refuse(source: string, refusal: FileRefusal): void {
    this.refused.push({ source, refusal });
  }

  async read({ name, bytes }: ReceivedFile): Promise<void> {
    const shown = shownName(name);
    const form = documentForm(name, bytes);
    if (form === 'zip') this.#readZip({ source: shown, name, inside: 'nothing' }, bytes);
    else if (form === 'mail') await this.#readMail(shown, bytes);
    else this.#readDocument({ source: shown, name, inside: 'nothing' }, bytes);
  }

  /** Whether one more document of this size is read. */
  #takes(source: string, size: number): boolean {
    if (this.#documents >= limits.documents) {
      this.refuse(source, { reason: 'too-many-documents', most: limits.documents, left: 1 });
      return false;
    }
    if (size > limits.file) {
      this.refuse(source, { reason: 'too-large', bytes: size, most: limits.file });
      return false;
    }
    if (size > this.#left) {
      this.refuse(source, { reason: 'too-much-together', most: limits.together });
      return false;
    }
    this.#documents += 1;
    this.#left -= size;
    return true;
  }

  #readDocument(place: Place, bytes: Uint8Array): void {
    if (this.#takes(place.source, bytes.length)) this.#readTaken(place, bytes);
  }

  #readTaken(place: Place, bytes: Uint8Array): void {
    const read = this.#invoicesIn(place, bytes);
    if (read.ok) {
      for (const invoice of read.value) this.#keep(place.source, invoice);
      return;
    }
    const skip = skipOf(place.name, read.error);
    if (skip !== undefined) this.skipped.push({ source: place.source, skip });
    else if (place.inside === 'mail' && isOrdinaryAttachment(read.error))
      this.skipped.push({ source: place.source, skip: { why: 'attachment' } });
    else this.refuse(place.source, read.error);
  }

  #invoicesIn({ name }: Place, bytes: Uint8Array): Result<readonly Invoice[], FileRefusal> {
    const opened = openEnvelopes(name, bytes);
    if (!opened.ok) return opened;
    const form = documentForm('', opened.value);
    if (form === 'empty') return err({ reason: 'empty-file' });
    if (form === 'page') return err({ reason: 'other-xml', what: 'page', root: 'html' });
    if (form === 'zip') return err({ reason: 'zip-in-zip' });
    if (form !== 'xml') return err({ reason: 'no-document', form });
    return finish(readInvoiceXml(opened.value, this.#options));
  }

  #keep(source: string, invoice: Invoice): void {
    const key = invoiceKey(invoice);
    const first = this.#seen.get(key);
    if (first === undefined) {
      this.#seen.set(key, source);
      this.invoices.push({ source, invoice });
    } else this.refuse(source, { reason: 'same-invoice', number: invoice.number, first });
  }

  #readZip(place: Place, bytes: Uint8Array): void {
    if (bytes.length > limits.together)
      return this.refuse(place.source, { reason: 'too-large', bytes: bytes.length, most: limits.together });
    const list = listZip(bytes);
    if (!list.ok) return this.refuse(place.source, list.error);
    const files = list.value.entries.filter(({ name }) => !name.endsWith('/'));
    if (files.length === 0) this.refuse(place.source, { reason: 'empty-file' });
    for (const entry of files) this.#readEntry(place, bytes, entry);
    if (list.value.more > 0)
      this.refuse(place.source, {
        reason: 'too-many-documents',
        most: limits.documents,
        left: list.value.more,
      });
  }

  #readEntry(zip: Place, bytes: Uint8Array, entry: ZipEntry): void {
    const source = `${zip.source} › ${shownName(entry.name)}`;
    const place: Place = {
      source,
      name: entry.name,
      inside: zip.inside === 'mail' ? 'mail' : 'zip',
    };
    if (/(?:^|\/)(?:__MACOSX\/|\.DS_Store$|Thumbs\.db$|desktop\.ini$)/i.test(entry.name)) {
      this.skipped.push({ source, skip: { why: 'system-file' } });
      return;
    }
    // Each entry counts before it is unpacked: no memory is used for what is over a limit.
    if (!this.#takes(source, entry.size)) return;
    const unpacked = finish(unpack(bytes, entry, entry.size));
    if (!unpacked.ok) this.refuse(source, unpacked.error);
    else if (!isIntact(entry, unpacked.value)) this.refuse(source, { reason: 'damaged-zip' });
    else if (documentForm(entry.name, unpacked.value) === 'mail')
      this.refuse(source, { reason: 'no-document', form: 'mail' });
    else this.#readTaken(place, unpacked.value);
  }

  async #readMail(source: string, bytes: Uint8Array): Promise<void> {
    if (!this.#takes(source, bytes.length)) return;
    const raw = await readMime(bytes);
    if (!raw.ok) return this.refuse(source, raw.error);
    this.mails.push({ source, mail: readMail(raw.value) });
    for (const { name, bytes: attached } of raw.value.attachments) {
      const place: Place = { source: `${source} › ${attachmentName(name)}`, name, inside: 'mail' };
      const form = documentForm(name, attached);
      if (form === 'zip') this.#readZip(place, attached);
      else if (form === 'mail') this.skipped.push({ source: place.source, skip: { why: 'attachment' } });
      else this.#readDocument(place, attached);
    }
  }
}

/**
 * Reads what arrived: invoices (.xml, .xml.p7m), archives of them (.zip) and mails (.eml), in the order
 * given. Every document ends in one place: found, refused with its reason, or skipped. `tell` hears the
 * share done.
 */
export async function readReceived(
  files: readonly ReceivedFile[],
  options: InvoiceOptions,
  tell: (share: number) => void,
): Promise<Received> {
  const reading = new Reading(options);
  for (const [index, file] of files.entries()) {
    await reading.read(file);
    tell((index + 1) / files.length);
  }
  const { invoices, mails, refused, skipped } = reading;
  return { invoices, mails, refused, skipped };
}
