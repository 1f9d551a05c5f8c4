import type { OfferDrift } from '../../../core/desk/quotes/offer-drift.ts';
import type { Quote } from '../../../core/desk/rows/state.ts';
import { latest, totalsOf, type QuoteStanding } from '../../../core/quotes/quote-document.ts';
import { Button } from '../../components/buttons.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { openDialog } from '../../store/ui-store.ts';
import { money } from '../../text/format.ts';
import { refusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';
import { causesText } from './drift-causes.ts';
import { refreshDraft } from './refresh-draft.ts';

const sumOf = (counts: readonly number[]): number => counts.reduce((sum, count) => sum + count, 0);

/** How many lines of a service there are, and how many would have another price. */
function changesOf({ revision, drift }: OfferDrift['services'][number]): {
  readonly changed: number;
  readonly count: number;
} {
  const { today, lines } = drift;
  // The convention counts as a line, because it is a line of the document.
  const before = revision.quote.discount;
  const after = today.ok ? today.value.discount : before;
  return {
    changed: lines.filter(({ same }) => !same).length + (before?.net === after?.net ? 0 : 1),
    count: lines.length + (before === null && after === null ? 0 : 1),
  };
}

/** Why today's figures would differ, and by how much. Nothing changes until the person chooses. */
export function DriftBanner({
  quote,
  drift,
  standing,
}: {
  readonly quote: Quote;
  readonly drift: OfferDrift;
  readonly standing: QuoteStanding;
}) {
  const { services, today } = drift;
  const changes = services.map(changesOf);
  const prevented = services.flatMap((one) => (one.drift.today.ok ? [] : [one.drift.today.error]))[0];
  const keep = (): void =>
    void submit(
      { type: 'quote/keep', quoteId: quote.id, today: today?.gross ?? null },
      { text: text('quote.kept') },
    );
  const promised = standing === 'issued' || standing === 'accepted';
  return (
    <Banner
      tone={today === null ? 'late' : 'soon'}
      title={causesText(drift)}
      action={
        <>
          {promised && <Button onPress={keep}>{text('quote.keep')}</Button>}
          {promised && today !== null && (
            <Button onPress={() => openDialog({ kind: 'revise-quote', quoteId: quote.id })}>
              {text('quote.revise', { number: quote.revisions.length + 1 })}
            </Button>
          )}
          {standing === 'draft' && today !== null && (
            <Button onPress={() => void refreshDraft(quote, drift)}>{text('quote.refresh')}</Button>
          )}
        </>
      }
    >
      {prevented === undefined && today !== null
        ? text('drift.lines', {
            changed: sumOf(changes.map(({ changed }) => changed)),
            count: sumOf(changes.map(({ count }) => count)),
            before: money(totalsOf(latest(quote)).gross),
            after: money(today.gross),
          })
        : prevented !== undefined && text('drift.prevented', { why: refusalText(prevented) })}
    </Banner>
  );
}
