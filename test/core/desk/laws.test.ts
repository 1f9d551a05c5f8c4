// Rules H1, H2, H3 and C4 after any sequence of commands. The vendor processes orders in between.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Command } from '../../../core/desk/command.ts';
import { cartFigures } from '../../../core/desk/cart/cart-figures.ts';
import { settleNextOrder } from '../../../core/desk/orders/decide-order.ts';
import { boardOf } from '../../../core/desk/seats/seat-boards.ts';
import {
  applyChanges,
  type AppState,
  type WorkspaceChange,
  type WorkspaceRows,
} from '../../../core/desk/rows/state.ts';
import type { Cart } from '../../../core/orders/cart.ts';
import { register } from '../../../electron/simulator/orders/order-life.ts';
import { placeOrder } from '../../../electron/simulator/orders/place-order.ts';
import type { SimulatorDocument } from '../../../electron/simulator/state/state.ts';
import { commandOf, wishes, type Wish } from '../../support/desk-commands.ts';
import { law } from '../../support/law.ts';
import { decideBench, sampleOffice, tell, type MutableState } from '../../support/sample-state.ts';

/** Changes a row before it is written: not at all, or by a planted mistake. */
type Bend = (change: WorkspaceChange, state: AppState) => WorkspaceChange;
const straight: Bend = (change) => change;

interface Moment {
  readonly command: Command | null;
  readonly changes: readonly WorkspaceChange[];
  /** The carts that had figures before. */
  readonly priced: ReadonlySet<string>;
  /** The figures that the cart screen showed for the confirmed order. */
  readonly shown: unknown;
}

/** The vendor processes the oldest order and has its money, so the order is active at once. */
function process(state: MutableState, vendor: SimulatorDocument): SimulatorDocument {
  const entry = [...state.workspace.outbox.values()].find(
    (one) => one.state === 'queued' && one.command.kind === 'order/place',
  );
  if (entry?.command.kind !== 'order/place') return vendor;
  const result = placeOrder(vendor, entry.command.request, entry.id, state.today);
  if (!result.ok) {
    state.workspace.outbox.set(entry.id, { ...entry, state: 'refused' });
    return vendor;
  }
  const paid = register(result.value.state, result.value.order.orderNumber, state.today);
  const after = paid.ok ? paid.value : result.value.state;
  state.workspace.outbox.delete(entry.id);
  tell(state.replica, after);
  return after;
}

function live(bend: Bend, given: readonly Wish[], check: (state: AppState, moment: Moment) => void): void {
  const office = sampleOffice();
  const desk = decideBench(office);
  const { state } = desk;
  let { vendor } = office;
  for (const wish of given) {
    const priced = new Set(
      [...state.workspace.carts.values()].filter((cart) => cartFigures(state, cart).ok).map(({ id }) => id),
    );
    if (wish.what % 9 === 8) {
      vendor = process(state, vendor);
      for (let seats = settleNextOrder(state); seats.length > 0; seats = settleNextOrder(state))
        applyChanges<WorkspaceRows>(state.workspace, seats);
      check(state, { command: null, changes: [], priced, shown: null });
      continue;
    }
    const command = commandOf(wish, state);
    const cart = command.type === 'order/confirm' ? state.workspace.carts.get(command.cartId) : undefined;
    const shown = cart === undefined ? null : cartFigures(state, cart);
    const done = desk.submit(command);
    const changes = done.ok ? done.changes.map((change) => bend(change, state)) : [];
    applyChanges<WorkspaceRows>(state.workspace, changes);
    check(state, { command, changes, priced, shown });
  }
}

const given = wishes(40);

law('H1, H2: seats held within those bought, one seat a person and service, the board always adds up', {
  subject: straight,
  wrong: (change, state) =>
    change.table === 'seats' && change.value !== null && state.workspace.seats.size > 6
      ? { ...change, id: `${change.id}-again` }
      : change,
  given,
  runs: 25,
  holds: (bend, work) =>
    live(bend, work, (state) => {
      for (const [id, seat] of state.workspace.seats) expect(id).toBe(`${seat.serviceId}/${seat.personId}`);
      for (const service of state.replica.services.values()) {
        const board = boardOf(state, service);
        const seats = [...state.workspace.seats.values()].filter(({ serviceId }) => serviceId === service.id);
        expect(seats.length).toBeLessThanOrEqual(
          Math.max(0, board.bought - board.others.length - board.former.length),
        );
        expect([board.held, board.free]).toEqual([
          seats.length + board.others.length + board.former.length,
          Math.max(0, board.bought - board.held),
        ]);
        for (const seat of seats) expect(state.workspace.needs.has(seat.id)).toBe(false);
      }
    }),
});

