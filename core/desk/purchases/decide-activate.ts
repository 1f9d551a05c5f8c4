import type { ClientId, PurchaseId, ServiceId } from '../../kernel/id.ts';
import { dayOfMonth, type Day } from '../../kernel/day.ts';
import { isModuleKind, isServiceKind } from '../../catalog/item.ts';
import { err, ok } from '../../kernel/result.ts';
import type { Person } from '../../people/person.ts';
import { orderedFigures } from '../../purchases/expected.ts';
import type { Purchase } from '../../purchases/fold.ts';
import { itemsAfter } from '../../purchases/items-after.ts';
import type { LineExpiry, PurchaseEventId } from '../../purchases/purchase.ts';
import { possible } from '../../purchases/transitions.ts';
import { lineKey, type FiguresLine } from '../../quotes/figures.ts';
import { foldService } from '../../register/fold.ts';
import type { Fact } from '../../register/fact.ts';
import type { Field, ServiceDetails } from '../../register/fields.ts';
import { registeredService } from '../../register/registered-service.ts';
import type { Service } from '../../services/service.ts';
import { recordEntries } from '../register/decide-register.ts';
import { boardOf } from '../seats/seat-boards.ts';
import { seatChanges } from '../seats/decide-seats.ts';
import type { Decision as DecisionOr, IdOf, Stamp } from '../define-command.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';
import { dayRefusal, withEvent } from './decide-purchase.ts';
import type { PurchasesRefusal } from './refusals.ts';
import { laterDates, withLater, type LaterDates } from './later-dates.ts';
import { serviceOf } from './service-of.ts';
import {
  pieceFields,
  sinceOrdered,
  type CountingQuestion,
  type Countings,
  type SinceOrdered,
} from './since-ordered.ts';
import { withPurchase } from './with-purchase.ts';

type Decision = DecisionOr<PurchasesRefusal>;

/** What a person reads in Aruba's pages once the order is active (rule K, step 7). */
export interface Activation {
  readonly purchaseId: PurchaseId;
  readonly day: Day;
  /** The dates that Aruba shows, where they differ from the expected ones. */
  readonly expiries: readonly LineExpiry[];
  /** Whether Aruba renews by itself from now on: card and PayPal switch it on. Null if nobody looked. */
  readonly automaticRenewal: boolean | null;
  /** Whether newer data of the register count the purchase already, where that is unclear. */
  readonly countings?: Countings;
}

/** The service that a purchase is about; null if it makes a new one. */
const aboutOf = (state: AppState, purchase: Purchase): ServiceId | null =>
  serviceOf(state, purchase.record)?.id ?? purchase.record.revision.service?.id ?? null;

/** What a person has to say before the purchase can be recorded as active on these dates. */
export const countingQuestions = (
  state: AppState,
  purchase: Purchase,
  expiries: readonly LineExpiry[],
): readonly CountingQuestion[] => sinceOrdered(state, purchase, aboutOf(state, purchase), expiries).questions;

/** The dates that the register knows to be later than the purchase says. */
export const knownLater = (state: AppState, purchase: Purchase): LaterDates =>
  laterDates(state, purchase, aboutOf(state, purchase));

/** The first date that is earlier than what the item had before: an order never shortens anything. */
export function shortened(purchase: Purchase, expiries: readonly LineExpiry[]): FiguresLine | undefined {
  const typed = new Map(expiries.map(({ line, expiry }) => [line, expiry]));
  return orderedFigures(purchase).lines.find((line) => {
    const expiry = typed.get(lineKey(line));
    return expiry !== undefined && expiry < line.expiry;
  });
}

/** The order number beside each fact, so that its source can be found again at Aruba. */
const evidenceOf = (details: ServiceDetails, orderNumber: string): Partial<Record<Field, string>> =>
  Object.fromEntries(Object.keys(details).map((field) => [field, `ordine ${orderNumber}`]));

/** Leaves out what the service neither had nor has: that is no news. */
function withoutNothing(details: ServiceDetails, service: Service | undefined): ServiceDetails {
  const had = new Set(service?.items.map(({ kind }) => kind));
  const { users, modules, space, ...rest } = details;
  return {
    ...rest,
    ...(users?.length === 0 && !had.has('user') ? {} : { users }),
    ...(modules?.length === 0 && ![...had].some(isModuleKind) ? {} : { modules }),
    ...(space?.length === 0 && !had.has('extra-gb') ? {} : { space }),
  };
}

/**
 * What becomes known of the service. A first purchase also says whose it is. Nothing is said of a field that
 * was asked about and whose newer data count the purchase already, by what a person said.
 */
