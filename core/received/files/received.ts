import type { MailRefusal } from '../../formats/mail/mime.ts';
import type { SignedRefusal } from '../../formats/signed/p7m.ts';
import type { ZipRefusal } from '../../formats/zip/zip.ts';
import type { Invoice } from '../invoice/invoice.ts';
import type { OtherXmlKind } from '../invoice/other-xml.ts';
import type { InvoiceRefusal } from '../invoice/read-invoice.ts';
import type { Mail } from '../mail/mail.ts';
import type { DocumentForm } from './document-form.ts';

/** A file as a person gives it. */
export interface ReceivedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The limits of Aruba's own upload. */
export const limits = { file: 5_000_000, together: 30_000_000, documents: 300 } as const;

/**
 * Why a file, or a document in it, gives nothing. `zip-in-zip`: an archive in an archive is not opened.
 * `signed-too-often`: more envelopes in one another than anybody makes. `same-invoice`: it is in this import
 * already, in the document `first`.
 */
export type FileRefusal =
  | InvoiceRefusal
  | SignedRefusal
  | ZipRefusal
  | MailRefusal
  | { readonly reason: 'empty-file' | 'zip-in-zip' | 'signed-too-often' }
  | { readonly reason: 'too-large'; readonly bytes: number; readonly most: number }
  | { readonly reason: 'too-much-together'; readonly most: number }
  | { readonly reason: 'too-many-documents'; readonly most: number; readonly left: number }
  | { readonly reason: 'no-document'; readonly form: DocumentForm }
  | { readonly reason: 'same-invoice'; readonly number: string; readonly first: string };

/** Why a document is left out without being wrong. */
export type SkipReason =
  | { readonly why: 'message'; readonly what: OtherXmlKind }
  | { readonly why: 'attachment' }
  | { readonly why: 'system-file' };

/** An invoice with the document that it stood in: the names of files in one another. */
export interface FoundInvoice {
  readonly source: string;
  readonly invoice: Invoice;
}

export interface FoundMail {
  readonly source: string;
  readonly mail: Mail;
}

export interface RefusedFile {
  readonly source: string;
  readonly refusal: FileRefusal;
}

export interface SkippedFile {
  readonly source: string;
  readonly skip: SkipReason;
}

/** What some files hold. Every document is in one place: found, refused or skipped. */
export interface Received {
  readonly invoices: readonly FoundInvoice[];
  readonly mails: readonly FoundMail[];
  readonly refused: readonly RefusedFile[];
  readonly skipped: readonly SkippedFile[];
}
