import { useState } from 'react';
import { Form } from 'react-aria-components';
import type { QuoteId } from '../../../core/kernel/id.ts';
import { mostSerial, numberFor, numberText } from '../../../core/quotes/quote-document.ts';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { ask } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/**
 * Gives a draft its number. The next number is proposed. The first number of a year can be changed, because
 * the firm may have issued quotes elsewhere before.
 */
export function IssueDialog({
  quoteId,
  onClose,
}: {
  readonly quoteId: QuoteId;
  readonly onClose: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const quote = state.workspace.quotes.get(quoteId);
  const next = numberFor(state.workspace.quotes.values(), state.today, null);
  const [serial, setSerial] = useState('reason' in next ? '' : String(next.serial));
  const [problem, setProblem] = useState<string | undefined>();
  if (quote === undefined || 'reason' in next) return null;

  async function issue(): Promise<void> {
    const asked = Number(serial);
    if (!/^\d+$/.test(serial.trim()) || asked < 1 || asked > mostSerial)
      return setProblem(text('quote.bad-number'));
    const why = await ask({ type: 'quote/issue', quoteId, serial: asked }, { text: text('quote.issued') });
    setProblem(why ?? undefined);
    if (why === null) onClose();
  }

  return (
    <Modal title={text('quote.issue-title')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void issue();
        }}
      >
        <p>{text('quote.issue-text', { day: dayText(quote.validUntil) })}</p>
        <TextField
          label={text('quote.issue-number', { year: String(next.year) })}
          hint={text('quote.issue-hint', { next: numberText(next) })}
          error={problem}
          inputMode="numeric"
          value={serial}
          onChange={setSerial}
        />
        <div className="dialog-actions">
          <Button onPress={onClose}>{text('shell.cancel')}</Button>
          <Button kind="primary" type="submit" autoFocus>
            {text('quote.issue-confirm')}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