function detailsOf(
  state: AppState,
  purchase: Purchase,
  { expiries, automaticRenewal, countings = {} }: Activation,
  { items: before, held, questions }: SinceOrdered,
): ServiceDetails {
  const { record } = purchase;
  const counted = new Set(questions.flatMap(({ field }) => (countings[field] === 'counted' ? [field] : [])));
  const { expiry, ...pieces } = itemsAfter(before, orderedFigures(purchase), expiries, held);
  const items = withoutNothing(
    {
      expiry,
      ...Object.fromEntries(
        pieceFields.flatMap((field) => (counted.has(field) ? [] : [[field, pieces[field]]])),
      ),
    },
    serviceOf(state, record),
  );
  const renewal = automaticRenewal === null ? {} : { automaticRenewal };
  const { subject } = record.revision.content;
  if (subject.kind !== 'first-purchase') return { ...items, ...renewal };
  return {
    holder: record.holder,
    ...(record.vatCode === '' ? {} : { vatCode: record.vatCode }),
    kind: subject.serviceKind,
    promotional: subject.promotion,
    ...items,
    ...renewal,
  };
}

/** Whether the service's new expiry stands for 29 February in a year without one (rule A1). */
const keepsLeapDay = (purchase: Purchase, expiries: readonly LineExpiry[]): boolean =>
  orderedFigures(purchase).lines.some((line) => {
    const typed = expiries.find((one) => one.line === lineKey(line));
    const isAsFigured = typed === undefined || typed.expiry === line.newExpiry;
    return (
      isServiceKind(line.kind) && line.newAnchor === 29 && isAsFigured && dayOfMonth(line.newExpiry) === 28
    );
  });

/** The people of a purchase who still wait, in their order, up to the number of free seats. */
function servedBy(state: AppState, { record }: Purchase, service: Service): readonly Person[] {
  const board = boardOf(state, service);
  const waiting = new Set(board.waiting.filter((personId) => !board.seatOf.has(personId)));
  return record.personIds
    .filter((personId) => waiting.has(personId))
    .slice(0, board.free)
    .flatMap((personId) => state.workspace.people.get(personId) ?? []);
}

/** The service with the new facts, as the register will fold it. */
function serviceWith(state: AppState, about: ServiceId, facts: readonly Fact[]): Service | undefined {
  const before = [...state.workspace.facts.values()].filter((fact) => fact.about === about);
  return registeredService(foldService(about, [...before, ...facts]))?.service;
}

const clientGone = (clientId: ClientId): WorkspaceChange => ({ table: 'clients', id: clientId, value: null });

/**
 * The order is active at Aruba (rule K, step 7). The dates become facts of the register, with the purchase as
 * their source, and the new users go to the people who wait: all of it is one step. What the register
 * learned since the order and counts the purchase already is not counted twice; refused while that is
 * unclear and nobody has said it.
 */
export const activatePurchase = (
  state: AppState,
  activation: Activation,
  idOf: IdOf,
  stamp: Stamp,
): Decision =>
  withPurchase(state, activation.purchaseId, (purchase) => {
    const { record, ordered } = purchase;
    const { day } = activation;
    if (!possible(purchase.state).includes('activated') || ordered === null)
      return err({ reason: 'purchase-moved-on', state: purchase.state });
    const refusal = dayRefusal(purchase, { kind: 'activated', day }, state.today);
    if (refusal) return err(refusal);
    const short = shortened(purchase, activation.expiries);
    if (short !== undefined)
      return err({ reason: 'expiry-shortened', kind: short.kind, earliest: short.expiry });
    const about = aboutOf(state, purchase);
    const expiries = withLater(activation.expiries, laterDates(state, purchase, about));
    const since = sinceOrdered(state, purchase, about, expiries);
    const unclear = since.questions.find(({ field }) => activation.countings?.[field] === undefined);
    if (unclear !== undefined)
      return err({ reason: 'counted-already', field: unclear.field, asOf: unclear.asOf });
    const details = detailsOf(state, purchase, { ...activation, expiries }, since);
    const recorded = recordEntries(
      state,
      {
        entries: [
          {
            about,
            details: details,
            source: { kind: 'order', id: record.id, ...(keepsLeapDay(purchase, expiries) && { anchor: 29 }) },
            evidence: evidenceOf(details, ordered.orderNumber),
          },
        ],
        asOf: day,
      },
      idOf,
      stamp,
    );
    if (!recorded.ok) return recorded;
    const facts = recorded.value.flatMap(({ table, value }) =>
      table === 'facts' && value ? [value as Fact] : [],
    );
    const serviceId = about ?? facts[0]?.about;
    if (serviceId === undefined) return err({ reason: 'unknown', what: 'service' });
    const service = serviceWith(state, serviceId, facts);
    const after: AppState =
      service === undefined
        ? state
        : {
            ...state,
            replica: { ...state.replica, services: new Map(state.replica.services).set(serviceId, service) },
          };
    const { subject } = record.revision.content;
    const id = idOf(`active ${record.id}`) as PurchaseEventId;
    const active = withEvent(record, {
      id,
      at: stamp.at,
      by: stamp.by,
      what: { kind: 'activated', day, serviceId, expiries },
      corrects: null,
      reason: null,
    });
    return ok([
      ...recorded.value,
      { table: 'purchases', id: record.id, value: active },
      ...(service === undefined ? [] : seatChanges(after, service, servedBy(after, purchase, service))),
      ...(subject.kind === 'first-purchase' ? [clientGone(subject.clientId)] : []),
    ]);
  });
