// Quotes decided: drafts, numbers without gaps, what is sealed, drift, and the way into the cart. Rules C3, C4, C6, D1 to D3.
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../core/app/command.ts';
import { driftOf, isKept, repriced } from '../../../core/app/quote-drift.ts';
import type { FirmQuote } from '../../../core/app/state.ts';
import { createUndo } from '../../../core/app/undo.ts';
import type { CartId, ClientId, QuoteId, ServiceId } from '../../../core/kernel/id.ts';
import { addDays } from '../../../core/kernel/day.ts';
import { latest, numberOf, numberText, standingOf } from '../../../core/quotes/quote-document.ts';
import { decideBench } from '../../support/sample-state.ts';
import { day, euro, priceList } from '../../support/samples.ts';

const studio = 'fe-studio' as ServiceId;
const forUsers: Command = { type: 'quote/new', source: { kind: 'service', serviceId: studio, what: 'add-users' } };
const forRenewal: Command = { type: 'quote/new', source: { kind: 'service', serviceId: studio, what: 'renewal' } };
const longer = (quote: FirmQuote, change: object = {}) =>
  ({ type: 'quote/details', quoteId: quote.id, recipient: quote.recipient, validUntil: quote.validUntil, notes: '', ...change }) as Command;

function bench() {
  const desk = decideBench();
  const quotes = () => [...desk.state.workspace.quotes.values()];
  const must = (command: Command): void => {
    const done = desk.submit(command);
    if (!done.ok) throw new Error(`${command.type}: ${done.error.reason}`);
  };
  return {
    state: desk.state,
    submit: (command: Command) => desk.submit(command),
    refusal: (command: Command) => desk.refusal(command),
    must,
    quotes,
    newest: (command: Command = forUsers): FirmQuote => {
      const before = new Set(quotes().map(({ id }) => id));
      must(command);
      const found = quotes().find(({ id }) => !before.has(id));
      if (found === undefined) throw new Error('No new quote');
      return found;
    },
    again: (quote: FirmQuote): FirmQuote => desk.state.workspace.quotes.get(quote.id) ?? quote,
    issue: (quote: FirmQuote, serial: number | null = null): void => must({ type: 'quote/issue', quoteId: quote.id, serial }),
  };
}

