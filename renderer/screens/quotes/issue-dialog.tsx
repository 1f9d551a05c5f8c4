import { useState } from 'react';
import { Form } from 'react-aria-components';
import { offerDriftOf, type OfferDrift } from '../../../core/desk/quotes/offer-drift.ts';
import type { Quote } from '../../../core/desk/rows/state.ts';
import type { QuoteId } from '../../../core/kernel/id.ts';
import { latest, mostSerial, numberFor, numberText, totalsOf } from '../../../core/quotes/quote-document.ts';
import { Button } from '../../components/buttons.tsx';
import { TextField } from '../../components/controls.tsx';
import { Modal } from '../../components/modal.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { ask } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { dayText, money } from '../../text/format.ts';
import { refusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';
import { causesText } from './drift-causes.ts';
import { refreshDraft } from './refresh-draft.ts';

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
  const drift = offerDriftOf(state, quote);
  const moved = drift.ok && !drift.value.same ? drift.value : null;

  async function issue(): Promise<void> {
    const asked = Number(serial);
    if (!/^\d+$/.test(serial.trim()) || asked < 1 || asked > mostSerial)
      return setProblem(text('quote.bad-number'));
    const shownGross = quote === undefined ? undefined : totalsOf(latest(quote)).gross;
    const why = await ask(
      { type: 'quote/issue', quoteId, serial: asked, ...(shownGross !== undefined && { shownGross }) },
      { text: text('quote.issued') },
    );
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
        {moved !== null && <MovedDraft quote={quote} drift={moved} />}
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

/** A draft keeps the figures of its day: what it would be today, and the button that brings it there. */
function MovedDraft({ quote, drift }: { readonly quote: Quote; readonly drift: OfferDrift }) {
  const { today, services } = drift;
  const { day } = latest(quote).quote;
  const prevented = services.flatMap((one) => (one.drift.today.ok ? [] : [one.drift.today.error]))[0];
  if (prevented !== undefined)
    return <Banner tone="late">{text('drift.prevented', { why: refusalText(prevented) })}</Banner>;
  // Otherwise all of them have figures of today.
  if (today === null) return null;
  return (
    <Banner
      tone="soon"
      title={causesText(drift)}
      action={<Button onPress={() => void refreshDraft(quote, drift)}>{text('quote.refresh')}</Button>}
    >
      {text('quote.issue-moved', {
        day: dayText(day),
        before: money(totalsOf(latest(quote)).gross),
        after: money(today.gross),
      })}
    </Banner>
  );
}