law('H3: a username is never given to another person on the same service', {
  subject: straight,
  wrong: (change) =>
    change.table === 'seats' && change.value !== null
      ? { ...change, value: { ...change.value, username: 'aferri01' } }
      : change,
  given,
  runs: 25,
  holds(bend, work) {
    const owners = new Map<string, string>();
    live(bend, work, (state, { command, changes }) => {
      // Two merged rows are the same person.
      if (command?.type === 'person/merge' && changes.length > 0)
        for (const [key, owner] of owners) if (owner === command.drop) owners.set(key, command.keep);
      for (const { serviceId, username, personId } of [
        ...state.workspace.usernames.values(),
        ...state.workspace.seats.values(),
      ]) {
        const key = `${serviceId}/${username.toLowerCase()}`;
        expect(owners.get(key) ?? personId, key).toBe(personId);
        owners.set(key, personId);
      }
      for (const service of state.replica.services.values()) {
        const seats = [...state.workspace.seats.values()].filter(({ serviceId }) => serviceId === service.id);
        expect(new Set(seats.map(({ username }) => username.toLowerCase())).size).toBe(seats.length);
      }
    });
  },
});

law('a cart that a command stores can be priced', {
  subject: straight,
  wrong: (change) =>
    change.table === 'carts' && change.value !== null && change.value.quantity > 3
      ? { ...change, value: { ...change.value, quantity: 1000 } }
      : change,
  given,
  runs: 25,
  holds: (bend, work) =>
    live(bend, work, (state, { command, changes, priced }) => {
      const stored = changes.flatMap((change): Cart[] =>
        change.table === 'carts' && change.value !== null ? [change.value] : [],
      );
      for (const cart of stored) {
        // A cart that is opened again or taken back may have lost its figures: the vendor has processed
        // something in the meantime. No other cart may.
        if (
          command?.type === 'order/withdraw' ||
          (command?.type === 'cart/open' && !priced.has(cart.id) && state.workspace.carts.has(cart.id))
        )
          continue;
        expect(cartFigures(state, cart)).toMatchObject({ ok: true });
      }
    }),
});

law('C4: an order freezes the very figures that the cart showed', {
  subject: straight,
  wrong: (change) =>
    change.table === 'placements' && change.value !== null
      ? {
          ...change,
          value: {
            ...change.value,
            quote: {
              ...change.value.quote,
              vat: (change.value.quote.vat + 1) as typeof change.value.quote.vat,
            },
          },
        }
      : change,
  given,
  runs: 25,
  holds: (bend, work) =>
    live(bend, work, (state, { command, changes, shown }) => {
      if (command?.type !== 'order/confirm' || changes.length === 0) return;
      const placement = changes.flatMap((change) =>
        change.table === 'placements' && change.value !== null ? [change.value] : [],
      )[0];
      const entry = state.workspace.outbox.get(placement?.id ?? '');
      expect(shown).toEqual({ ok: true, value: placement?.quote });
      const { net, vat, gross, target } = placement?.quote ?? {};
      expect(entry?.command.kind === 'order/place' && entry.command.request.expected).toEqual({
        net,
        vat,
        gross,
        target,
      });
    }),
});

law('order/place is never accepted twice for one cart, whatever happens in between', {
  subject: straight,
  wrong: (change) =>
    change.table === 'carts' && change.value === null ? { table: 'needs', id: 'x', value: null } : change,
  given: fc.array(fc.nat(40), { minLength: 2, maxLength: 6 }),
  runs: 20,
  holds(bend, picks) {
    const desk = decideBench();
    desk.submit({ type: 'cart/open', serviceId: 'fe-studio' as never });
    const cart = desk.state.workspace.carts.get('service-fe-studio');
    for (const which of picks) {
      const command = commandOf(
        { what: 16, who: [0], which: which * 7 + 1, count: 1, yes: true },
        desk.state,
      );
      const done = desk.submit(command);
      for (const change of done.ok ? done.changes : []) {
        const bent = bend(change, desk.state);
        // The planted mistake keeps the cart.
        if (bent !== change && cart !== undefined) desk.state.workspace.carts.set(cart.id, cart);
      }
    }
    expect([desk.state.workspace.outbox.size, desk.state.workspace.carts.size]).toEqual([1, 0]);
  },
});
