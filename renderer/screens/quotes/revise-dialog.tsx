import { useState } from 'react';
import { Form } from 'react-aria-components';
import { offerDriftOf } from '../../../core/desk/quotes/offer-drift.ts';
import { addDays } from '../../../core/kernel/day.ts';
import type { QuoteId } from '../../../core/kernel/id.ts';
import { readDate } from '../../../core/people/import/read-dates.ts';
import { latest, totalsOf } from '../../../core/quotes/quote-document.ts';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { ask } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { dayText, money } from '../../text/format.ts';
import { refusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';

/** *Own*: a revised quote is valid for this number of days. */
const usualValidity = 30;

/** A new revision: the same content at today's prices, valid to another day. The new total is shown first. */
export function ReviseDialog({
  quoteId,
  onClose,
}: {
  readonly quoteId: QuoteId;
  readonly onClose: () => void;
}) {
  const state = useDesk((desk) => desk.state);
  const quote = state.workspace.quotes.get(quoteId);
  const [validUntil, setValidUntil] = useState(dayText(addDays(state.today, usualValidity)));
  const [problem, setProblem] = useState<string | undefined>();
  if (quote === undefined) return null;
  const drift = offerDriftOf(state, quote);
  const today = drift.ok ? drift.value.today : null;
  const prevented = drift.ok
    ? drift.value.services.flatMap((one) => (one.drift.today.ok ? [] : [one.drift.today.error]))[0]
    : drift.error;

  async function revise(): Promise<void> {
    const day = readDate(validUntil);
    if (!day.ok || day.value === null) return setProblem(text('quote.bad-day'));
    const why = await ask(
      { type: 'quote/revise', quoteId, validUntil: day.value },
      { text: text('quote.revised') },
    );
    setProblem(why ?? undefined);
    if (why === null) onClose();
  }

  return (
    <Modal title={text('quote.revise-title')} onClose={onClose}>
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void revise();
        }}
      >
        <p>
          {today !== null
            ? text('quote.revise-text', {
                before: money(totalsOf(latest(quote)).gross),
                after: money(today.gross),
              })
            : prevented !== undefined && text('drift.prevented', { why: refusalText(prevented) })}
        </p>
        <TextField
          label={text('quote.validity')}
          autoFocus
          error={problem}
          value={validUntil}
          onChange={setValidUntil}
        />
        <div className="dialog-actions">
          <Button onPress={onClose}>{text('shell.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={today === null}>
            {text('quote.revise', { number: quote.revisions.length + 1 })}
          </Button>
        </div>
      </Form>
    </Modal>
  );
}
