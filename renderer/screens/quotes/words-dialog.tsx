import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { QuoteId } from '../../../core/kernel/id.ts';
import { FormActions } from '../../components/form-actions.tsx';
import { Modal } from '../../components/modal.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { ask } from '../../store/actions.ts';
import { changedFields } from '../../store/changed-fields.ts';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';

/** What a draft says before its lines and after its totals. */
export function WordsDialog({
  quoteId,
  onClose,
}: {
  readonly quoteId: QuoteId;
  readonly onClose: () => void;
}) {
  const quote = useDesk((desk) => desk.state.workspace.quotes.get(quoteId));
  const [before] = useState({ opening: quote?.opening ?? '', closing: quote?.closing ?? '' });
  const [words, setWords] = useState(before);
  const [problem, setProblem] = useState<string | null>(null);

  async function save(): Promise<void> {
    const changed = changedFields(before, words);
    if (Object.keys(changed).length === 0) return onClose();
    const why = await ask(
      { type: 'quote/words', quoteId, ...changed },
      { text: text('words.saved'), undo: true },
    );
    setProblem(why);
    if (why === null) onClose();
  }

  const field = (name: keyof typeof words) => ({
    value: words[name],
    onChange: (value: string) => setWords({ ...words, [name]: value }),
  });
  return (
    <Modal large title={text('words.title')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextArea label={text('quote.opening')} rows={5} {...field('opening')} autoFocus />
        <TextArea label={text('quote.closing')} rows={4} {...field('closing')} />
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
