import { expect, test } from 'vitest';
import { createKeptStates } from '../../../core/shared/server/kept-states.ts';
import type { StudioState } from '../../../core/shared/server/studio-state.ts';

const of = (rows: number): StudioState => ({ rows: () => rows }) as StudioState;

test('the studios that were asked longest ago leave the memory; the one that was asked last never does', () => {
  const kept = createKeptStates(100);
  const [small, middle, large] = [of(30), of(50), of(500)];
  kept.keep('small', small);
  kept.keep('middle', middle);
  // Asked again: now the other one is older.
  kept.keep('small', kept.take('small') as StudioState);
  kept.keep('third', of(40));
  expect([kept.take('middle'), kept.take('small')]).toEqual([undefined, small]);
  kept.keep('large', large);
  expect([kept.take('third'), kept.take('large'), kept.take('large')]).toEqual([undefined, large, undefined]);
});

test('a studio that grows counts with the rows that it has when it is kept', () => {
  const kept = createKeptStates(100);
  kept.keep('one', of(10));
  kept.keep('one', of(80));
  kept.keep('two', of(30));
  expect(kept.take('one')).toBeUndefined();
});