describe('a draft', () => {
  test('for a service: the missing users, example E1, the holder as recipient, valid for 30 days, no number yet', () => {
    const { newest, state } = bench();
    const quote = newest();
    const { quote: figures, content, service } = latest(quote);
    expect([euro(figures.net), euro(figures.vat), euro(figures.gross)]).toEqual(['58.19', '12.80', '70.99']);
    expect(content).toMatchObject({ quantity: 2, subject: { kind: 'add-users', extension: true } });
    expect(quote.recipient).toEqual({ name: state.replica.services.get(studio)?.holder, vatCode: state.replica.services.get(studio)?.vatCode, lines: [] });
    expect([quote.validUntil, numberOf(quote), standingOf(quote, state.today)]).toEqual(['2026-12-24', null, 'draft']);
    expect(service?.users, 'no names of the panel are kept').toEqual([]);
  });

  test('from a cart, with the same figures; the cart stays', () => {
    const { must, newest, state } = bench();
    must({ type: 'cart/open', serviceId: studio });
    must({ type: 'cart/quantity', cartId: 'service-fe-studio' as CartId, quantity: 4 });
    const quote = newest({ type: 'quote/new', source: { kind: 'cart', cartId: 'service-fe-studio' as CartId } });
    expect(latest(quote).content.quantity).toBe(4);
    expect(state.workspace.carts.has('service-fe-studio')).toBe(true);
  });

  test('of a first purchase and of a renewal', () => {
    const { must, newest } = bench();
    must({ type: 'client/add', name: 'Edil Marche spa', vatCode: '02342520158' });
    must({ type: 'cart/open-first', clientId: '02342520158' as ClientId, serviceKind: 'e-invoicing' });
    const first = newest({ type: 'quote/new', source: { kind: 'cart', cartId: 'client-02342520158' as CartId } });
    expect(first.recipient).toMatchObject({ name: 'Edil Marche spa', vatCode: '02342520158' });
    const renewal = newest(forRenewal);
    expect(latest(renewal).quote.lines.every(({ reason }) => reason === 'renewal')).toBe(true);
  });

  test('its content is priced anew; another service, or what its cart would be refused for, is refused', () => {
    const { must, newest, refusal, again } = bench();
    const quote = newest();
    const { content } = latest(quote);
    must({ type: 'quote/content', quoteId: quote.id, content: { ...content, modules: [], quantity: 1, conventionCode: 'COMMERCIALISTI' } as never });
    expect(latest(again(quote)).quote.discount?.code).toBe('COMMERCIALISTI');
    const bad = (change: object): string | undefined =>
      refusal({ type: 'quote/content', quoteId: quote.id, content: { ...content, modules: [], ...change } as never })?.reason;
    expect(bad({ quantity: 0 })).toBe('quantity-out-of-range');
    expect(bad({ conventionCode: 'NESSUNO' })).toBe('unknown-convention');
    expect(bad({ subject: { kind: 'add-users', serviceId: 'fe-rossi', extension: true } })).toBe('quote-moved-on');
  });

  test('bad input: nobody, 10,000 characters, too many lines, a validity in the past; what is there stays', () => {
    const { newest, refusal, state, must, again } = bench();
    const quote = newest();
    const of = (change: object) => refusal(longer(quote, change));
    const to = { name: 'X', vatCode: '', lines: [] as string[] };
    expect(of({ recipient: { ...to, name: '  ' } })).toEqual({ reason: 'recipient-missing' });
    expect(of({ recipient: { ...to, name: 'a'.repeat(10_000) } })).toEqual({ reason: 'text-too-long', what: 'recipient', length: 10_000, most: 200 });
    expect(of({ recipient: { ...to, lines: ['b'.repeat(201)] } })).toMatchObject({ reason: 'text-too-long', what: 'address' });
    expect(of({ recipient: { ...to, lines: Array.from({ length: 7 }, () => 'via') } })).toEqual({ reason: 'too-many-lines', most: 6 });
    expect(of({ notes: 'c'.repeat(2001) })).toMatchObject({ reason: 'text-too-long', what: 'notes' });
    expect(of({ validUntil: '2026-11-23' })).toEqual({ reason: 'validity-past', day: '2026-11-23' });
    must(longer(quote, { validUntil: '2026-11-24', recipient: { ...to, lines: [' via Roma 1 ', ''] } }));
    expect(again(quote).recipient.lines).toEqual(['via Roma 1']);
    state.today = day('2026-11-25');
    expect(refusal({ type: 'quote/issue', quoteId: quote.id, serial: null })).toEqual({ reason: 'validity-past', day: '2026-11-24' });
  });

  test('is thrown away; what is gone is unknown', () => {
    const { newest, must, refusal, quotes } = bench();
    const quote = newest();
    must({ type: 'quote/discard', quoteId: quote.id });
    expect(quotes()).toEqual([]);
    for (const type of ['quote/issue', 'quote/to-cart', 'quote/accept'] as const)
      expect(refusal({ type, quoteId: quote.id, serial: null } as Command)).toEqual({ reason: 'unknown', what: 'quote' });
  });
});

describe('numbers', () => {
  test('counted per year from the first; the first may be any, a used one and a gap are refused', () => {
    const { newest, issue, refusal, again, state } = bench();
    const [a, b, c] = [newest(), newest(), newest()];
    issue(a, 18);
    issue(b);
    expect([a, b].map((quote) => numberText(numberOf(again(quote)) ?? { year: 0, serial: 0 }))).toEqual(['2026-018', '2026-019']);
    expect(refusal({ type: 'quote/issue', quoteId: c.id, serial: 18 })).toEqual({ reason: 'quote-number-used', number: '2026-018' });
    expect(refusal({ type: 'quote/issue', quoteId: c.id, serial: 30 })).toEqual({ reason: 'quote-number-gap', number: '2026-030', next: '2026-020' });
    state.today = day('2026-12-01');
    issue(c, 20);
    state.today = day('2027-01-04');
    const d = newest(forRenewal);
    issue(d);
    expect(numberText(numberOf(again(d)) ?? { year: 0, serial: 0 })).toBe('2027-001');
  });

  test('a withdrawn quote keeps its number', () => {
    const { newest, issue, must, again } = bench();
    const [a, b] = [newest(), newest()];
    issue(a);
    must({ type: 'quote/withdraw', quoteId: a.id });
    issue(b);
    expect(numberOf(again(b))?.serial).toBe(2);
  });
});

