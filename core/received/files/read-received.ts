import { err, type Result } from '../../kernel/result.ts';
import { finish } from '../../kernel/steps.ts';
import { readMime } from '../../formats/mail/mime.ts';
import { isIntact, listZip, unpack, type ZipEntry } from '../../formats/zip/zip.ts';
import { invoiceKey, type Invoice } from '../invoice/invoice.ts';
import { readInvoiceXml, type InvoiceOptions } from '../invoice/read-invoice.ts';
import { readMail } from '../mail/read-mail.ts';
import { withoutDocuments } from '../mail/without-documents.ts';
import { documentForm, type DocumentForm } from './document-form.ts';
import { openEnvelopes } from './open-envelopes.ts';
import {
  limits,
  type FileRefusal,
  type FoundInvoice,
  type FoundMail,
  type Received,
  type ReceivedFile,
  type RefusedFile,
  type SkippedFile,
} from './received.ts';
import { attachmentName, shownName } from './shown-name.ts';
import { isOrdinaryAttachment, isSystemFile, skipOf } from './skip.ts';

/** Mails in one another: a forwarded certified mail has its envelope, and the mail that was sent. */
const mostMails = 4;

/** Where a document lies: its names, and what it is in. */
interface Place {
  readonly source: string;
  readonly name: string;
  readonly inZip: boolean;
  /** How many mails it is in. */
  readonly mails: number;
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
    await this.#readAt({ source: shownName(name), name, inZip: false, mails: 0 }, bytes);
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

  async #readAt(place: Place, bytes: Uint8Array): Promise<void> {
    const form = documentForm(place.name, bytes);
    // A zip does not count: what is in it does. The bytes of a mail in a mail have counted with it.
    const counted = form === 'mail' && place.mails > 0 ? 0 : bytes.length;
    if (form === 'zip') await this.#readZip(place, bytes);
    else if (this.#takes(place.source, counted)) await this.#readTaken(place, bytes);
  }

  async #readTaken(place: Place, bytes: Uint8Array): Promise<void> {
    if (documentForm(place.name, bytes) === 'mail') return this.#readMail(place, bytes);
    const opened = openEnvelopes(place.name, bytes);
    if (!opened.ok) return this.#tellWhy(place, opened.error);
    const form = documentForm('', opened.value);
    if (form === 'zip') return this.#readZip(place, opened.value);
    // A signature may hold a whole mail.
    if (form === 'mail') return this.#readMail(place, opened.value);
    const read = this.#invoicesIn(form, opened.value);
    if (!read.ok) this.#tellWhy(place, read.error);
    else for (const invoice of read.value) this.#keep(place.source, invoice);
  }

  #tellWhy(place: Place, refusal: FileRefusal): void {
    const skip = skipOf(place.name, refusal);
    if (skip !== undefined) this.skipped.push({ source: place.source, skip });
    else if (place.mails > 0 && isOrdinaryAttachment(refusal))
      this.skipped.push({ source: place.source, skip: { why: 'attachment' } });
    else this.refuse(place.source, refusal);
  }

  #invoicesIn(form: DocumentForm, bytes: Uint8Array): Result<readonly Invoice[], FileRefusal> {
    if (form === 'empty') return err({ reason: 'empty-file' });
    if (form === 'page') return err({ reason: 'other-xml', what: 'page', root: 'html' });
    if (form !== 'xml') return err({ reason: 'no-document', form });
    return finish(readInvoiceXml(bytes, this.#options));
  }

  #keep(source: string, invoice: Invoice): void {
    const key = invoiceKey(invoice);
    const first = this.#seen.get(key);
    if (first === undefined) {
      this.#seen.set(key, source);
      this.invoices.push({ source, invoice });
    } else this.refuse(source, { reason: 'same-invoice', number: invoice.number, first });
  }

  async #readZip(place: Place, bytes: Uint8Array): Promise<void> {
    if (place.inZip) return this.#tellWhy(place, { reason: 'zip-in-zip' });
    if (bytes.length > limits.together)
      return this.refuse(place.source, { reason: 'too-large', bytes: bytes.length, most: limits.together });
    const list = listZip(bytes);
    if (!list.ok) return this.refuse(place.source, list.error);
    const files = list.value.entries.filter(({ name }) => !name.endsWith('/'));
    if (files.length === 0) this.refuse(place.source, { reason: 'empty-file' });
    for (const entry of files) await this.#readEntry(place, bytes, entry);
    if (list.value.more > 0)
      this.refuse(place.source, {
        reason: 'too-many-documents',
        most: limits.documents,
        left: list.value.more,
      });
  }

  async #readEntry(zip: Place, bytes: Uint8Array, entry: ZipEntry): Promise<void> {
    const source = `${zip.source} › ${shownName(entry.name)}`;
    const place: Place = { ...zip, source, name: entry.name, inZip: true };
    if (isSystemFile(entry.name)) {
      this.skipped.push({ source, skip: { why: 'system-file' } });
      return;
    }
    // Each entry counts before it is unpacked: no memory is used for what is over a limit.
    if (!this.#takes(source, entry.size)) return;
    const unpacked = finish(unpack(bytes, entry, entry.size));
    if (!unpacked.ok) this.refuse(source, unpacked.error);
    else if (!isIntact(entry, unpacked.value)) this.refuse(source, { reason: 'damaged-zip' });
    else await this.#readTaken(place, unpacked.value);
  }

  async #readMail(place: Place, bytes: Uint8Array): Promise<void> {
    if (place.mails >= mostMails) return this.refuse(place.source, { reason: 'damaged-mail' });
    const raw = await readMime(bytes);
    if (!raw.ok) return this.refuse(place.source, raw.error);
    const { mail, documents } = withoutDocuments(raw.value);
    this.mails.push({ source: place.source, mail: readMail(mail) });
    for (const { name, bytes: attached } of [...mail.attachments, ...documents]) {
      const source = `${place.source} › ${attachmentName(name)}`;
      await this.#readAt({ ...place, source, name, mails: place.mails + 1 }, attached);
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
