import { chooseColumnOf } from '../../../../core/formats/spreadsheet/choose-column.ts';
import { keysOf } from '../../../../core/formats/spreadsheet/headers.ts';
import type { ServiceColumnUse, ServiceHeader } from '../../../../core/register/import/columns.ts';
import type { ColumnWish } from '../../../../core/desk/register/decide-columns.ts';
import type { ListAnswers } from './read-services.ts';

/** Any number of columns can be notes. Any other field has one column. */
const contradicts = (other: ServiceColumnUse, use: ServiceColumnUse): boolean =>
  other === use && use !== 'note';

/** The answers after a person has said what columns are. A column that said the same before is asked anew. */
export function withColumns(
  before: ListAnswers['columns'],
  remembered: ReadonlyMap<string, { readonly use: ServiceColumnUse }>,
  header: ServiceHeader,
  uses: readonly (readonly [index: number, use: ServiceColumnUse])[],
): ListAnswers['columns'] {
  const answers = new Map(before);
  for (const [index, use] of uses) {
    const said = new Map(
      [...new Set([...remembered.keys(), ...answers.keys()])].flatMap((key) => {
        const now = answers.has(key) ? answers.get(key) : remembered.get(key)?.use;
        return now === undefined || now === null ? [] : [[key, now] as const];
      }),
    );
    for (const [key, value] of chooseColumnOf(header, said, index, use, contradicts)) answers.set(key, value);
  }
  return answers;
}

/**
 * What is remembered of the answers: those about columns with a header of this list. A column without one has
 * no name by which it could be known again.
 */
export function toRemember(
  answers: ListAnswers['columns'],
  remembered: ReadonlyMap<string, { readonly use: ServiceColumnUse }>,
  header: ServiceHeader,
): ColumnWish[] {
  const named = new Set(keysOf(header).filter((key) => !key.startsWith(':')));
  return [...answers]
    .filter(([key, use]) => named.has(key) && (remembered.get(key)?.use ?? null) !== use)
    .map(([key, use]) => ({ key, use }));
}
