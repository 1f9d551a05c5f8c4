import { expect, test } from 'vitest';
import { planChoices } from '../../../../core/desk/plan/decide-plan.ts';
import { defaultRenewalChoices } from '../../../../core/desk/rows/renewal-choices.ts';
import { addDays } from '../../../../core/kernel/day.ts';
import { decideBench } from '../../../support/sample-state.ts';
import { day } from '../../../support/samples.ts';

const chosen = ({ state }: ReturnType<typeof decideBench>) =>
  planChoices(state.workspace.planChoices.get('plan'), state.today);
const third = day('2026-12-03');
const wish = (on: typeof third, what: 'forced' | 'forbidden' | null) =>
  ({ type: 'plan/day', day: on, wish: what }) as const;

test('nothing is kept until something is chosen; what is chosen already changes nothing', () => {
  const desk = decideBench();
  expect(chosen(desk)).toEqual(defaultRenewalChoices);
  const { method } = defaultRenewalChoices;
  expect(desk.submit({ type: 'plan/choose', choice: { method } })).toEqual({ ok: true, changes: [] });
  desk.submit({ type: 'plan/choose', choice: { method: 'card' } });
  desk.submit({ type: 'plan/choose', choice: { horizonMonths: 36 } });
  expect(chosen(desk)).toEqual({ ...defaultRenewalChoices, method: 'card', horizonMonths: 36 });
});

test('a day is wanted or refused, never both, and can be given back', () => {
  const desk = decideBench();
  desk.submit(wish(third, 'forbidden'));
  desk.submit(wish(third, 'forced'));
  expect(chosen(desk)).toMatchObject({ forced: [third], forbidden: [] });
  expect(desk.submit(wish(third, 'forced'))).toEqual({ ok: true, changes: [] });
  desk.submit(wish(third, null));
  expect(chosen(desk)).toMatchObject({ forced: [], forbidden: [] });
});

test('days that are over fall away, and with the next choice from the disk too', () => {
  const desk = decideBench();
  desk.submit(wish(third, 'forbidden'));
  desk.submit(wish(day('2027-01-07'), 'forbidden'));
  desk.state.today = day('2026-12-04');
  expect(chosen(desk).forbidden).toEqual(['2027-01-07']);
  expect(desk.refusal(wish(third, 'forced'))).toEqual({ reason: 'plan-day-past', day: third });
  desk.submit({ type: 'plan/choose', choice: { noticeMonths: 2 } });
  expect(desk.state.workspace.planChoices.get('plan')?.forbidden).toEqual(['2027-01-07']);
});

test('no more days than can be read back', () => {
  const desk = decideBench();
  const full = Array.from({ length: 400 }, (_, index) => addDays(third, index));
  desk.state.workspace.planChoices.set('plan', {
    id: 'plan',
    method: 'card',
    noticeMonths: 3,
    horizonMonths: 120,
    forced: full,
    forbidden: [],
  });
  expect(desk.refusal(wish(day('2028-12-04'), 'forced'))).toEqual({ reason: 'too-many-days', most: 400 });
  expect(desk.refusal(wish(day('2028-12-04'), 'forbidden'))).toBeUndefined();
});
