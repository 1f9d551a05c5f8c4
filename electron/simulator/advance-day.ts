import { addDays, type Day } from '../../core/kernel/day.ts';
import { milestones } from '../../core/services/lifecycle.ts';
import { activeItems, baseItem, type Service } from '../../core/services/service.ts';
import { renewAutomatically } from './orders/automatic-renewal.ts';
import { deleteService, putService } from './state/change-log.ts';
import { mailNotice } from './orders/mail-texts.ts';
import { settle } from './orders/order-life.ts';
import { extraGigabytes, spaceKB } from '../../core/services/space.ts';
import type { SimulatorDocument } from './state/state.ts';

/**
 * What one day does to one service (rules F): notice 3 months before the expiry, debit 7 days before, expired
 * from the day after, deleted 91 days after.
 */
function liveOneDay(state: SimulatorDocument, service: Service, today: Day): SimulatorDocument {
  const base = baseItem(service);
  if (base === undefined || (service.state !== 'active' && service.state !== 'expired')) return state;
  const days = milestones(base.expiry, base.anchor);
  if (today >= days.deletion) return deleteService(state, service.id);
  if (service.state === 'active' && service.automaticRenewal && today === days.automaticDebit)
    return renewAutomatically(state, service, today);
  if (service.state === 'active' && today > base.expiry)
    return putService(state, { ...service, state: 'expired' });
  const ended = service.items.some(
    ({ kind, expiry }) => kind === 'extra-gb' && expiry === addDays(today, -1),
  );
  const next = ended
    ? putService(state, { ...service, maxSpaceKB: spaceKB(extraGigabytes(activeItems(service, today))) })
    : state;
  return today === days.notice ? mailNotice(next, service, today) : next;
}

/**
 * The next vendor day. Payments come first, so that a service that they extend does not expire on that day.
 */
function nextDay(state: SimulatorDocument): SimulatorDocument {
  const today = addDays(state.day, 1);
  let next = settle({ ...state, day: today }, today);
  for (const service of next.services) next = liveOneDay(next, service, today);
  return next;
}

/** Works through every day up to `today`. If the calendar went back, nothing changes. */
export function advanceTo(state: SimulatorDocument, today: Day): SimulatorDocument {
  let next = state;
  while (next.day < today) next = nextDay(next);
  return next;
}
