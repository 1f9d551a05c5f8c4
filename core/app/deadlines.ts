import { addMonths, type Day } from '../kernel/day.ts';
import type { ServiceId } from '../kernel/id.ts';
import { latestSafeDay } from '../orders/payment.ts';
import { milestones, phaseOf } from '../services/lifecycle.ts';
import { baseItem, type Service } from '../services/service.ts';

export type DeadlineKind = 'transfer' | 'card' | 'notice' | 'debit' | 'expiry' | 'deletion';

/** A day that matters for a service, still to come. */
export interface Deadline {
  readonly serviceId: ServiceId;
  readonly holder: string;
  readonly kind: DeadlineKind;
  readonly on: Day;
}

/** The coming days of one service (rules F, G4): by automatic renewal there is a debit instead of last safe days. */
function deadlinesOf(service: Service, today: Day): readonly Deadline[] {
  const base = baseItem(service);
  const phase = phaseOf(service, today);
  if (base === undefined || phase === 'waiting' || phase === 'deleted') return [];
  const days = milestones(base.expiry, base.anchor);
  const at = (kind: DeadlineKind, on: Day): Deadline => ({ serviceId: service.id, holder: service.holder, kind, on });
  const renewal = service.automaticRenewal
    ? [at('debit', days.automaticDebit)]
    : [at('transfer', latestSafeDay('bank-transfer', base.expiry)), at('card', latestSafeDay('card', base.expiry))];
  const all = phase === 'grace' ? [at('deletion', days.graceEnd)] : [at('notice', days.notice), ...renewal, at('expiry', base.expiry)];
  return all.filter((deadline) => deadline.on >= today);
}

/** The coming days of all services, the nearest first. */
export function deadlines(services: Iterable<Service>, today: Day, until: Day): readonly Deadline[] {
  // The notice, three months before, is the earliest day of a service: an expiry later than that has nothing to say yet.
  const furthest = addMonths(until, 4);
  const near = [...services].filter((service) => (baseItem(service)?.expiry ?? furthest) < furthest);
  const found = near.flatMap((service) => deadlinesOf(service, today)).filter((deadline) => deadline.on <= until);
  return found.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : a.holder < b.holder ? -1 : 1));
}

const urgency = { grace: 0, late: 1, 'renew-soon': 2, active: 3, waiting: 4, deleted: 5 } as const;

/** Services by urgency: lost soonest first, then by expiry and holder. */
export function byUrgency(services: Iterable<Service>, today: Day): readonly Service[] {
  const key = (service: Service): string => `${urgency[phaseOf(service, today)]} ${baseItem(service)?.expiry ?? '9999'} ${service.holder}`;
  return [...services]
    .map((service) => ({ service, key: key(service) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ service }) => service);
}
