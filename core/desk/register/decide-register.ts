import type { Day } from '../../kernel/day.ts';
import type { ServiceId } from '../../kernel/id.ts';
import { groupBy } from '../../kernel/group-by.ts';
import { parse, type z } from '../../kernel/parse.ts';
import { err, ok } from '../../kernel/result.ts';
import { finish, type Steps } from '../../kernel/steps.ts';
import type { Fact, FactId, FactSource } from '../../register/fact.ts';
import {
  fields,
  fieldSchemas,
  sameValue,
  type Field,
  type FieldValues,
  type ServiceDetails,
} from '../../register/fields.ts';
import { countingFacts, foldService, type Registered } from '../../register/fold.ts';
import type { Decision as DecisionOr, IdOf, Stamp } from '../define-command.ts';
import type { AppState, WorkspaceChange } from '../rows/state.ts';
import { serviceKey } from '../../register/import/service-key.ts';
import { badVatCodeOf } from './bad-vat-code.ts';
import { rememberedColumns, type ColumnWish } from './decide-columns.ts';
import type { RegisterRefusal } from './refusals.ts';

type Decision = DecisionOr<RegisterRefusal>;

/** What a list, a paste or a person says of one service. `about` is null for a service that is new. */
export interface Entry {
  readonly about: ServiceId | null;
  readonly details: ServiceDetails;
  readonly source: FactSource;
  /** The text of each field as it was read. */
  readonly evidence: { readonly [F in Field]?: string | undefined };
}

const factsByService = ({ workspace }: AppState): ReadonlyMap<ServiceId, readonly Fact[]> =>
  groupBy([...workspace.facts.values()], ({ about }) => about);

const foldOf = (state: AppState, about: ServiceId): Registered =>
  foldService(about, factsByService(state).get(about) ?? []);

/** True if the fold already says this, and no newer fact disputes it. */
const isKnown = <F extends Field>(
  { known, disputes }: Registered,
  field: F,
  value: FieldValues[F],
): boolean => {
  const now = known[field];
  return (
    now !== undefined &&
    sameValue<F>(now.value as FieldValues[F], value) &&
    !disputes.some((dispute) => dispute.field === field)
  );
};

/** The first thing that a new service lacks. */
function missingOf(details: ServiceDetails): 'holder' | 'kind' | 'expiry' | undefined {
  if (details.kind === undefined) return 'kind';
  if (details.expiry === undefined) return 'expiry';
  return details.holder === undefined ? 'holder' : undefined;
}

/**
 * The facts that a new one corrects, or one null if it corrects none. A person who types another value on the
 * same day means to replace it, and a purchase that became active replaces what it changed; a list or a paste
 * that differs leaves a dispute for the person to settle.
 */
function sameDay(
  facts: readonly Fact[],
  { kind }: FactSource,
  { field, asOf }: Pick<Fact, 'field' | 'asOf'>,
): readonly (FactId | null)[] {
  const replaced =
    kind === 'typed' || kind === 'order'
      ? countingFacts(facts).filter((fact) => fact.field === field && fact.asOf === asOf)
      : [];
  return replaced.length === 0 ? [null] : replaced.map(({ id }) => id);
}

const added = (fact: Fact): WorkspaceChange => ({ table: 'facts', id: fact.id, value: fact });

/** What a list says of services, and what a person said about its columns. */
export interface Recording {
  readonly entries: readonly Entry[];
  readonly asOf: Day;
  readonly columns?: readonly ColumnWish[];
}

/** Entries in one step. A step takes some milliseconds. */
const slice = 100;

/**
 * Records what was said of services (rule J3). Only what differs from the register becomes a fact, so the
 * same list again changes nothing. A new service needs holder, kind and expiry. All entries or none.
 * What was said about the columns of the list is part of the same step, so that nothing of an import is kept
 * before Conferma, and one undo takes all of it back.
 */
export const recordEntries = (state: AppState, recording: Recording, idOf: IdOf, stamp: Stamp): Decision =>
  finish(recordEntriesInSteps(state, recording, idOf, stamp));

