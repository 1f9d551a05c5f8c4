import type { PersonId } from '../../../../core/kernel/id.ts';
import type { Service } from '../../../../core/services/service.ts';
import { memoInLanguage } from '../../../components/memo-in-language.tsx';
import { Button } from '../../../components/buttons.tsx';
import { submit } from '../../../store/actions.ts';
import { openDialog } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import type { PersonRow } from './people-rows.ts';

/** Opens the fields of a person, or those that several people can have alike. */
export function changePeople(personIds: readonly PersonId[]): void {
  const [first, ...others] = personIds;
  if (first !== undefined)
    openDialog(
      others.length === 0 ? { kind: 'person', personId: first } : { kind: 'change-people', personIds },
    );
}

/** The actions for the selected people. It always takes its space, so that the list does not jump. */
export const SelectionBar = memoInLanguage(function SelectionBar({
  rows,
  service,
  onDone,
}: {
  readonly rows: readonly PersonRow[];
  readonly service: Service;
  /** Called with the people for whom it was done. Others may have been selected in the meantime. */
  readonly onDone: (personIds: readonly PersonId[]) => void;
}) {
  const withoutNeed = rows.filter((row) => row.standing === 'not-needed');
  const waiting = rows.filter((row) => row.standing === 'waiting' && row.username === null);
  const holding = rows.filter((row) => row.username !== null);
  const ids = (some: readonly PersonRow[]) => some.map((row) => row.person.id);

  async function need(some: readonly PersonRow[], needed: boolean): Promise<void> {
    const done = needed ? text('selection.needed', { count: some.length }) : text('selection.not-needed');
    if (
      await submit(
        { type: 'seat/need', serviceId: service.id, personIds: ids(some), needed },
        { text: done, undo: true },
      )
    )
      onDone(ids(rows));
  }

  return (
    <div className="card-head">
      <span className={rows.length === 0 ? 'muted' : 'strong'}>
        {text('selection.title', { count: rows.length })}
      </span>
      <div className="row">
        <Button
          kind={withoutNeed.length === 0 ? 'plain' : 'primary'}
          isDisabled={withoutNeed.length === 0}
          onPress={() => void need(withoutNeed, true)}
        >
          {text('selection.need')}
        </Button>
        <Button isDisabled={waiting.length === 0} onPress={() => void need(waiting, false)}>
          {text('selection.no-need')}
        </Button>
        <Button
          isDisabled={holding.length === 0}
          onPress={() => openDialog({ kind: 'permissions', serviceId: service.id, personIds: ids(holding) })}
        >
          {text('selection.permissions')}
        </Button>
        <Button
          isDisabled={holding.length === 0}
          onPress={() => openDialog({ kind: 'free-seats', serviceId: service.id, personIds: ids(holding) })}
        >
          {text('selection.free')}
        </Button>
        <Button isDisabled={rows.length === 0} onPress={() => changePeople(ids(rows))}>
          {text('selection.change')}
        </Button>
      </div>
    </div>
  );
});
