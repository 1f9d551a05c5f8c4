// What a plan of seats costs: the same figures as the carts that it would make.
import { expect, test } from 'vitest';
import { cartFigures } from '../../core/desk/cart/cart-figures.ts';
import { seatDifferences } from '../../core/desk/seats/seat-difference.ts';
import type { CartId, PersonId, ServiceId } from '../../core/kernel/id.ts';
import { finish } from '../../core/kernel/steps.ts';
import { planCostInSteps } from '../../renderer/screens/matrix/plan-cost.ts';
import { decideBench } from '../support/sample-state.ts';

const wish = (serviceId: string, personId: string) => ({
  serviceId: serviceId as ServiceId,
  personId: personId as PersonId,
  seat: true,
  permissions: null,
});

test('two services: the sum of their two carts, to the cent', () => {
  const desk = decideBench();
  const wishes = [
    wish('fe-rossi', 'p-a-ferri'),
    wish('fe-ferrara', 'p-a-ferri'),
    wish('fe-ferrara', 'p-m-deluca'),
  ];
  const differences = seatDifferences(desk.state, wishes);
  const cost = finish(planCostInSteps(desk.state, differences));
  desk.submit({ type: 'seat/plan', wishes, toCart: true });
  const carts = [...desk.state.workspace.carts.values()];
  expect(carts.map(({ quantity }) => quantity).toSorted((a, b) => a - b)).toEqual([1, 2]);
  const grosses = carts.map((cart) => {
    const figures = cartFigures(desk.state, cart);
    if (!figures.ok) throw new Error('The cart has figures');
    return figures.value.gross;
  });
  expect(cost).toBe(grosses.reduce((sum, gross) => sum + gross, 0));
});

test('free seats cost nothing, and neither does a service that has expired', () => {
  const desk = decideBench();
  const differences = seatDifferences(desk.state, [
    wish('fe-serra', 'p-a-ferri'),
    wish('fe-conti', 'p-a-ferri'),
  ]);
  expect(finish(planCostInSteps(desk.state, differences))).toBe(0);
  expect(desk.state.workspace.carts.get('service-fe-conti' as CartId)).toBeUndefined();
});
