import { addDays } from '../../../core/kernel/day.ts';
import { err, ok, type Result } from '../../../core/kernel/result.ts';
import {
  accepted,
  refusalCodes,
  simulatorActionSchema,
  type SimulatorAction,
} from '../../../core/aruba/protocol.ts';
import { advanceTo } from '../advance-day.ts';
import { methodExpired } from '../orders/automatic-renewal.ts';
import type { Counter } from '../counter.ts';
import { jsonBody } from './http.ts';
import type { Handler, Vendor } from './route.ts';
import { activate, failActivation, pay, register, settle, type LifeRefusal } from '../orders/order-life.ts';
import { addUser, removeUser, type UserRefusal } from '../users/panel-users.ts';
import { revokeTokens, keepTokens } from './tokens.ts';
import { changedPriceList, panelPurchase } from '../faults/somebody-else.ts';
import type { SimulatorDocument } from '../state/state.ts';

/** The simulator's own code: the action does not fit the state. */
const actionNotPossible = '0301';
const dayMs = 86_400_000;
const minuteMs = 60_000;

type ActionRefusal = LifeRefusal | UserRefusal | { readonly reason: 'not-possible' };

/**
 * Moves the calendar day by day. Payments, activations, expiries, deletions and notices happen on their days.
 */
const moveDay = (state: SimulatorDocument, days: number): SimulatorDocument =>
  keepTokens(
    advanceTo({ ...state, offsetDays: state.offsetDays + days }, addDays(state.day, days)),
    days * dayMs,
  );

/**
 * Somebody else changes users in the panel, under the panel's rules. If both are given, `remove` comes first.
 */
function panelUser(
  state: SimulatorDocument,
  { serviceId, add, remove }: Extract<SimulatorAction, { action: 'panel-user' }>,
) {
  const removed = remove === undefined ? ok(state) : removeUser(state, serviceId, remove);
  return removed.ok && add !== undefined ? addUser(removed.value, serviceId, add) : removed;
}

/** What a person at the vendor, or time, would do. */
function applyAction(
  counter: Counter,
  state: SimulatorDocument,
  action: SimulatorAction,
): Result<SimulatorDocument, ActionRefusal> {
  switch (action.action) {
    case 'pay':
      return pay(state, action.orderNumber, state.day);
    case 'register':
      return register(state, action.orderNumber, state.day);
    case 'activate':
      return activate(state, action.orderNumber, state.day);
    case 'fail-activation':
      return failActivation(state, action.orderNumber, state.day);
    case 'move-day':
      return ok(moveDay(state, action.days));
    case 'manual-activation': {
      const switched = { ...state, manualActivation: action.on };
      return ok(action.on ? switched : settle(switched, state.day));
    }
    case 'expire-tokens':
      return ok(revokeTokens(state));
    case 'back-up':
      counter.backUp();
      return ok(state);
    case 'restore':
      return ok(counter.restored());
    case 'panel-change':
      return panelPurchase(state, action.serviceId);
    case 'change-price-list':
      return changedPriceList(state, action.percent);
    case 'skew-clock':
      return ok(
        keepTokens(
          { ...state, skewMinutes: action.minutes },
          (action.minutes - state.skewMinutes) * minuteMs,
        ),
      );
    case 'expire-method': {
      const expired = methodExpired(state, action.serviceId);
      return expired === undefined ? err({ reason: 'not-possible' }) : ok(expired);
    }
    case 'panel-user':
      return panelUser(state, action);
  }
}

/** Has exactly the fields of `simulatorStateSchema`. */
const shown = (counter: Counter) => {
  const { day, manualActivation, account, mails, orders } = counter.state();
  return {
    day,
    realDay: counter.realDay(),
    manualActivation,
    account: account.username,
    password: account.password,
    mails: mails.rows(),
    orders: orders.rows(),
  };
};

function refusedAs(refusal: ActionRefusal) {
  if ('code' in refusal) return { errorCode: refusalCodes[refusal.code], errorDescription: refusal.text };
  return refusal.reason === 'unknown-order'
    ? { errorCode: refusalCodes.unknownOrder, errorDescription: 'Ordine sconosciuto' }
    : {
        errorCode: actionNotPossible,
        errorDescription: "L'azione non è possibile nello stato in cui si trova",
      };
}

/** `GET /simulator/state` */
export const readSimulator =
  ({ counter }: Vendor): Handler =>
  (c) =>
    c.json(shown(counter));

/** `POST /simulator/actions` */
export const act =
  ({ counter }: Vendor): Handler =>
  async (c) => {
    const action = await jsonBody(c, simulatorActionSchema);
    if (!action.ok) return action.error;
    const result = applyAction(counter, counter.state(), action.value);
    if (!result.ok) return c.json({ ...refusedAs(result.error), state: shown(counter) });
    counter.commit(result.value);
    return c.json({ errorCode: accepted, errorDescription: 'Fatto', state: shown(counter) });
  };
