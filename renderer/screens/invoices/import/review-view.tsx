import { useEffect, useMemo, useState } from 'react';
import { recordInvoices } from '../../../../core/desk/invoices/decide-invoices.ts';
import { noInvoiceChoices } from '../../../../core/desk/rows/invoice-rows.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import { foldFacts } from '../../../../core/register/fold.ts';
import type { Received } from '../../../../core/received/files/received.ts';
import { Button } from '../../../components/controls.tsx';
import { Banner, Page } from '../../../components/surfaces.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { noAnswers, wordsOf, type Answers } from './answers.ts';
import { HappensCard } from './happens-card.tsx';
import { netOf } from './line-words.ts';
import { findingKey, linesOf, reviewMails, type Line } from './lines.ts';
import { PeriodBanner } from './period-banner.tsx';
import { periodQuestion, proposedFacts } from './proposed-facts.ts';
import { ReviewCells } from './review-cells.tsx';
import { ReviewPanel } from './review-panel.tsx';
import { ReviewTable } from './review-table.tsx';
import { reviewOf } from './review.ts';
import { keysOf, useTicks } from './ticks.ts';
import { toRecord } from './to-record.ts';
import type { OwnSupplier } from './use-received-files.ts';

const preview = { at: 0, by: '', user: '' };

/** How many facts Conferma would add, by the same decision. */
function factCount(state: AppState, wish: ReturnType<typeof toRecord>): number {
  const decided = wish === null ? null : recordInvoices(state, wish, (name) => name, preview);
  return decided?.ok === true ? decided.value.filter(({ table }) => table === 'facts').length : 0;
}

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
  const state = useDesk((desk) => desk.state);
  const { facts, invoiceChoices } = state.workspace;
  const [answers, setAnswers] = useState<Answers>(noAnswers);
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () =>
      new Set(received.invoices.length === 0 ? ['group purchases', 'group refused'] : ['group purchases']),
  );
  const [focused, setFocused] = useState<string | null>(null);
  const remembered = (invoiceChoices.get('invoices') ?? noInvoiceChoices).periodEnd;
  const periodEnd = answers.periodEnd ?? remembered;
  const known = useMemo(() => foldFacts(facts.values()), [facts]);
  const review = useMemo(() => reviewOf(received, state, answers), [received, state, answers]);
  const mails = useMemo(() => reviewMails(received), [received]);
  const proposed = useMemo(() => proposedFacts(review, known, periodEnd), [review, known, periodEnd]);
  const question = useMemo(() => periodQuestion(review, known), [review, known]);
  const unlikely = useMemo(
    () =>
      new Set([
        ...proposed.filter(({ likely }) => !likely).map(({ key }) => key),
        ...mails.flatMap(({ key, mail }) => mail.findings.map((_, index) => findingKey(key, index))),
      ]),
    [proposed, mails],
  );
  const ticks = useTicks(unlikely);
  const lines = useMemo(
    () => linesOf(review, proposed, received, mails, { folded, open }),
    [review, proposed, received, mails, folded, open],
  );
  const wish = useMemo(
    () => toRecord(review, mails, { state, facts: proposed, ticks, answers }),
    [review, mails, state, proposed, ticks, answers],
  );
  const newFacts = useMemo(() => factCount(state, wish), [state, wish]);
  const taken = wish?.invoices.flatMap((invoice) => invoice.lines) ?? [];
  const asks = review.invoices.flatMap((invoice) =>
    invoice.known ? [] : invoice.lines.filter(({ kind }) => kind === 'ask'),
  ).length;

  async function confirm(): Promise<void> {
    if (wish === null) return;
    const done = text('invoice-import.done', { invoices: wish.invoices.length, facts: newFacts });
    if (await submit(wish, { text: done, undo: true })) onClose();
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      if (event.target instanceof Element && event.target.closest('[role="dialog"]') !== null) return;
      // Before the button that has the focus: it would take the key for its own.
      event.preventDefault();
      event.stopPropagation();
      void confirm();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  });

  const tick = (line: Line | null): void => {
    const keys = keysOf(line, review);
    ticks.set(keys, ticks.share(keys) !== 'all');
  };
  function openLine(line: Line): void {
    const [set, change] = line.kind === 'invoice' ? [folded, setFolded] : [open, setOpen];
    if (line.kind !== 'invoice' && line.kind !== 'group') return;
    const now = new Set(set);
    if (!now.delete(line.key)) now.add(line.key);
    change(now);
  }
  const shown =
    lines.find(({ key }) => key === focused) ?? lines.find(({ kind }) => kind === 'line') ?? lines[0];
  const nothing = review.invoices.length + mails.length === 0;
  return (
    <Page
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
            {text('invoice-import.confirm', { count: countText(taken.length + (wish?.mails?.length ?? 0)) })}{' '}
            <kbd>Ctrl ↵</kbd>
          </Button>
        </>
      }
    >
      {nothing && <Banner tone="soon">{text('invoice-import.nothing')}</Banner>}
      {question !== null && (remembered === null || answers.periodEnd !== null) && (
        <PeriodBanner
          question={question}
          answer={answers.periodEnd}
          onAnswer={(end) => setAnswers({ ...answers, periodEnd: end })}
        />
      )}
      <div className="split">
        <section className="card" aria-label={text('invoice-import.table')}>
          <ReviewTable
            lines={lines}
            share={(line) => ticks.share(keysOf(line, review))}
            canTick={(line) => keysOf(line, review).length > 0}
            onTick={tick}
            onFocus={({ key }) => setFocused(key)}
            onOpen={openLine}
            renderCells={(line) => (
              <ReviewCells
                line={line}
                share={ticks.share(keysOf(line, review))}
                canTick={keysOf(line, review).length > 0}
                onTick={() => tick(line)}
                onOpen={() => openLine(line)}
                opened={line.kind === 'invoice' ? !folded.has(line.key) : open.has(line.key)}
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
          <HappensCard
            happens={{
              invoices: wish?.invoices.length ?? 0,
              lines: taken.length,
              net: netOf(taken),
              facts: newFacts,
              asks,
            }}
          />
        </div>
      </div>
    </Page>
  );
}
