// @vitest-environment node
// Every refusal is a sentence in both languages. The compiler checks that each reason has a sentence:
// `refusal.REASON` must be an id of the texts.
import '../support/page-language.ts';
import { afterEach, describe, expect, test } from 'vitest';
import type { Refusal } from '../../core/desk/command.ts';
import type { SignInRefusal } from '../../core/bridge/refusals.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { CommandKey, OrderNumber } from '../../core/kernel/id.ts';
import { refusalCodes } from '../../core/aruba/protocol.ts';
import { refusalsText } from '../../renderer/text/refusals-text.ts';
import { refusalText, signInRefusalText, vendorRefusalText } from '../../renderer/text/sentences.ts';
import { setLanguage, text, type TextId } from '../../renderer/text/text.ts';
import { argumentsOf } from '../support/icu.ts';

afterEach(() => setLanguage('it'));

const languages = ['it', 'en'] as const;
const examples: readonly (readonly [refusal: Refusal, italian: RegExp, english: RegExp])[] = [
  [{ reason: 'quantity-out-of-range', least: 1, most: 999 }, /da 1 a 999/, /from 1 to 999/],
  [{ reason: 'figures-changed', shown: 7099, now: 7697 }, /70,99.€.*76,97.€/, /€70\.99.*€76\.97/],
  [
    { reason: 'module-needs', module: 'woocommerce', needs: 'documents' },
    /WooCommerce.*Documenti/,
    /WooCommerce.*Documents/,
  ],
  [{ reason: 'no-free-seat', free: 0, wanted: 2 }, /Non ci sono utenti liberi.*2/, /no free user.*2/],
  [{ reason: 'no-free-seat', free: 1, wanted: 2 }, /un solo utente libero/, /one free user/],
  [{ reason: 'no-free-seat', free: 3, wanted: 5 }, /3 utenti liberi/, /3 free users/],
  [{ reason: 'person-has-left', name: 'Paolo Greco' }, /Paolo Greco è uscito/, /Paolo Greco has left/],
  [{ reason: 'bad-vat-code', vatCode: '123' }, /123.*non è valida/, /123.*not valid/],
  [{ reason: 'order-not-cancellable', orderNumber: '31904418' as OrderNumber }, /31904418/, /31904418/],
  [
    { reason: 'outcome-not-known', key: '0193' as CommandKey },
    /potrebbe averlo già ricevuto/,
    /may have received it/,
  ],
  [{ reason: 'not-saved', detail: 'ENOSPC: /secret/path' }, /^Il disco(?!.*ENOSPC)/, /^The disk(?!.*ENOSPC)/],
  [
    { reason: 'counted-already', field: 'users', asOf: '2026-11-25' as Day },
    /^Utenti aggiuntivi: .* 25\/11\/2026 .*nulla è stato registrato/,
    /^Additional users: .*nothing was recorded/,
  ],
  [
    { reason: 'day-to-come', day: '2027-12-24' as Day },
    /^Il 24\/12\/2027 deve ancora venire.*Niente/,
    /^24\/12\/2027 is yet to come.*Nothing/,
  ],
  [{ reason: 'unknown', what: 'cart' }, /carrello non c’è più.*un acquisto/, /cart is gone.*a purchase/],
  [
    { reason: 'no-seat-any-more', name: 'Anna Ferri' },
    /^Anna Ferri non ha un utente/,
    /^Anna Ferri has no user/,
  ],
  [
    { reason: 'bad-input', field: 'payer.email', problem: 'Invalid input: expected string' },
    /Niente è cambiato/,
    /Nothing has changed/,
  ],
];

describe('refusals of commands', () => {
  test.each(examples)('%j', (refusal, italian, english) => {
    expect(refusalText(refusal)).toMatch(italian);
    setLanguage('en');
    expect(refusalText(refusal)).toMatch(english);
  });

  const ids = Object.keys(refusalsText).filter((id) => /^(?:refusal|sign-in-refusal)\./.test(id)) as TextId[];
  test.each(ids)('%s is a sentence in both languages, not a code', (id) => {
    for (const language of languages) {
      setLanguage(language);
      const shown = text(
        id,
        Object.fromEntries(
          argumentsOf(
            (refusalsText as Readonly<Record<string, readonly string[]>>)[id]?.[language === 'it' ? 0 : 1] ??
              '',
          ).map((name) => [name, 2]),
        ),
      );
      expect(shown).toMatch(/^[^{}]{12,}[.!]$/);
      expect(shown).not.toMatch(/refusal|undefined|\bnull\b|\bexception\b|\berror\b/i);
    }
  });
});

describe('refusals of the sign-in', () => {
  const all: { readonly [R in SignInRefusal['reason']]: Extract<SignInRefusal, { reason: R }> } = {
    'bad-input': { reason: 'bad-input', field: 'password', problem: '' },
    'bad-account-form': { reason: 'bad-account-form' },
    'wrong-credentials': { reason: 'wrong-credentials' },
    unreachable: { reason: 'unreachable' },
    'no-answer': { reason: 'no-answer' },
    'rate-limited': { reason: 'rate-limited', waitMs: 43_000 },
    'unreadable-answer': { reason: 'unreadable-answer' },
  };
  test.each(Object.values(all))('$reason', (refusal) => {
    const [italian, english] = languages.map((language) => {
      setLanguage(language);
      return signInRefusalText(refusal);
    });
    expect(italian).not.toBe(english);
  });
});

describe('refusals of the vendor', () => {
  test.each(Object.entries(refusalCodes))('%s (%s) has its own sentence', (_name, errorCode) => {
    const shown = vendorRefusalText({ errorCode, errorDescription: 'vendor words', vendorQuote: null });
    expect(shown).not.toMatch(/vendor words|\d{4}/);
  });

  test('an unknown code is shown with the vendor’s own words', () => {
    expect(
      vendorRefusalText({ errorCode: '0999', errorDescription: 'Servizio sospeso', vendorQuote: null }),
    ).toBe('Servizio sospeso (codice 0999).');
  });
});
