/** What a file is, by its first bytes. Its name counts only for a mail: any text may look like one. */
export type DocumentForm =
  | 'zip'
  | 'signed'
  | 'xml'
  | 'page'
  | 'mail'
  | 'empty'
  | 'pdf'
  | 'image'
  | 'outlook'
  | 'other';

const starts: readonly { readonly form: DocumentForm; readonly bytes: readonly number[] }[] = [
  { form: 'zip', bytes: [0x50, 0x4b, 0x03, 0x04] },
  { form: 'zip', bytes: [0x50, 0x4b, 0x05, 0x06] },
  { form: 'pdf', bytes: [0x25, 0x50, 0x44, 0x46] },
  { form: 'image', bytes: [0x89, 0x50, 0x4e, 0x47] },
  { form: 'image', bytes: [0xff, 0xd8, 0xff] },
  { form: 'outlook', bytes: [0xd0, 0xcf, 0x11, 0xe0] },
];

const mailHeader =
  /^(?:return-path|received|delivered-to|from|to|subject|date|message-id|mime-version|x-[\w-]+|dkim-signature|content-type|arc-[\w-]+|authentication-results|reply-to):/i;

/** The first characters of a file, one for each byte. Zero bytes are dropped, so UTF-16 is read too. */
const startOf = (bytes: Uint8Array): string =>
  String.fromCharCode(...bytes.subarray(0, 1200).filter((byte) => byte !== 0))
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart();

const isBase64 = (start: string): boolean => /^(?:[A-Za-z0-9+/_-]{4}|[A-Za-z0-9+/_=\r\n-]{60,})/.test(start);

/** What the bytes are. */
export function documentForm(name: string, bytes: Uint8Array): DocumentForm {
  if (bytes.length === 0) return 'empty';
  const known = starts.find((start) => start.bytes.every((byte, index) => bytes[index] === byte));
  if (known !== undefined) return known.form;
  if (bytes[0] === 0x30 && (bytes[1] ?? 0) >= 0x80) return 'signed';
  const start = startOf(bytes);
  if (start === '') return 'empty';
  if (/^<!doctype html|^<html/i.test(start)) return 'page';
  if (start.startsWith('<')) return 'xml';
  if (start.startsWith('-----BEGIN') || /\.p7m$/i.test(name)) return 'signed';
  if (mailHeader.test(start) || /^from /i.test(start) || /\.eml$/i.test(name)) return 'mail';
  // A CMS message in base64 begins with the letters of its sequence.
  return /^MI[A-Z]/.test(start) && isBase64(start) ? 'signed' : 'other';
}
