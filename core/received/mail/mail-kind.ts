import { plainWords } from '../invoice/words.ts';
import type { MailKind } from './mail.ts';

/** The known titles (own-studio: Titles known), as plain words. The first that fits counts. */
const titles: readonly (readonly [MailKind, string])[] = [
  ['renewal-notice', 'rinnova il servizio fatturazione elettronica in scadenza'],
  ['expiry-notice', 'servizio fatturazione elettronica in scadenza'],
  ['order-confirmation', 'conferma ordine servizi'],
  ['payment-confirmation', 'conferma pagamento'],
  ['received-invoice', 'hai ricevuto una nuova fattura'],
];

/** The kind of a mail by its subject: the title may stand after `Re:`, `I:` or `Fwd:`. */
export function mailKindOf(subject: string): MailKind {
  const words = plainWords(subject).replace(/^(?:(?:re|r|i|fw|fwd|inoltro) )+/, '');
  return titles.find(([, title]) => words.startsWith(title))?.[0] ?? 'other';
}

const arubaDomains: readonly string[] = ['aruba.it', 'pec.it', 'arubapec.it'];

/** Whether an address has a domain of Aruba's. `aruba.it.example.com` has not. */
export const hasArubaDomain = (address: string): boolean => {
  const domain = address.split('@').at(-1)?.toLowerCase() ?? '';
  return address.includes('@') && arubaDomains.some((own) => domain === own || domain.endsWith(`.${own}`));
};
