import type { Day } from '../../kernel/day.ts';
import type { Purchase } from '../../purchases/fold.ts';
import { sameValue, type Field } from '../../register/fields.ts';
import { countingFacts } from '../../register/fold.ts';
import type { AppState } from '../rows/state.ts';

/** A field of the service that an activation could not change: something newer was known of it already. */
export interface Overtaken {
  readonly field: Field;
  readonly asOf: Day;
}

/**
 * What an active purchase says and the register does not follow. The newest day counts (rule J3): data of a
 * day after the activation that were there when it was recorded. A person has to look which of them is true.
 */
export function overtaken({ workspace }: AppState, { activated, events }: Purchase): readonly Overtaken[] {
  const at = events.findLast(({ what }) => what.kind === 'activated')?.at;
  if (activated === null || at === undefined) return [];
  const about = [...workspace.facts.values()].filter((fact) => fact.about === activated.serviceId);
  const counting = countingFacts(about);
  return counting
    .filter(({ source, at: recorded }) => source.kind === 'order' && recorded === at)
    .flatMap((own): Overtaken[] => {
      const later = counting
        .filter((fact) => fact.field === own.field && fact.asOf > own.asOf)
        .sort((a, b) => (a.asOf < b.asOf ? 1 : -1));
      const [newest] = later;
      return newest === undefined || newest.at > at || sameValue<Field>(newest.value, own.value)
        ? []
        : [{ field: own.field, asOf: newest.asOf }];
    });
}
