import type { ServiceId } from '../kernel/id.ts';
import type { Fact } from './fact.ts';
import type { FieldValues } from './fields.ts';
import { foldFacts } from './fold.ts';

/** The fields that say how the firm looks after a service (rule J5), in the order in which a screen asks. */
export const arrangementFields = ['account', 'payer', 'access', 'caretaker'] as const;
export type ArrangementField = (typeof arrangementFields)[number];

/** How the firm looks after a service: account, payer, access way, caretaker. Null: nobody has said it. */
export type Arrangement = { readonly [F in ArrangementField]: FieldValues[F] | null };

export type Arrangements = ReadonlyMap<ServiceId, Arrangement>;

const unsaid: Arrangement = { account: null, payer: null, access: null, caretaker: null };

const concerns: ReadonlySet<string> = new Set(arrangementFields);

/** The arrangement of each service of which a fact says one. Reads no other field. */
export function arrangementsOf(facts: Iterable<Fact>): Arrangements {
  const said = [...facts].filter(({ field }) => concerns.has(field));
  return new Map(
    [...foldFacts(said)].map(([id, { known }]) => [
      id,
      {
        account: known.account?.value ?? null,
        payer: known.payer?.value ?? null,
        access: known.access?.value ?? null,
        caretaker: known.caretaker?.value ?? null,
      },
    ]),
  );
}

/** The arrangement of a service. All null if nobody has said anything. */
export const arrangementOf = (arrangements: Arrangements, id: ServiceId): Arrangement =>
  arrangements.get(id) ?? unsaid;
