import type { Cents } from '../../kernel/cents.ts';
import type { Day } from '../../kernel/day.ts';

/** What a mail is, by the titles that Aruba is known to use. */
export const mailKinds = [
  'renewal-notice',
  'expiry-notice',
  'order-confirmation',
  'payment-confirmation',
  'received-invoice',
  'other',
] as const;
export type MailKind = (typeof mailKinds)[number];

/** Something that a line of a mail says. All of it is to be confirmed by a person. */
export type MailFinding =
  | { readonly what: 'order'; readonly number: string; readonly line: string }
  | { readonly what: 'amount'; readonly amount: Cents; readonly line: string }
  | { readonly what: 'panel-user'; readonly code: string; readonly line: string }
  | { readonly what: 'day'; readonly day: Day; readonly line: string };

/**
 * What is kept of a mail. Neither its text nor its HTML nor a link is in it. An IBAN is only hinted at:
 * whoever pays reads it in the mail and types it.
 */
export interface Mail {
  /** Empty if the mail has none, or one that is none. */
  readonly messageId: string;
  readonly subject: string;
  readonly kind: MailKind;
  /** The day in Rome on which it says it was sent. */
  readonly day: Day | null;
  readonly sender: string;
  /** Whether the sender's domain is Aruba's. A sender can be forged: a hint, nothing more. */
  readonly saysAruba: boolean;
  readonly findings: readonly MailFinding[];
  /** How many IBANs the mail shows, each as its country and last characters. */
  readonly ibans: readonly string[];
}