describe('what was issued', () => {
  test('is sealed: no other content, words or waste bin; accepted or withdrawn only once', () => {
    const { newest, issue, refusal, must, again } = bench();
    const quote = newest();
    issue(quote);
    const { content } = latest(quote);
    expect(refusal(longer(quote))).toEqual({ reason: 'quote-not-draft' });
    expect(refusal({ type: 'quote/content', quoteId: quote.id, content: content as never })).toEqual({ reason: 'quote-not-draft' });
    expect(refusal({ type: 'quote/discard', quoteId: quote.id })).toEqual({ reason: 'quote-not-draft' });
    must({ type: 'quote/accept', quoteId: quote.id });
    expect(again(quote).stage).toMatchObject({ state: 'accepted', on: '2026-11-24' });
    expect(refusal({ type: 'quote/withdraw', quoteId: quote.id })).toEqual({ reason: 'quote-not-issued' });
  });

  test('expires the day after its last; then it can be revised, not accepted', () => {
    const { newest, issue, refusal, state, must, again } = bench();
    const quote = newest(forRenewal);
    issue(quote);
    state.today = quote.validUntil;
    expect(standingOf(again(quote), state.today)).toBe('issued');
    state.today = addDays(quote.validUntil, 1);
    expect(standingOf(again(quote), state.today)).toBe('expired');
    expect(refusal({ type: 'quote/accept', quoteId: quote.id })).toEqual({ reason: 'quote-expired', day: quote.validUntil });
    expect(refusal({ type: 'quote/to-cart', quoteId: quote.id })).toEqual({ reason: 'quote-expired', day: quote.validUntil });
    expect(refusal({ type: 'quote/revise', quoteId: quote.id, validUntil: quote.validUntil })).toMatchObject({ reason: 'validity-past' });
    must({ type: 'quote/revise', quoteId: quote.id, validUntil: day('2027-01-31') });
    expect([again(quote).revisions.length, standingOf(again(quote), state.today), numberOf(again(quote))?.serial]).toEqual([2, 'issued', 1]);
  });
});

test('an accepted quote is offered anew by a revision; a draft and a withdrawn one are not revised', () => {
  const { newest, issue, must, refusal, again } = bench();
  const [quote, draft] = [newest(), newest()];
  issue(quote);
  must({ type: 'quote/accept', quoteId: quote.id });
  must({ type: 'quote/revise', quoteId: quote.id, validUntil: day('2027-01-31') });
  expect(again(quote).stage).toMatchObject({ state: 'issued', number: { year: 2026, serial: 1 } });
  expect(refusal({ type: 'quote/revise', quoteId: draft.id, validUntil: day('2027-01-31') })).toEqual({ reason: 'quote-not-issued' });
  must({ type: 'quote/withdraw', quoteId: quote.id });
  expect(refusal({ type: 'quote/revise', quoteId: quote.id, validUntil: day('2027-01-31') })).toEqual({ reason: 'quote-not-issued' });
});

describe('undo', () => {
  test('a draft is undone; once issued its steps are forgotten and do not stand in the way of older ones', () => {
    const { state, submit } = bench();
    const undo = createUndo();
    const run = (command: Command): void => {
      const before = undo.inverseOf(state.workspace, []);
      expect(before).toEqual([]);
      const decided = submit(command);
      if (!decided.ok) throw new Error(decided.error.reason);
      undo.remember(command.type, decided.changes, decided.changes.map((change) => ({ ...change, value: null })) as never);
    };
    run({ type: 'cart/open', serviceId: studio });
    run(forUsers);
    expect(undo.next('undo', state.workspace)?.type).toBe('quote/new');
    const quoteId = [...state.workspace.quotes.keys()][0] as QuoteId;
    run({ type: 'quote/issue', quoteId, serial: null });
    expect(undo.next('undo', state.workspace)?.type).toBe('cart/open');
  });
});

