// The rows of the services are what a fresh look would say, and those that nothing concerns stay the same.
import { expect, test } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import { openOrders } from '../../core/desk/pending/order-views.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import { boardOf } from '../../core/desk/seats/seat-boards.ts';
import { addDays } from '../../core/kernel/day.ts';
import type { PersonId, ServiceId } from '../../core/kernel/id.ts';
import { phaseOf } from '../../core/services/lifecycle.ts';
import { serviceRows } from '../../renderer/screens/services/service-rows.ts';
import { confirmedOrder } from '../support/confirmed-order.ts';
import { decideBench } from '../support/sample-state.ts';

/** A state as a window holds it: another one after each change, with its own tables. */
const pictured = ({ workspace, replica, today }: AppState): AppState => ({
  workspace: Object.fromEntries(
    Object.entries(workspace).map(([name, table]) => [name, new Map(table as never)]),
  ) as never,
  replica,
  today,
});
const rowsOf = (state: AppState) => serviceRows(state, [...state.replica.services.values()]);
const fresh = (state: AppState) =>
  [...state.replica.services.values()].map((service) => ({
    service,
    phase: phaseOf(service, state.today),
    board: boardOf(state, service),
    openOrder: openOrders(state).get(service.id),
  }));

const studio = 'fe-studio' as ServiceId;
const alone = 'fe-ferrara' as ServiceId;
const person = 'p-a-ferri' as PersonId;
const steps: readonly Command[] = [
  { type: 'seat/need', serviceId: studio, personIds: [person], needed: true },
  { type: 'seat/need', serviceId: 'fe-serra' as ServiceId, personIds: [person], needed: true },
  { type: 'seat/assign', serviceId: 'fe-serra' as ServiceId, personIds: [person] },
  { type: 'cart/open', serviceId: studio },
  { type: 'seat/need', serviceId: studio, personIds: [person], needed: false },
  { type: 'seat/free', serviceId: 'fe-serra' as ServiceId, personIds: [person] },
];

test('after each command, on the next day, and with a service that the vendor changed', () => {
  const bench = decideBench();
  let state = pictured(bench.state);
  rowsOf(state);
  for (const step of steps) {
    bench.submit(step);
    state = pictured(bench.state);
    expect(rowsOf(state), step.type).toEqual(fresh(state));
  }
  bench.submit({ type: 'cart/open', serviceId: alone });
  rowsOf(pictured(bench.state));
  bench.submit(confirmedOrder(bench.state, `service-${alone}`));
  state = pictured(bench.state);
  expect(openOrders(state).has(alone)).toBe(true);
  expect(rowsOf(state)).toEqual(fresh(state));
  const later = { ...state, today: addDays(state.today, 400) };
  expect(rowsOf(later)).toEqual(fresh(later));
  const services = new Map(state.replica.services);
  const [changed] = services.values();
  if (changed === undefined) throw new Error('There are services');
  services.set(changed.id, { ...changed, users: [] });
  const told = { ...state, replica: { ...state.replica, services } };
  expect(rowsOf(told)).toEqual(fresh(told));
});

test('a change of one service leaves the rows of those without people as they are', () => {
  const bench = decideBench();
  const before = rowsOf(pictured(bench.state));
  bench.submit({ type: 'seat/need', serviceId: studio, personIds: [person], needed: true });
  const after = rowsOf(pictured(bench.state));
  const same = after.filter((row, index) => row === before[index]);
  expect(same.length).toBeGreaterThan(3);
  expect(same.map(({ service }) => service.id)).not.toContain(studio);
});
