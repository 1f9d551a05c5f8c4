// What a command replaces as a whole it replaces only as it was when a person began to change it.
import { expect, test } from 'vitest';
import { rowSum } from '../../../core/desk/rows/row-sum.ts';
import type { PersonId } from '../../../core/kernel/id.ts';
import { decideBench } from '../../support/sample-state.ts';
import { day, priceList } from '../../support/samples.ts';

const changed = { reason: 'changed-by-other' };

test('a note', () => {
  const bench = decideBench();
  const personId = 'p-a-ferri' as PersonId;
  const note = (text: string, seen: string) => ({ type: 'person/note', personId, text, seen }) as const;
  bench.submit(note('Rientra a marzo', ''));
  expect(bench.refusal(note('Part time', ''))).toEqual(changed);
  const seen = rowSum(bench.state.workspace, { table: 'notes', id: personId });
  expect(bench.refusal(note('Part time', seen))).toBeUndefined();
});

test('a price list', () => {
  const bench = decideBench();
  const own = { ...priceList, version: 'mio', validFrom: day('2026-12-01') };
  bench.submit({ type: 'price-list/put', list: own as never });
  const seen = rowSum(bench.state.workspace, { table: 'ownPriceLists', id: 'mio' });
  const put = (source: string) => ({ type: 'price-list/put', list: { ...own, source }, seen }) as never;
  bench.submit(put('Anna'));
  expect(bench.refusal(put('Bruno'))).toEqual(changed);
});
