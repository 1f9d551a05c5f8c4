import type { PlannedRenewal, RenewalPlan } from '../../../core/desk/plan/renewal-plan.ts';
import type { RenewalFilter } from '../../../core/desk/rows/saved-view.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { isOpen, orderViews } from '../../../core/desk/pending/order-views.ts';
import { isAtAruba } from '../../../core/desk/pending/renewals-under-way.ts';
import type { Day } from '../../../core/kernel/day.ts';
import { arrangementOf, type Arrangement, type Arrangements } from '../../../core/register/arrangement.ts';
import { passesFilters, type ArrangementFilters } from '../../../core/register/arranged-by.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { finish, type Steps } from '../../../core/kernel/steps.ts';
import { milestones, phaseOf, type LifePhase, type Milestones } from '../../../core/services/lifecycle.ts';
import { baseItem, seatCount, type Service } from '../../../core/services/service.ts';
import { fold, searchWords } from '../../text/fold.ts';

/** One service on the timeline: its next expiry, the days around it, and its place in the plan. */
export interface RenewalRow {
  readonly service: Service;
  readonly users: number;
  readonly phase: LifePhase;
  readonly expiry: Day;
  readonly anchor: number;
  readonly days: Milestones;
  /** The renewal of this expiry. Null if it is after the horizon. */
  readonly renewal: PlannedRenewal | null;
  readonly session: Day | null;
  readonly missed: boolean;
  /** True if a renewal is ordered and not active yet. */
  readonly ordered: boolean;
  readonly arrangement: Arrangement;
}

function passes({ phase, missed, service, session, ordered }: RenewalRow, filter: RenewalFilter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'soon':
      return phase === 'renew-soon' || phase === 'late';
    case 'planned':
      return session !== null && !ordered;
    case 'missed':
      return missed;
    case 'by-hand':
      return !service.automaticRenewal && phase !== 'grace';
    case 'ordered':
      return ordered;
    case 'automatic':
      return service.automaticRenewal;
    case 'grace':
      return phase === 'grace';
  }
}

const noRegister: Arrangements = new Map();

/** Services in one step. */
const slice = 500;

/** The services whose renewal is ordered and not active yet. One that is only prepared is not. */
export const orderedRenewals = (state: AppState): ReadonlySet<ServiceId> =>
  new Set(
    orderViews(state).flatMap((view) =>
      view.serviceId !== null &&
      isOpen(view) &&
      isAtAruba(view) &&
      view.quote.lines.some(({ reason }) => reason === 'renewal')
        ? [view.serviceId]
        : [],
    ),
  );

/**
 * Every service that has an expiry and still exists. The first to expire comes first. `arrangements` is null
 * in a sample studio.
 */
export const renewalRows = (...about: Parameters<typeof renewalRowsInSteps>): readonly RenewalRow[] =>
  finish(renewalRowsInSteps(...about));

/** The same rows in steps. */
export function* renewalRowsInSteps(
  { services, today }: { readonly services: AppState['replica']['services']; readonly today: Day },
  { sessions, missed, automatic }: RenewalPlan,
  ordered: ReadonlySet<ServiceId>,
  arrangements: Arrangements | null = noRegister,
): Steps<readonly RenewalRow[]> {
  const first = new Map<
    ServiceId,
    { readonly renewal: PlannedRenewal; readonly session: Day | null; readonly missed: boolean }
  >();
  // A later renewal is nobody's next one: a plan of ten years has ten for each service.
  let furthest = '' as Day;
  for (const service of services.values()) {
    const expiry = baseItem(service)?.expiry;
    if (expiry !== undefined && expiry > furthest) furthest = expiry;
  }
  const take = (renewal: PlannedRenewal, session: Day | null, late: boolean): void => {
    if (renewal.expiry > furthest) return;
    const known = first.get(renewal.serviceId);
    if (known === undefined || renewal.expiry < known.renewal.expiry)
      first.set(renewal.serviceId, { renewal, session, missed: late });
  };
  for (const { day, windows } of sessions) for (const window of windows) take(window, day, false);
  yield 0.2;
  for (const window of missed) take(window, null, true);
  for (const window of automatic) take(window, null, false);
  yield 0.3;
  const rows: RenewalRow[] = [];
  // Ten thousand services share a few hundred expiries.
  const known = new Map<string, Milestones>();
  const daysOf = (expiry: Day, anchor: number): Milestones => {
    const key = `${expiry} ${anchor}`;
    const days = known.get(key) ?? milestones(expiry, anchor);
    known.set(key, days);
    return days;
  };
  let looked = 0;
  for (const service of services.values()) {
    looked += 1;
    if (looked % slice === 0) yield 0.3 + (0.6 * looked) / services.size;
    const base = baseItem(service);
    const phase = phaseOf(service, today);
    if (base === undefined || phase === 'waiting' || phase === 'deleted') continue;
    const planned = first.get(service.id);
    const { expiry, anchor } = base;
    rows.push({
      service,
      users: seatCount(service, today),
      phase,
      expiry,
      anchor,
      days: daysOf(expiry, anchor),
      renewal: planned?.renewal ?? null,
      session: planned?.session ?? null,
      missed: planned?.missed ?? false,
      ordered: ordered.has(service.id),
      arrangement: arrangementOf(arrangements ?? noRegister, service.id),
    });
  }
  yield 0.9;
  return rows.sort((a, b) =>
    a.expiry < b.expiry ? -1 : a.expiry > b.expiry ? 1 : a.service.holder < b.service.holder ? -1 : 1,
  );
}

/** The rows that match a text of the client's name or VAT number, a state, and how they are looked after. */
export function found(
  rows: readonly RenewalRow[],
  query: string,
  filter: RenewalFilter,
  filters: ArrangementFilters = {},
): readonly RenewalRow[] {
  const words = searchWords(query);
  return rows.filter(
    (row) =>
      passes(row, filter) &&
      passesFilters(row.arrangement, filters) &&
      words.every((word) => fold(row.service.holder).includes(word) || row.service.vatCode.includes(word)),
  );
}
