import { expect, test } from 'vitest';
import { defaultRenewalChoices } from '../../../../core/desk/rows/renewal-choices.ts';
import { decideBench } from '../../../support/sample-state.ts';

const save = (name: string, seats = 0) =>
  ({ type: 'scenario/save', name, choices: { ...defaultRenewalChoices, seats } }) as const;

test('one name is one scenario, whatever its case; removed once', () => {
  const desk = decideBench();
  desk.submit(save('Più caro'));
  desk.submit(save('PIÙ CARO', 2));
  expect([...desk.state.workspace.scenarios.values()]).toEqual([
    { id: 'più caro', name: 'PIÙ CARO', choices: { ...defaultRenewalChoices, seats: 2 } },
  ]);
  desk.submit({ type: 'scenario/remove', id: 'più caro' });
  expect(desk.state.workspace.scenarios.size).toBe(0);
  expect(desk.submit({ type: 'scenario/remove', id: 'più caro' })).toEqual({ ok: true, changes: [] });
});

test('twelve at most; a known one can still be changed', () => {
  const desk = decideBench();
  for (let index = 0; index < 12; index += 1) desk.submit(save(`Ipotesi ${index}`));
  expect(desk.refusal(save('Ancora una'))).toEqual({ reason: 'too-many-scenarios', most: 12 });
  expect(desk.refusal(save('ipotesi 3', 1))).toBeUndefined();
});
