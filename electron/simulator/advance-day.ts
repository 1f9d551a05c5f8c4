import { addDays, type Day } from '../../core/kernel/day.ts';
import { priceListOn } from '../../core/catalog/price-list.ts';
import { price } from '../../core/quotes/price.ts';
import { defaultMonthRule } from '../../core/renewals/months.ts';
import { renew } from '../../core/renewals/renewal.ts';
import { milestones } from '../../core/services/lifecycle.ts';
import { activeItems, baseItem, type Service } from '../../core/services/service.ts';
import { deleteService, putService } from './change-log.ts';
import { mailNotice, mailRenewedAutomatically } from './mail-texts.ts';
import { settle } from './order-life.ts';
import type { SimulatorDocument } from './state.ts';

/** Renews a service for one year by the stored method, seven days before its expiry (rules F, D3). */
function renewAutomatically(state: SimulatorDocument, service: Service, today: Day): SimulatorDocument {
  const list = priceListOn(state.priceLists, today);
  const base = baseItem(service);
  if (list === undefined || base === undefined) return state;
  const priced = activeItems(service, today).map((item) => ({ ...item, yearly: list.yearly[item.kind] }));
  const { lines } = renew({
    service: { ...base, yearly: list.yearly[base.kind] },
    chosen: priced.filter((item) => item.id !== base.id),
    years: 1,
    rule: defaultMonthRule,
  });
  const items = service.items.map((item) => {
    const line = lines.find(({ id }) => id === item.id);
    return line === undefined ? item : { ...item, expiry: line.newExpiry, anchor: line.newAnchor };
  });
  const renewed = { ...service, items };
  const { gross } = price({ lines, vatBasisPoints: list.vatBasisPoints });
  return mailRenewedAutomatically(putService(state, renewed), renewed, gross, today);
}

/** What one day does to one service: notice at E-3 months, debit at E-7, expired from E+1, deleted at E+91 (rules F). */
function liveOneDay(state: SimulatorDocument, service: Service, today: Day): SimulatorDocument {
  const base = baseItem(service);
  if (base === undefined || (service.state !== 'active' && service.state !== 'expired')) return state;
  const days = milestones(base.expiry, base.anchor);
  if (today >= days.deletion) return deleteService(state, service.id);
  if (service.state === 'active' && service.automaticRenewal && today === days.automaticDebit) return renewAutomatically(state, service, today);
  if (service.state === 'active' && today > base.expiry) return putService(state, { ...service, state: 'expired' });
  return today === days.notice ? mailNotice(state, service, today) : state;
}

/** The next vendor day: payments first, so that what they extend does not expire on it. */
function nextDay(state: SimulatorDocument): SimulatorDocument {
  const today = addDays(state.day, 1);
  let next = settle({ ...state, day: today }, today);
  for (const service of next.services) next = liveOneDay(next, service, today);
  return next;
}

/** Works through every day up to `today`, one by one; a calendar that went back changes nothing. */
export function advanceTo(state: SimulatorDocument, today: Day): SimulatorDocument {
  let next = state;
  while (next.day < today) next = nextDay(next);
  return next;
}
