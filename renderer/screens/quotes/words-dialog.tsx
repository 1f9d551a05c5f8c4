import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { QuoteId } from '../../../core/kernel/id.ts';
import { FormActions } from '../../components/form-actions.tsx';
import { Modal } from '../../components/modal.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { ask } from '../../store/actions.ts';
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
  const [opening, setOpening] = useState(quote?.opening ?? '');
  const [closing, setClosing] = useState(quote?.closing ?? '');
  const [problem, setProblem] = useState<string | null>(null);

  async function save(): Promise<void> {
    const why = await ask(
      { type: 'quote/words', quoteId, opening, closing },
      { text: text('words.saved'), undo: true },
    );
    setProblem(why);
    if (why === null) onClose();
  }

  return (
    <Modal large title={text('words.title')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextArea label={text('quote.opening')} rows={5} value={opening} onChange={setOpening} autoFocus />
        <TextArea label={text('quote.closing')} rows={4} value={closing} onChange={setClosing} />
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
