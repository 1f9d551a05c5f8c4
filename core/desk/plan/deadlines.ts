import { addMonths, type Day } from '../../kernel/day.ts';
import type { ServiceId } from '../../kernel/id.ts';
import { finish, type Steps } from '../../kernel/steps.ts';
import { latestSafeDay } from '../../orders/payment.ts';
import { milestones, phaseOf } from '../../services/lifecycle.ts';
import { baseItem, type Service, type ServiceItem } from '../../services/service.ts';
import { isPaidFor, nothingPaid, type PaidFor } from '../pending/paid-for.ts';
import { itemEnds } from './item-ends.ts';

export type DeadlineKind = 'transfer' | 'card' | 'notice' | 'debit' | 'expiry' | 'deletion' | 'items';

/** A coming day that matters for a service. */
export interface Deadline {
  readonly serviceId: ServiceId;
  readonly holder: string;
  readonly kind: DeadlineKind;
  readonly on: Day;
  /** What ends on that day, before the service itself. Empty for all other kinds. */
  readonly items: readonly ServiceItem[];
}

type DatedKind = readonly [kind: DeadlineKind, on: Day];

/**
 * The days that matter around one expiry (rules F, G4), past ones included. A service with automatic renewal
 * has a debit instead of last safe days.
 */
function daysAround(expiry: Day, anchor: number, automatic: boolean): readonly DatedKind[] {
  const days = milestones(expiry, anchor);
  const renewal: readonly DatedKind[] = automatic
    ? [['debit', days.automaticDebit]]
    : [
        ['transfer', latestSafeDay('bank-transfer', expiry)],
        ['card', latestSafeDay('card', expiry)],
      ];
  return [['notice', days.notice], ...renewal, ['expiry', expiry]];
}

/**
 * The coming days of all services, the nearest first, those of one day by holder. What is paid for has no
 * last day to pay, and its items do not end.
 */
export const deadlines = (
  services: Iterable<Service>,
  today: Day,
  until: Day,
  paid: PaidFor = nothingPaid,
): readonly Deadline[] => finish(deadlinesInSteps(services, today, until, paid));

/** The services, and later the deadlines, of one step. */
const step = 500;

const noItems: readonly ServiceItem[] = [];

/** The same in steps. The first one begins nothing yet. */
export function* deadlinesInSteps(
  services: Iterable<Service>,
  today: Day,
  until: Day,
  paid: PaidFor = nothingPaid,
): Steps<readonly Deadline[]> {
  yield 0;
  // The notice comes first, three months before the expiry. A later expiry has no day before `until`.
  const furthest = addMonths(until, 4);
  // Ten thousand services share a few hundred expiries: the days of an expiry are worked out once.
  const known = new Map<string, readonly DatedKind[]>();
  const found = new Map<Day, Deadline[]>();
  let seen = 0;
  for (const service of services) {
    seen += 1;
    if (seen % step === 0) yield 0.4;
    const base = baseItem(service);
    if (base === undefined) continue;
    for (const { on, items } of itemEnds(service, today, paid)) add(service, 'items', on, items);
    if (base.expiry < furthest) for (const [kind, on] of daysOf(service, base)) add(service, kind, on);
  }
  const all: Deadline[] = [];
  for (const day of [...found.keys()].sort()) {
    const before = all.length;
    const ofDay = found.get(day) ?? [];
    all.push(...ofDay.sort((a, b) => (a.holder < b.holder ? -1 : a.holder > b.holder ? 1 : 0)));
    if (Math.floor(all.length / step) > Math.floor(before / step)) yield 0.8;
  }
  return all;

  function add({ id: serviceId, holder }: Service, kind: DeadlineKind, on: Day, items = noItems): void {
    if (on < today || on > until) return;
    const deadline = { serviceId, holder, kind, on, items };
    const ofDay = found.get(on);
    if (ofDay === undefined) found.set(on, [deadline]);
    else ofDay.push(deadline);
  }

  function daysOf(service: Service, base: ServiceItem): readonly DatedKind[] {
    const { expiry, anchor } = base;
    const phase = phaseOf(service, today);
    if (phase === 'waiting' || phase === 'deleted') return [];
    if (phase === 'grace') return [['deletion', milestones(expiry).graceEnd]];
    if (isPaidFor(paid, service.id, base)) return [['expiry', expiry]];
    const key = `${expiry} ${anchor} ${service.automaticRenewal}`;
    const days = known.get(key) ?? daysAround(expiry, anchor, service.automaticRenewal);
    known.set(key, days);
    return days;
  }
}

const urgency = { grace: 0, late: 1, 'renew-soon': 2, active: 3, waiting: 4, deleted: 5 } as const;

/** Services by urgency: those lost soonest first, then by expiry and holder. */
export function byUrgency(services: Iterable<Service>, today: Day): readonly Service[] {
  const key = (service: Service): string =>
    `${urgency[phaseOf(service, today)]} ${baseItem(service)?.expiry ?? '9999'} ${service.holder}`;
  return [...services]
    .map((service) => ({ service, key: key(service) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ service }) => service);
}
