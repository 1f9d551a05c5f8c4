import type { Refusal } from '../../../core/desk/command.ts';
import type { Quote } from '../../../core/desk/rows/state.ts';
import type { Drift, DriftCause } from '../../../core/quotes/drift.ts';
import { latest, type QuoteStanding } from '../../../core/quotes/quote-document.ts';
import { Button } from '../../components/controls.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { openDialog } from '../../store/ui-store.ts';
import { dayText, money } from '../../text/format.ts';
import { refusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';
import { commandWish } from './command-wish.ts';

function causeText(cause: DriftCause): string {
  switch (cause.kind) {
    case 'rule':
      return text('drift.rule', { before: text(`rule.${cause.before}`), after: text(`rule.${cause.after}`) });
    case 'renewed':
      return text('drift.renewed', { before: dayText(cause.before), after: dayText(cause.after) });
    case 'seats':
      return text('drift.seats', { before: cause.before, after: cause.after });
    default:
      return text(`drift.${cause.kind}`);
  }
}

/** Why today's figures would differ, and by how much. Nothing changes until the person chooses. */
export function DriftBanner({
  quote,
  drift,
  standing,
}: {
  readonly quote: Quote;
  readonly drift: Drift<Refusal>;
  readonly standing: QuoteStanding;
}) {
  const { quote: quoted, content } = latest(quote);
  const { today, lines, causes } = drift;
  // The convention counts as a line, because it is a line of the document.
  const before = quoted.discount;
  const after = today.ok ? today.value.discount : before;
  const reductions = before === null && after === null ? 0 : 1;
  const changed = lines.filter(({ same }) => !same).length + (before?.net === after?.net ? 0 : 1);
  const keep = (): void =>
    void submit(
      { type: 'quote/keep', quoteId: quote.id, today: today.ok ? today.value.gross : null },
      { text: text('quote.kept') },
    );
  const refresh = (): void =>
    void submit(
      { type: 'quote/content', quoteId: quote.id, content: commandWish(content) },
      { text: text('quote.refreshed'), undo: true },
    );
  return (
    <Banner
      tone={today.ok ? 'soon' : 'late'}
      title={causes.map(causeText).join(' ')}
      action={
        <>
          {standing === 'issued' && <Button onPress={keep}>{text('quote.keep')}</Button>}
          {(standing === 'issued' || standing === 'accepted') && today.ok && (
            <Button onPress={() => openDialog({ kind: 'revise-quote', quoteId: quote.id })}>
              {text('quote.revise', { number: quote.revisions.length + 1 })}
            </Button>
          )}
          {standing === 'draft' && today.ok && <Button onPress={refresh}>{text('quote.refresh')}</Button>}
        </>
      }
    >
      {today.ok
        ? text('drift.lines', {
            changed,
            count: lines.length + reductions,
            before: money(quoted.gross),
            after: money(today.value.gross),
          })
        : text('drift.prevented', { why: refusalText(today.error) })}
    </Banner>
  );
}