/** The same decision in steps, for a preview while the window answers. */
export function* recordEntriesInSteps(
  state: AppState,
  { entries, asOf, columns = [] }: Recording,
  idOf: IdOf,
  { at, by }: Stamp,
): Steps<Decision> {
  const changes: WorkspaceChange[] = [...rememberedColumns(state, columns)];
  const known = factsByService(state);
  for (const [index, { about, details, source, evidence }] of entries.entries()) {
    if (index % slice === slice - 1) yield index / entries.length;
    // A service that the firm no longer looks after is still known: an order for it may become active.
    if (about !== null && !state.replica.services.has(about) && !known.has(about))
      return err({ reason: 'unknown', what: 'service' });
    const badVatCode = badVatCodeOf(details.vatCode, about === null ? [] : (known.get(about) ?? []));
    if (badVatCode !== undefined) return err({ reason: 'bad-vat-code', vatCode: badVatCode });
    const missing = about === null ? missingOf(details) : undefined;
    if (missing !== undefined) return err({ reason: 'service-incomplete', missing });
    const serviceId = about ?? (idOf(`service ${serviceKey(details)}`) as ServiceId);
    const registered = foldService(serviceId, known.get(serviceId) ?? []);
    for (const field of fields) {
      const value = details[field];
      if (value === undefined || isKnown(registered, field, value)) continue;
      for (const corrects of sameDay(known.get(serviceId) ?? [], source, { field, asOf }))
        changes.push(
          added({
            id: idOf(`fact ${serviceId} ${field} ${corrects ?? ''}`) as FactId,
            at,
            by,
            about: serviceId,
            field,
            value,
            asOf,
            source,
            evidence: evidence[field] ?? null,
            corrects,
            reason: null,
            confirmed: true,
          } as Fact),
        );
    }
  }
  return ok(changes);
}

/** A mistake is mended by a new fact with a reason; the old one stays readable (rule J7). */
export function correctFact(
  state: AppState,
  { factId, value, reason }: { readonly factId: FactId; readonly value: unknown; readonly reason: string },
  idOf: IdOf,
  { at, by }: Stamp,
): Decision {
  const wrong = state.workspace.facts.get(factId);
  if (wrong === undefined) return err({ reason: 'unknown-fact' });
  if ([...state.workspace.facts.values()].some(({ corrects }) => corrects === factId))
    return err({ reason: 'already-corrected' });
  const checked = parse(fieldSchemas[wrong.field] as z.ZodType, value);
  if (!checked.ok) return checked;
  if (wrong.field === 'vatCode') {
    const vatCode = badVatCodeOf(checked.value as string, factsByService(state).get(wrong.about) ?? []);
    if (vatCode !== undefined) return err({ reason: 'bad-vat-code', vatCode });
  }
  return ok([
    added({
      ...wrong,
      id: idOf(`correct ${factId}`) as FactId,
      at,
      by,
      value: checked.value,
      source: { kind: 'typed' },
      evidence: null,
      corrects: factId,
      reason,
    } as Fact),
  ]);
}

/**
 * Settles a dispute: the facts that say something else are corrected by the value of the chosen one.
 * Refused if the chosen fact is not part of a dispute.
 */
export function settleDispute(
  state: AppState,
  { factId, reason }: { readonly factId: FactId; readonly reason: string },
  idOf: IdOf,
  { at, by }: Stamp,
): Decision {
  const chosen = state.workspace.facts.get(factId);
  if (chosen === undefined) return err({ reason: 'unknown-fact' });
  const { disputes } = foldOf(state, chosen.about);
  const dispute = disputes.find(({ facts }) => facts.some(({ id }) => id === factId));
  if (dispute === undefined) return err({ reason: 'already-corrected' });
  return ok(
    dispute.facts
      .filter(({ value }) => !sameValue<Field>(value, chosen.value))
      .map((fact) =>
        added({
          ...fact,
          id: idOf(`settle ${fact.id}`) as FactId,
          at,
          by,
          value: chosen.value,
          source: { kind: 'typed' },
          evidence: null,
          corrects: fact.id,
          reason,
        } as Fact),
      ),
  );
}

/**
 * A person has looked again: the same values are true today (rule J4). Fields that nobody knows stay
 * unknown.
 */
export function recheckService(
  state: AppState,
  { serviceId, asOf }: { readonly serviceId: ServiceId; readonly asOf: Day },
  idOf: IdOf,
  { at, by }: Stamp,
): Decision {
  if (!state.replica.services.has(serviceId)) return err({ reason: 'unknown', what: 'service' });
  if (asOf > state.today) return err({ reason: 'day-to-come', day: asOf });
  const { known, disputes } = foldOf(state, serviceId);
  return ok(
    fields.flatMap((field): WorkspaceChange[] => {
      const now = known[field];
      const newest = now?.facts[0];
      if (newest === undefined || newest.asOf >= asOf || disputes.some((dispute) => dispute.field === field))
        return [];
      const id = idOf(`recheck ${serviceId} ${field}`) as FactId;
      return [
        added({
          ...newest,
          id,
          at,
          by,
          asOf,
          source: { kind: 'typed' },
          evidence: null,
          corrects: null,
          reason: null,
        } as Fact),
      ];
    }),
  );
}
