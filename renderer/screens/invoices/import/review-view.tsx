import { useState } from 'react';
import type { Received } from '../../../../core/received/files/received.ts';
import { Button } from '../../../components/buttons.tsx';
import { Banner, Page } from '../../../components/surfaces.tsx';
import { submit } from '../../../store/actions.ts';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { wordsOf } from './answers.ts';
import { HappensCard } from './happens-card.tsx';
import { PeriodBanner } from './period-banner.tsx';
import { ReviewCells } from './review-cells.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { ReviewTable } from './review-table.tsx';
import type { OwnSupplier } from './use-received-files.ts';
import { useReview } from './use-review.ts';

/** Everything that the chosen files hold, to be confirmed line by line. Nothing is saved before Conferma. */
export function ReviewView({
  received,
  onClose,
  onSupplier,
}: {
  readonly received: Received;
  readonly onClose: () => void;
  /** The files are read again with one more supplier. */
  readonly onSupplier: (supplier: OwnSupplier) => void;
}) {
  const [focused, setFocused] = useState<string | null>(null);
  const { review, mails, answers, setAnswers, folding, known, lines, wish, happens, ...ticks } =
    useReview(received);

  async function confirm(): Promise<void> {
    if (wish === null) return;
    const done = text('invoice-import.done', { invoices: wish.invoices.length, facts: happens.facts });
    if (await submit(wish, { text: done, undo: true })) onClose();
  }

  const shown =
    lines.find(({ key }) => key === focused) ?? lines.find(({ kind }) => kind === 'line') ?? lines[0];
  const nothing = review.invoices.length + mails.length === 0;
  return (
    <Page
      wide
      title={text('invoice-import.title')}
      lead={text('invoice-import.summary', {
        invoices: review.invoices.length,
        mails: mails.length,
        refused: received.refused.length,
      })}
      actions={
        <>
          <Button onPress={onClose}>{text('invoice-import.cancel')}</Button>
          <Button kind="primary" isDisabled={wish === null} onPress={() => void confirm()}>
            {text('invoice-import.confirm', { count: countText(happens.lines + (wish?.mails?.length ?? 0)) })}
          </Button>
        </>
      }
    >
      {nothing && <Banner tone="soon">{text('invoice-import.nothing')}</Banner>}
      {ticks.question !== null && (
        <PeriodBanner
          question={ticks.question}
          answer={answers.periodEnd}
          onAnswer={(end) => setAnswers({ ...answers, periodEnd: end })}
        />
      )}
      <div className="split">
        <section className="card" aria-label={text('invoice-import.table')}>
          <ReviewTable
            lines={lines}
            share={ticks.share}
            canTick={ticks.canTick}
            onTick={ticks.tick}
            onFocus={({ key }) => setFocused(key)}
            onOpen={folding.turn}
            renderCells={(line) => (
              <ReviewCells
                line={line}
                share={ticks.share(line)}
                canTick={ticks.canTick(line)}
                onTick={() => ticks.tick(line)}
                onOpen={() => folding.turn(line)}
                opened={folding.isOpen(line)}
                known={known}
              />
            )}
          />
        </section>
        <div className="stack">
          <ReviewPanel
            line={shown}
            onKind={({ line }, kind) =>
              setAnswers({ ...answers, kinds: new Map(answers.kinds).set(wordsOf(line.text), kind) })
            }
            onSupplier={onSupplier}
            onService={({ key }, id) =>
              setAnswers({ ...answers, services: new Map(answers.services).set(key, id) })
            }
          />
          <HappensCard happens={happens} />
        </div>
      </div>
    </Page>
  );
}
