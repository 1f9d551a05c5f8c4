// Quotes after any sequence of commands, days and price lists. Numbers have no gaps, figures stay frozen, and
// nothing drifts by itself. Rules C4, C6.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import { driftOf, repriced } from '../../core/desk/quotes/quote-drift.ts';
import type { AppState, Quote } from '../../core/desk/rows/state.ts';
import { addDays } from '../../core/kernel/day.ts';
import { groupBy } from '../../core/kernel/group-by.ts';
import type { CartId } from '../../core/kernel/id.ts';
import { latest, numberFor, numberOf, type QuoteNumber } from '../../core/quotes/quote-document.ts';
import { monthRules } from '../../core/renewals/months.ts';
import { law } from '../support/law.ts';
import { decideBench } from '../support/sample-state.ts';
import { priceList } from '../support/samples.ts';

interface Wish {
  readonly what: number;
  readonly which: number;
  readonly amount: number;
}

const wishes = fc.array(fc.record({ what: fc.nat(11), which: fc.nat(30), amount: fc.nat(40) }), {
  minLength: 1,
  maxLength: 40,
});

const pick = <T>(all: Iterable<T>, which: number): T | undefined => {
  const list = [...all];
  return list[which % Math.max(1, list.length)];
};

function commandOf({ what, which, amount }: Wish, state: AppState): Command | null {
  const service = pick(state.replica.services.values(), which);
  const quote = pick(state.workspace.quotes.values(), which);
  if (service === undefined) return null;
  if (what === 0)
    return { type: 'quote/new', source: { kind: 'service', serviceId: service.id, what: 'add-users' } };
  if (what === 1)
    return { type: 'quote/new', source: { kind: 'service', serviceId: service.id, what: 'renewal' } };
  if (what === 2) {
    const yearly = {
      ...priceList.yearly,
      user: (490 + amount * 7) as never,
      documents: (1990 - amount * 13) as never,
    };
    return {
      type: 'price-list/put',
      list: {
        ...priceList,
        version: `own-${which % 3}`,
        validFrom: addDays(state.today, -(which % 3)),
        yearly,
      },
    };
  }
  if (what === 3) {
    const rule = monthRules[amount % monthRules.length] ?? 'started-month';
    return {
      type: 'firm/settings',
      rule,
      offPolicy: amount % 2 === 0 ? 'own-year' : 'until-service-expiry',
      language: 'it',
      theme: 'light',
    };
  }
  if (what === 4) return { type: 'cart/discard', cartId: `service-${service.id}` as CartId };
  if (quote === undefined) return null;
  const quoteId = quote.id;
  if (what === 5) return { type: 'quote/new', source: { kind: 'quote', quoteId } };
  if (what === 6) return { type: 'quote/revise', quoteId, validUntil: addDays(state.today, amount) };
  if (what === 7) return { type: 'quote/withdraw', quoteId };
  if (what === 8) return { type: 'quote/discard', quoteId };
  if (what === 9) return { type: 'quote/to-cart', quoteId };
  return { type: 'quote/issue', quoteId, serial: amount % 3 === 0 ? amount : null };
}

/** Carries out the wishes, with days in between, and looks at the desk after each. */
function live(
  given: readonly Wish[],
  look: (state: AppState, quote: Quote) => void,
  at: 'each' | 'end' = 'each',
): AppState {
  const desk = decideBench();
  const { state } = desk;
  for (const wish of given) {
    if (wish.amount === 40) state.today = addDays(state.today, wish.which * 5);
    const command = commandOf(wish, state);
    if (command !== null) desk.submit(command);
    if (at === 'each') for (const quote of state.workspace.quotes.values()) look(state, quote);
  }
  if (at === 'end') for (const quote of state.workspace.quotes.values()) look(state, quote);
  return state;
}

const numbersOf = (state: AppState): readonly QuoteNumber[] =>
  [...state.workspace.quotes.values()].flatMap((quote) => numberOf(quote) ?? []);

law<(numbers: readonly QuoteNumber[]) => readonly QuoteNumber[], readonly Wish[]>(
  'the numbers of a year have no gaps and none is used twice',
  {
    subject: (numbers) => numbers,
    // The mistake: counts every draft, also those thrown away.
    wrong: (numbers) =>
      numbers.map(({ year, serial }, index) => ({
        year,
        serial: index > 0 && index === numbers.length - 1 ? serial + 1 : serial,
      })),
    given: wishes,
    runs: 60,
    holds(bent, given) {
      const state = live(given, () => undefined, 'end');
      const years = groupBy(bent(numbersOf(state)), ({ year }) => year);
      for (const numbers of years.values()) {
        const serials = numbers.map(({ serial }) => serial).toSorted((a, b) => a - b);
        expect(serials).toEqual(serials.map((_, index) => (serials[0] ?? 0) + index));
      }
      for (const quote of state.workspace.quotes.values()) {
        const used = numberOf(quote);
        if (used !== null && used.year === Number(state.today.slice(0, 4)))
          expect(numberFor(state.workspace.quotes.values(), state.today, used.serial)).toMatchObject({
            reason: 'quote-number-used',
          });
      }
    },
  },
);

law<(quote: Quote, state: AppState) => Quote, readonly Wish[]>(
  'every revision of every quote re-opens to the same cent for ever',
  {
    subject: (quote) => quote,
    // The mistake: takes today's price list instead of the frozen one.
    wrong: (quote, state) => {
      const list = [...state.workspace.ownPriceLists.values()].at(-1);
      const [first, ...others] = quote.revisions;
      return list === undefined ? quote : { ...quote, revisions: [{ ...first, priceList: list }, ...others] };
    },
    given: wishes,
    runs: 60,
    holds(bent, given) {
      live(given, (state, quote) => {
        for (const revision of bent(quote, state).revisions)
          expect(repriced(revision)).toEqual({ ok: true, value: revision.quote });
      });
    },
  },
);

law<(state: AppState, quote: Quote) => AppState, readonly Wish[]>(
  'a quote prepared today does not drift today',
  {
    subject: (state) => state,
    // The mistake: forgets that the day changes the missing months.
    wrong: (state) => ({ ...state, today: addDays(state.today, 90) }),
    given: wishes,
    runs: 60,
    holds(bent, given) {
      const desk = decideBench();
      const { state } = desk;
      for (const wish of given) {
        const command = commandOf(wish, state);
        if (command === null || !desk.submit(command).ok || command.type !== 'quote/new') continue;
        const quote = [...state.workspace.quotes.values()].at(-1);
        if (quote === undefined) continue;
        const found = driftOf(bent(state, quote), quote);
        expect(found.ok && found.value.same && found.value.causes.length === 0).toBe(true);
        expect(found.ok && found.value.today).toEqual({ ok: true, value: latest(quote).quote });
      }
    },
  },
);
