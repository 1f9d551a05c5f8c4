// What the register learned of a service after its purchase was ordered: does it count the purchase already?
import { isModuleKind, type ItemKind } from '../../catalog/item.ts';
import type { Day } from '../../kernel/day.ts';
import type { ServiceId } from '../../kernel/id.ts';
import { countsAlready } from '../../purchases/counts-already.ts';
import { orderedFigures } from '../../purchases/expected.ts';
import type { Purchase } from '../../purchases/fold.ts';
import { itemsAfter } from '../../purchases/items-after.ts';
import type { LineExpiry } from '../../purchases/purchase.ts';
import type { Fact } from '../../register/fact.ts';
import { sameValue, type FieldValues } from '../../register/fields.ts';
import { countingFacts, foldService, type Registered } from '../../register/fold.ts';
import { registeredService } from '../../register/registered-service.ts';
import { expiryOf, type Service, type ServiceItem } from '../../services/service.ts';
import type { AppState } from '../rows/state.ts';

/** The fields that say how many pieces a service has. */
export const pieceFields = ['users', 'modules', 'space'] as const;
export type PieceField = (typeof pieceFields)[number];

/** What a person says of newer data: they count the purchase already, or it comes on top of them. */
export const countings = ['counted', 'on-top'] as const;
export type Counting = (typeof countings)[number];

/** The answers of a person, by the fields that are asked about. */
export type Countings = { readonly [F in PieceField]?: Counting };

type Pieces = FieldValues[PieceField];

/**
 * A field of which the register says, as of the order's day or later, neither what was there before the
 * purchase nor what the purchase makes.
 */
export interface CountingQuestion {
  readonly field: PieceField;
  readonly asOf: Day;
  /** What the register says as of that day. Two or more values are in dispute. */
  readonly said: readonly Pieces[];
  /** What the service would have if the purchase came on top. */
  readonly onTop: Pieces;
}

/** What is known of a service beside a purchase that is about to become active. */
export interface SinceOrdered {
  /** What the service has, to which the purchase is added. */
  readonly items: readonly ServiceItem[];
  /** The kinds whose items count the purchase already. */
  readonly held: ReadonlySet<ItemKind>;
  /** What only a person can say. */
  readonly questions: readonly CountingQuestion[];
}

function fieldOf(kind: ItemKind): PieceField | undefined {
  if (kind === 'user') return 'users';
  if (kind === 'extra-gb') return 'space';
  return isModuleKind(kind) ? 'modules' : undefined;
}

/**
 * The items by the register. While its expiry is in dispute a service has none, and a service that the firm
 * no longer looks after is not there at all: the expiry that the purchase was prepared with counts then.
 */
function itemsNow({ known, ...registered }: Registered, frozen: Service | null): readonly ServiceItem[] {
  const base = frozen === null ? undefined : expiryOf(frozen);
  const { followed: _, ...rest } = known;
  const expiry = known.expiry ?? (base === undefined ? undefined : { value: base, facts: [] });
  const { service } =
    registeredService({ ...registered, known: { ...rest, ...(expiry && { expiry }) } }) ?? {};
  return service?.items.length ? service.items : (frozen?.items ?? []);
}

/** The latest day of some facts. */
const latestDay = (facts: readonly Fact[]): Day | undefined =>
  facts
    .map(({ asOf }) => asOf)
    .sort()
    .at(-1);

/**
 * What the newest facts of a field say. Undefined if nobody read anything since the order. What another
 * purchase made known counts that one and never this one; what was recorded before the purchase is in it.
 */
function newest(
  facts: readonly Fact[],
  { record, ordered }: Purchase,
  field: PieceField,
): Pick<CountingQuestion, 'asOf' | 'said'> | undefined {
  const about = facts.filter(
    (fact) => fact.field === field && !(fact.source.kind === 'order' && fact.source.id === record.id),
  );
  const isRead = ({ source, asOf, at }: Fact): boolean =>
    source.kind !== 'order' &&
    ordered !== null &&
    (asOf > ordered.day || (asOf === ordered.day && at > record.at));
  const asOf = latestDay(about);
  if (asOf === undefined || !about.some(isRead)) return undefined;
  const values = about.flatMap((fact) => (fact.asOf === asOf ? [fact.value as Pieces] : []));
  const said = values.filter(
    (value, at) => values.findIndex((other) => sameValue<PieceField>(other, value)) === at,
  );
  return { asOf, said };
}

/** The facts about a service. */
export const factsAbout = (
  { workspace }: Pick<AppState, 'workspace'>,
  about: ServiceId | null,
): readonly Fact[] => [...workspace.facts.values()].filter((fact) => fact.about === about);

/** What the service of a purchase has by the register; `about` null: it is not there yet. */
export function itemsKnown(
  state: Pick<AppState, 'workspace'>,
  { record }: Purchase,
  about: ServiceId | null,
): readonly ServiceItem[] {
  const frozen = record.revision.service;
  return about === null
    ? (frozen?.items ?? [])
    : itemsNow(foldService(about, factsAbout(state, about)), frozen);
}

/**
 * Compares what the register learned since the order with what was there before and with what the purchase
 * makes. `about`: the service; null if there is none yet. `expiries`: the dates that Aruba shows.
 */
export function sinceOrdered(
  state: Pick<AppState, 'workspace'>,
  purchase: Purchase,
  about: ServiceId | null,
  expiries: readonly LineExpiry[],
): SinceOrdered {
  const figures = orderedFigures(purchase);
  const frozen = purchase.record.revision.service;
  const known = itemsKnown(state, purchase, about);
  const kinds = new Set(figures.lines.map(({ kind }) => kind));
  // A first purchase makes what it buys: what somebody registered meanwhile is not there before it.
  const items = frozen === null ? known.filter(({ kind }) => !kinds.has(kind)) : known;
  const counting = countingFacts(factsAbout(state, about));
  const held = new Set<ItemKind>();
  const unclear = new Map<PieceField, Pick<CountingQuestion, 'asOf' | 'said'>>();
  for (const kind of kinds) {
    const field = fieldOf(kind);
    const newer = field === undefined ? undefined : newest(counting, purchase, field);
    if (field === undefined || newer === undefined) continue;
    const counts =
      newer.said.length > 1 ? null : countsAlready(kind, frozen?.items ?? [], known, figures, expiries);
    if (counts === null) unclear.set(field, newer);
    else if (counts) held.add(kind);
  }
  const added = itemsAfter(items, figures, expiries, held);
  return {
    items,
    held,
    questions: [...unclear].map(([field, newer]) => ({ field, ...newer, onTop: added[field] ?? [] })),
  };
}
