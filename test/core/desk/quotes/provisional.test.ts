import { expect, test } from 'vitest';
import { isProvisional } from '../../../../core/desk/quotes/provisional.ts';
import type { Quote } from '../../../../core/desk/rows/state.ts';
import type { WaitingCommand } from '../../../../core/desk/rows/shared-rows.ts';
import type { QuoteId } from '../../../../core/kernel/id.ts';
import { fileName, quoteTitle } from '../../../../renderer/papers/quote-title.ts';

const waits = (state: WaitingCommand['state'], command: WaitingCommand['command']) => ({
  waiting: new Map([['1', { state, command } as WaitingCommand]]),
});

test('a number is provisional while its issuing waits for the server, and never in another studio', () => {
  const [mine, other] = ['q-1', 'q-2'] as QuoteId[] as [QuoteId, QuoteId];
  const issue = { type: 'quote/issue', quoteId: mine, serial: null };
  expect(isProvisional(waits('waiting', issue), mine)).toBe(true);
  expect(isProvisional(waits('waiting', issue), other)).toBe(false);
  expect(isProvisional(waits('kept', issue), mine)).toBe(false);
  expect(isProvisional(waits('refused', issue), mine)).toBe(false);
  expect(isProvisional(waits('waiting', { type: 'quote/keep', quoteId: mine }), mine)).toBe(false);
  expect(isProvisional({ waiting: new Map() }, mine)).toBe(false);
});

test('the paper of a provisional number says in its title and its file name that it is a draft', () => {
  const quote = { stage: { state: 'issued', number: { year: 2026, serial: 4 } } } as unknown as Quote;
  expect([quoteTitle(quote), fileName(quote)]).toEqual(['Preventivo 2026-004', 'Preventivo 2026-004']);
  expect([quoteTitle(quote, true), fileName(quote, true)]).toEqual([
    'BOZZA di preventivo 2026-004 (numero provvisorio)',
    'Preventivo bozza',
  ]);
});
