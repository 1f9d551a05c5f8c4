import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { Command } from '../../../core/desk/command.ts';
import type { QuoteId } from '../../../core/kernel/id.ts';
import { readDate } from '../../../core/people/import/read-dates.ts';
import { TextField } from '../../components/controls.tsx';
import { FormActions } from '../../components/form-actions.tsx';
import { Modal } from '../../components/modal.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { ask } from '../../store/actions.ts';
import { changedFields } from '../../store/changed-fields.ts';
import { useDesk } from '../../store/desk.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/**
 * The recipient, validity and notes of a draft. A wrong value is explained here, and the typed text stays.
 */
export function DetailsDialog({
  quoteId,
  onClose,
}: {
  readonly quoteId: QuoteId;
  readonly onClose: () => void;
}) {
  const quote = useDesk((desk) => desk.state.workspace.quotes.get(quoteId));
  const [before] = useState({
    name: quote?.recipient.name ?? '',
    vatCode: quote?.recipient.vatCode ?? '',
    address: quote?.recipient.lines.join('\n') ?? '',
    validUntil: quote === undefined ? '' : dayText(quote.validUntil),
    notes: quote?.notes ?? '',
  });
  const [draft, setDraft] = useState(before);
  const [problem, setProblem] = useState<string | null>(null);
  const [badDay, setBadDay] = useState<string | undefined>();

  async function save(): Promise<void> {
    const day = readDate(draft.validUntil);
    const validUntil = day.ok ? day.value : null;
    setBadDay(validUntil === null ? text('quote.bad-day') : undefined);
    if (validUntil === null) return;
    const changed = changedFields(before, draft);
    if (Object.keys(changed).length === 0) return onClose();
    const { address, validUntil: otherDay, notes, ...recipient } = changed;
    const command: Command = {
      type: 'quote/details',
      quoteId,
      recipient: { ...recipient, ...(address === undefined ? {} : { lines: address.split('\n') }) },
      ...(otherDay === undefined ? {} : { validUntil }),
      ...(notes === undefined ? {} : { notes }),
    };
    const why = await ask(command, { text: text('quote.details-saved'), undo: true });
    setProblem(why);
    if (why === null) onClose();
  }

  const field = (name: keyof typeof draft) => ({
    value: draft[name],
    onChange: (value: string) => setDraft({ ...draft, [name]: value }),
  });
  return (
    <Modal title={text('quote.details')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="form-grid">
          <TextField className="span-2" label={text('quote.name')} autoFocus {...field('name')} />
          <TextArea className="span-2" label={text('quote.address')} rows={3} {...field('address')} />
          <TextField label={text('input.vat')} {...field('vatCode')} />
          <TextField label={text('quote.validity')} error={badDay} {...field('validUntil')} />
          <TextArea className="span-2" label={text('quote.notes')} {...field('notes')} />
        </div>
        {problem !== null && (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <FormActions onClose={onClose} />
      </Form>
    </Modal>
  );
}
