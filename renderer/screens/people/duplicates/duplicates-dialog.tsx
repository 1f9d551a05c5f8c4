import { useState } from 'react';
import type { Duplicate } from '../../../../core/people/duplicates.ts';
import { fullName } from '../../../../core/people/person.ts';
import { Button } from '../../../components/buttons.tsx';
import { Modal } from '../../../components/modal.tsx';
import { finished } from '../../../components/use-steps.ts';
import { ask, submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { text } from '../../../text/text.ts';
import { beginDuplicates } from './find-duplicates.ts';
import { chosenDetails, firstChoices, placesOf, type MergeChoices } from './merge-choices.ts';
import { MergeTable } from './merge-table.tsx';

/**
 * Shows one pair at a time of rows that may be the same person. The answer is: one person, two people, or
 * later. Nothing is merged without an answer.
 */
export function DuplicatesDialog({ onClose }: { readonly onClose: () => void }) {
  const state = useDesk((desk) => desk.state);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const open = finished(beginDuplicates(state)).filter(({ id }) => !skipped.has(id));
  const [current] = open;
  if (current === undefined)
    return (
      <Modal title={text('duplicates.title')} onClose={onClose}>
        <p>{text('duplicates.none')}</p>
        <div className="dialog-actions">
          <Button kind="primary" autoFocus onPress={onClose}>
            {text('shell.close')}
          </Button>
        </div>
      </Modal>
    );
  return (
    <Modal title={text('duplicates.title')} onClose={onClose} large>
      <Pair
        key={current.id}
        pair={current}
        place={text('duplicates.place', { index: skipped.size + 1, count: skipped.size + open.length })}
        onSkip={() => setSkipped(new Set([...skipped, current.id]))}
        onClose={onClose}
      />
    </Modal>
  );
}

function Pair({
  pair,
  place,
  onSkip,
  onClose,
}: {
  readonly pair: Duplicate;
  readonly place: string;
  readonly onSkip: () => void;
  readonly onClose: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const [choices, setChoices] = useState<MergeChoices>(() => firstChoices(pair));
  const [problem, setProblem] = useState<string | null>(null);
  const [first, second] = pair.people;
  const details = chosenDetails(pair, choices);
  const endsFirst = details.start !== null && details.end !== null && details.end < details.start;

  async function merge(): Promise<void> {
    // Keeps the row with more seats, so that fewer history entries move to another row.
    const keepsFirst = placesOf(state, first).seats.length >= placesOf(state, second).seats.length;
    const [keep, drop] = keepsFirst ? [first, second] : [second, first];
    setProblem(
      await ask(
        { type: 'person/merge', keep: keep.id, drop: drop.id, details },
        { text: text('duplicates.merged', { name: fullName(details) }), undo: true },
      ),
    );
  }

  const tellApart = (): Promise<boolean> =>
    submit(
      { type: 'person/apart', personIds: [first.id, second.id] },
      { text: text('duplicates.told-apart', { one: fullName(first), other: fullName(second) }), undo: true },
    );

  const said = problem ?? (endsFirst ? text('reject.end-before-start') : null);
  return (
    <>
      <p>
        {text(`duplicates.${pair.reason}`)} <span className="faint">{place}</span>
      </p>
      <MergeTable
        pair={pair}
        choices={choices}
        onChoose={(field, side) => setChoices({ ...choices, [field]: side })}
      />
      <p className="muted">{text('duplicates.all-follow')}</p>
      {said !== null && (
        <p className="field-error" role="alert">
          {said}
        </p>
      )}
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.close')}</Button>
        {/* The first focus is on this button, because a key pressed by mistake changes nothing here. */}
        <Button autoFocus onPress={onSkip}>
          {text('duplicates.next')}
        </Button>
        <Button onPress={() => void tellApart()}>{text('duplicates.apart')}</Button>
        <Button kind="primary" isDisabled={endsFirst} onPress={() => void merge()}>
          {text('duplicates.merge')}
        </Button>
      </div>
    </>
  );
}
