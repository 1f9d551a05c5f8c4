// A row of a session shows what its account and its total count: what Aruba's cart really asked for.
import { show } from './screen.tsx';
import { screen } from '@testing-library/react';
import { beforeAll, expect, test } from 'vitest';
import { planRenewals } from '../../core/desk/plan/renewal-plan.ts';
import { defaultRenewalChoices } from '../../core/desk/rows/renewal-choices.ts';
import { cents } from '../../core/kernel/cents.ts';
import { SessionTable } from '../../renderer/screens/renewal-plan/sessions/session-table.tsx';
import type { SessionRow } from '../../renderer/screens/renewal-plan/sessions/session-rows.ts';
import { orderView } from '../support/paid-orders.ts';
import { decideBench } from '../support/sample-state.ts';

beforeAll(() => {
  // The test page has no layout, and the list draws what is in sight.
  for (const name of ['offsetHeight', 'offsetWidth', 'clientHeight'])
    Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => 600 });
});

function rowWith(gross: number | null): SessionRow {
  const plan = planRenewals(decideBench().state, defaultRenewalChoices);
  const renewal = plan.ok ? plan.value.sessions[0]?.windows[0] : undefined;
  if (renewal === undefined) throw new Error('The sample renews nothing');
  const order = orderView({ service: 'fe-studio', number: '31904418' });
  return {
    renewal,
    cart: null,
    quote: null,
    problem: null,
    order: gross === null ? order : { ...order, gross: cents(gross) },
    later: false,
  };
}

test('the total that was really asked for', async () => {
  await show(() => <SessionTable rows={[rowWith(9000)]} work={null} arrangements={null} />);
  expect(screen.getByRole('table').textContent).toMatch(/90,00/);
  expect(screen.getByRole('table').textContent).not.toMatch(/78,69/);
});

test('as expected, it is explained', async () => {
  await show(() => <SessionTable rows={[rowWith(null)]} work={null} arrangements={null} />);
  expect(screen.getByRole('button', { name: /78,69/ })).toBeTruthy();
});
