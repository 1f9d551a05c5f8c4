// Decisions on quotes: drafts, numbers without gaps, what cannot change any more, undo.
// Rules C3, C4, D1 to D3.
import { noSubjects } from '../../../support/no-subjects.ts';
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import { createUndo } from '../../../../core/desk/undo.ts';
import type { CartId, ClientId, QuoteId } from '../../../../core/kernel/id.ts';
import { addDays } from '../../../../core/kernel/day.ts';
import { latest, numberOf, numberText, quoteStandingOf } from '../../../../core/quotes/quote-document.ts';
import { forRenewal, forUsers, longer, quoteBench, studio } from '../../../support/quote-bench.ts';
import { day, euro } from '../../../support/samples.ts';

describe('a draft', () => {
  test('for a service: the missing users, example E1, the holder as recipient, valid for 30 days, no number yet', () => {
    const { newest, state } = quoteBench();
    const quote = newest();
    const { quote: figures, content, service } = latest(quote);
    expect([euro(figures.net), euro(figures.vat), euro(figures.gross)]).toEqual(['58.19', '12.80', '70.99']);
    expect(content).toMatchObject({ quantity: 2, subject: { kind: 'add-users', extension: true } });
    expect(quote.recipient).toEqual({
      name: state.replica.services.get(studio)?.holder,
      vatCode: state.replica.services.get(studio)?.vatCode,
      lines: [],
    });
    expect([quote.validUntil, numberOf(quote), quoteStandingOf(quote, state.today)]).toEqual([
      '2026-12-24',
      null,
      'draft',
    ]);
    expect(service?.users, 'no names of the panel are kept').toEqual([]);
  });

  test('from a cart, with the same figures; the cart stays', () => {
    const { must, newest, state } = quoteBench();
    must({ type: 'cart/open', serviceId: studio });
    must({ type: 'cart/quantity', cartId: 'service-fe-studio' as CartId, quantity: 4 });
    const quote = newest({
      type: 'quote/new',
      source: { kind: 'cart', cartId: 'service-fe-studio' as CartId },
    });
    expect(latest(quote).content.quantity).toBe(4);
    expect(state.workspace.carts.has('service-fe-studio')).toBe(true);
  });

  test('of a first purchase and of a renewal', () => {
    const { must, newest } = quoteBench();
    must({ type: 'client/add', name: 'Edil Marche spa', vatCode: '02342520158' });
    must({ type: 'cart/open-first', clientId: '02342520158' as ClientId, serviceKind: 'e-invoicing' });
    const first = newest({
      type: 'quote/new',
      source: { kind: 'cart', cartId: 'client-02342520158' as CartId },
    });
    expect(first.recipient).toMatchObject({ name: 'Edil Marche spa', vatCode: '02342520158' });
    const renewal = newest(forRenewal);
    expect(latest(renewal).quote.lines.every(({ reason }) => reason === 'renewal')).toBe(true);
  });

  test('its content is priced anew; another service, or what its cart would be refused for, is refused', () => {
    const { must, newest, refusal, again } = quoteBench();
    const quote = newest();
    const { content } = latest(quote);
    must({
      type: 'quote/content',
      quoteId: quote.id,
      content: { ...content, modules: [], quantity: 1, conventionCode: 'COMMERCIALISTI' } as never,
    });
    expect(latest(again(quote)).quote.discount?.code).toBe('COMMERCIALISTI');
    const bad = (change: object): string | undefined =>
      refusal({
        type: 'quote/content',
        quoteId: quote.id,
        content: { ...content, modules: [], ...change } as never,
      })?.reason;
    expect(bad({ quantity: 0 })).toBe('quantity-out-of-range');
    expect(bad({ conventionCode: 'NESSUNO' })).toBe('unknown-convention');
    expect(bad({ subject: { kind: 'add-users', serviceId: 'fe-rossi', extension: true } })).toBe(
      'quote-moved-on',
    );
  });

  test('bad input: nobody, 10,000 characters, too many lines, a validity in the past; what is there stays', () => {
    const { newest, refusal, state, must, again } = quoteBench();
    const quote = newest();
    const of = (change: object) => refusal(longer(quote, change));
    const to = { name: 'X', vatCode: '', lines: [] as string[] };
    expect(of({ recipient: { ...to, name: '  ' } })).toEqual({ reason: 'recipient-missing' });
    expect(of({ recipient: { ...to, name: 'a'.repeat(10_000) } })).toEqual({
      reason: 'text-too-long',
      what: 'recipient',
      length: 10_000,
      most: 200,
    });
    expect(of({ recipient: { ...to, lines: ['b'.repeat(201)] } })).toMatchObject({
      reason: 'text-too-long',
      what: 'address',
    });
    expect(of({ recipient: { ...to, lines: Array.from({ length: 7 }, () => 'via') } })).toEqual({
      reason: 'too-many-lines',
      most: 6,
    });
    expect(of({ notes: 'c'.repeat(2001) })).toMatchObject({ reason: 'text-too-long', what: 'notes' });
    expect(of({ validUntil: '2026-11-23' })).toEqual({ reason: 'validity-past', day: '2026-11-23' });
    must(longer(quote, { validUntil: '2026-11-24', recipient: { ...to, lines: [' via Roma 1 ', ''] } }));
    expect(again(quote).recipient.lines).toEqual(['via Roma 1']);
    state.today = day('2026-11-25');
    expect(refusal({ type: 'quote/issue', quoteId: quote.id, serial: null })).toEqual({
      reason: 'validity-past',
      day: '2026-11-24',
    });
  });

  test('is thrown away; what is gone is unknown', () => {
    const { newest, must, refusal, quotes } = quoteBench();
    const quote = newest();
    must({ type: 'quote/discard', quoteId: quote.id });
    expect(quotes()).toEqual([]);
    for (const type of ['quote/issue', 'quote/to-cart', 'quote/accept'] as const)
      expect(refusal({ type, quoteId: quote.id, serial: null } as Command)).toEqual({
        reason: 'unknown',
        what: 'quote',
      });
  });
});

