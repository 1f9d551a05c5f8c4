// The only file that knows postal-mime.
import PostalMime, { type Address, type Email } from 'postal-mime';
import { err, ok, type Result } from '../../kernel/result.ts';

/** A message as it was sent. It may hold links that sign a person in: it is never kept or shown as it is. */
export interface RawMail {
  readonly messageId: string;
  readonly subject: string;
  /** The address of the sender. The name beside it can say anything, so it is left out. */
  readonly from: string;
  /** An instant as ISO 8601, or whatever the mail says. */
  readonly date: string;
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

export interface MailRefusal {
  readonly reason: 'damaged-mail';
}

const limits = {
  attachmentEncoding: 'arraybuffer',
  maxNestingDepth: 20,
  maxHeadersSize: 300_000,
  // A mail in a mail is read as one of its own: it has its own sender and day.
  forceRfc822Attachments: true,
} as const;

/** The most parts that a mail may have. The library keeps each of them. */
const mostParts = 500;

const addressOf = (from: Address | undefined): string => from?.address ?? from?.group?.[0]?.address ?? '';

/** A mail of 5 MB with attachments has half as many lines. The library is slow with more of them. */
const mostLines = 150_000;

/** Counts the lines, and those that begin like a boundary. */
function isTooMuch(bytes: Uint8Array): boolean {
  let [count, lines] = [0, 0];
  const [newline, hyphen] = [10, 45];
  for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) {
    lines += 1;
    if (lines > mostLines) return true;
    if (bytes[at + 1] !== hyphen || bytes[at + 2] !== hyphen) continue;
    count += 1;
    // Lines of hyphens are common in plain texts: they count too, so the bound is far away.
    if (count > 4 * mostParts) return true;
  }
  return false;
}

/** Takes a mail (.eml) apart. Refuses one that is nested too deep or has too many parts or headers. */
export async function readMime(bytes: Uint8Array): Promise<Result<RawMail, MailRefusal>> {
  if (isTooMuch(bytes)) return err({ reason: 'damaged-mail' });
  let mail: Email;
  try {
    mail = await PostalMime.parse(bytes, limits);
  } catch {
    // The library throws on nesting and headers above its limits.
    return err({ reason: 'damaged-mail' });
  }
  return ok({
    messageId: mail.messageId ?? '',
    subject: mail.subject ?? '',
    from: addressOf(mail.from),
    date: mail.date ?? '',
    text: mail.text ?? '',
    html: mail.html ?? '',
    attachments: mail.attachments.flatMap(({ filename, content }) =>
      typeof content === 'string'
        ? []
        : [
            {
              name: filename ?? '',
              bytes: content instanceof Uint8Array ? content : new Uint8Array(content),
            },
          ],
    ),
  });
}