describe('drift', () => {
  const dearer = { ...priceList, version: '11/2026', validFrom: day('2026-11-24'), yearly: { ...priceList.yearly, user: 540 } } as const;

  test('none for a quote that nothing has touched, and none from the day alone where no amount moves', () => {
    const { newest, state } = bench();
    const quote = newest(forRenewal);
    const found = driftOf(state, quote);
    expect(found.ok && found.value).toMatchObject({ same: true, causes: [] });
    state.today = day('2026-11-28');
    const later = driftOf(state, quote);
    expect(later.ok && later.value.same).toBe(true);
  });

  test('a new price list: which lines, how much, and that the list is why; kept until it is another one', () => {
    const { newest, issue, must, state, refusal, again } = bench();
    const quote = newest();
    issue(quote);
    must({ type: 'price-list/put', list: dearer as never });
    const found = driftOf(state, again(quote));
    if (!found.ok || !found.value.today.ok) throw new Error('It can be bought');
    expect(found.value.causes.map(({ kind }) => kind)).toEqual(['price-list']);
    expect(found.value.lines.filter(({ same }) => !same).map(({ kind, reason }) => `${reason} ${kind}`)).toEqual(['bought user', 'extension user']);
    const gross = found.value.today.value.gross;
    expect(refusal({ type: 'quote/to-cart', quoteId: quote.id })).toEqual({ reason: 'quote-differs', quoted: latest(quote).quote.gross, today: gross });
    expect(refusal({ type: 'quote/keep', quoteId: quote.id, today: 1 })).toEqual({ reason: 'quote-moved-on' });
    must({ type: 'quote/keep', quoteId: quote.id, today: gross });
    expect(isKept(again(quote), found.value)).toBe(true);
    expect(latest(again(quote)).quote).toEqual(latest(quote).quote);
    must({ type: 'price-list/put', list: { ...dearer, yearly: { ...dearer.yearly, user: 550 } } as never });
    const next = driftOf(state, again(quote));
    expect(next.ok && isKept(again(quote), next.value)).toBe(false);
  });

  test('the service renewed meanwhile, another rule, users added: each named', () => {
    const { newest, must, state } = bench();
    const quote = newest();
    const service = state.replica.services.get(studio);
    if (service === undefined) throw new Error('The sample has its service');
    const causes = (): readonly string[] => {
      const found = driftOf(state, quote);
      return found.ok ? found.value.causes.map(({ kind }) => kind) : [];
    };
    state.replica.services.set(studio, { ...service, items: service.items.map((item) => ({ ...item, expiry: day('2028-03-15') })) });
    expect(causes()).toEqual(['renewed']);
    state.replica.services.set(studio, { ...service, items: service.items.map((item) => (item.kind === 'user' ? { ...item, quantity: 9 } : item)) });
    expect(causes()).toEqual(['seats']);
    state.replica.services.set(studio, { ...service, items: service.items.filter(({ kind }) => kind !== 'documents') });
    expect(causes()).toEqual(['modules']);
    state.replica.services.delete(studio);
    expect(causes()).toEqual(['service']);
    const gone = driftOf(state, quote);
    expect(gone.ok && gone.value.lines.every(({ same, theirs }) => !same && theirs === null)).toBe(true);
    state.replica.services.set(studio, service);
    must({ type: 'firm/settings', rule: 'completed-month', offPolicy: 'own-year', language: 'it', theme: 'light' });
    expect(causes()).toEqual(['rule']);
    expect(repriced(latest(quote))).toEqual({ ok: true, value: latest(quote).quote });
  });
});

describe('into the cart', () => {
  test('the same figures, whoever waits is named; again changes nothing; something else in the cart is in the way', () => {
    const { newest, issue, must, state, refusal } = bench();
    const quote = newest();
    issue(quote);
    must({ type: 'quote/to-cart', quoteId: quote.id });
    const cart = state.workspace.carts.get('service-fe-studio');
    expect(cart).toMatchObject({ quantity: 2, personIds: ['p-g-sanna', 'p-d-fontana'] });
    expect(refusal({ type: 'quote/to-cart', quoteId: quote.id })).toBeUndefined();
    must({ type: 'cart/quantity', cartId: 'service-fe-studio' as CartId, quantity: 5 });
    expect(refusal({ type: 'quote/to-cart', quoteId: quote.id })).toMatchObject({ reason: 'cart-holds-other' });
  });

  test('a withdrawn quote, and one that its cart would be refused for', () => {
    const { newest, issue, must, state, refusal } = bench();
    const [gone, quote] = [newest(), newest()];
    issue(gone);
    must({ type: 'quote/withdraw', quoteId: gone.id });
    expect(refusal({ type: 'quote/to-cart', quoteId: gone.id })).toEqual({ reason: 'quote-withdrawn' });
    state.today = day('2027-03-20');
    must({ ...longer(quote), validUntil: day('2027-12-31') } as Command);
    expect(refusal({ type: 'quote/to-cart', quoteId: quote.id })).toEqual({ reason: 'service-in-grace' });
  });
});

describe('the logo', () => {
  const png = (bytes: number): string => `iVBORw0KGgo${'A'.repeat(Math.ceil((bytes * 4) / 3) - 11)}`;

  test('PNG and JPEG up to 1 MB, or none', () => {
    const { must, state } = bench();
    must({ type: 'firm/logo', base64: png(1000) });
    expect(state.workspace.logos.get('firm')?.type).toBe('image/png');
    must({ type: 'firm/logo', base64: '/9j/4AAQ' });
    expect(state.workspace.logos.get('firm')?.type).toBe('image/jpeg');
    must({ type: 'firm/logo', base64: null });
    expect(state.workspace.logos.size).toBe(0);
  });

  test('too big, and no picture at all', () => {
    const { refusal } = bench();
    expect(refusal({ type: 'firm/logo', base64: png(1_048_600) })).toMatchObject({ reason: 'logo-too-big', most: 1_048_576 });
    expect(refusal({ type: 'firm/logo', base64: 'R0lGODlh' })).toEqual({ reason: 'logo-not-a-picture' });
    expect(refusal({ type: 'firm/logo', base64: 'iVBORw0KGgo<svg>' })).toEqual({ reason: 'logo-not-a-picture' });
  });
});