describe('numbers', () => {
  test('counted per year from the first; the first may be any, a used one and a gap are refused', () => {
    const { newest, issue, refusal, again, state } = quoteBench();
    const [a, b, c] = [newest(), newest(), newest()];
    issue(a, 18);
    issue(b);
    expect([a, b].map((quote) => numberText(numberOf(again(quote)) ?? { year: 0, serial: 0 }))).toEqual([
      '2026-018',
      '2026-019',
    ]);
    expect(refusal({ type: 'quote/issue', quoteId: c.id, serial: 18 })).toEqual({
      reason: 'quote-number-used',
      number: '2026-018',
    });
    expect(refusal({ type: 'quote/issue', quoteId: c.id, serial: 30 })).toEqual({
      reason: 'quote-number-gap',
      number: '2026-030',
      next: '2026-020',
    });
    state.today = day('2026-12-01');
    issue(c, 20);
    state.today = day('2027-01-04');
    const d = newest(forRenewal);
    issue(d);
    expect(numberText(numberOf(again(d)) ?? { year: 0, serial: 0 })).toBe('2027-001');
  });

  test('a withdrawn quote keeps its number', () => {
    const { newest, issue, must, again } = quoteBench();
    const [a, b] = [newest(), newest()];
    issue(a);
    must({ type: 'quote/withdraw', quoteId: a.id });
    issue(b);
    expect(numberOf(again(b))?.serial).toBe(2);
  });
});

describe('what was issued', () => {
  test('is sealed: no other content, words or waste bin; accepted or withdrawn only once', () => {
    const { newest, issue, refusal, must, again } = quoteBench();
    const quote = newest();
    issue(quote);
    const { content } = latest(quote);
    expect(refusal(longer(quote))).toEqual({ reason: 'quote-not-draft' });
    expect(refusal({ type: 'quote/content', quoteId: quote.id, content: content as never })).toEqual({
      reason: 'quote-not-draft',
    });
    expect(refusal({ type: 'quote/discard', quoteId: quote.id })).toEqual({ reason: 'quote-not-draft' });
    must({ type: 'quote/accept', quoteId: quote.id });
    expect(again(quote).stage).toMatchObject({ state: 'accepted', on: '2026-11-24' });
    expect(refusal({ type: 'quote/withdraw', quoteId: quote.id })).toEqual({ reason: 'quote-not-issued' });
  });

  test('expires the day after its last; then it can be revised, not accepted', () => {
    const { newest, issue, refusal, state, must, again } = quoteBench();
    const quote = newest(forRenewal);
    issue(quote);
    state.today = quote.validUntil;
    expect(quoteStandingOf(again(quote), state.today)).toBe('issued');
    state.today = addDays(quote.validUntil, 1);
    expect(quoteStandingOf(again(quote), state.today)).toBe('expired');
    expect(refusal({ type: 'quote/accept', quoteId: quote.id })).toEqual({
      reason: 'quote-expired',
      day: quote.validUntil,
    });
    expect(refusal({ type: 'quote/to-cart', quoteId: quote.id })).toEqual({
      reason: 'quote-expired',
      day: quote.validUntil,
    });
    expect(refusal({ type: 'quote/revise', quoteId: quote.id, validUntil: quote.validUntil })).toMatchObject({
      reason: 'validity-past',
    });
    must({ type: 'quote/revise', quoteId: quote.id, validUntil: day('2027-01-31') });
    expect([
      again(quote).revisions.length,
      quoteStandingOf(again(quote), state.today),
      numberOf(again(quote))?.serial,
    ]).toEqual([2, 'issued', 1]);
  });
});

test('an accepted quote is offered anew by a revision; a draft and a withdrawn one are not revised', () => {
  const { newest, issue, must, refusal, again } = quoteBench();
  const [quote, draft] = [newest(), newest()];
  issue(quote);
  must({ type: 'quote/accept', quoteId: quote.id });
  must({ type: 'quote/revise', quoteId: quote.id, validUntil: day('2027-01-31') });
  expect(again(quote).stage).toMatchObject({ state: 'issued', number: { year: 2026, serial: 1 } });
  expect(refusal({ type: 'quote/revise', quoteId: draft.id, validUntil: day('2027-01-31') })).toEqual({
    reason: 'quote-not-issued',
  });
  must({ type: 'quote/withdraw', quoteId: quote.id });
  expect(refusal({ type: 'quote/revise', quoteId: quote.id, validUntil: day('2027-01-31') })).toEqual({
    reason: 'quote-not-issued',
  });
});

describe('undo', () => {
  test('a draft is undone; once issued its steps are forgotten and do not stand in the way of older ones', () => {
    const { state, submit } = quoteBench();
    const undo = createUndo();
    const run = (command: Command): void => {
      const before = undo.inverseOf(state.workspace, []);
      expect(before).toEqual([]);
      const decided = submit(command);
      if (!decided.ok) throw new Error(decided.error.reason);
      undo.remember(
        command.type,
        decided.changes,
        decided.changes.map((change) => ({ ...change, value: null })) as never,
        noSubjects,
      );
    };
    run({ type: 'cart/open', serviceId: studio });
    run(forUsers);
    expect(undo.next('undo', state.workspace)?.type).toBe('quote/new');
    const quoteId = [...state.workspace.quotes.keys()][0] as QuoteId;
    run({ type: 'quote/issue', quoteId, serial: null });
    expect(undo.next('undo', state.workspace)?.type).toBe('cart/open');
  });
});
