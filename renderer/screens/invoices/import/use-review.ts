import { useMemo, useState } from 'react';
import { recordInvoices } from '../../../../core/desk/invoices/decide-invoices.ts';
import { noInvoiceChoices } from '../../../../core/desk/rows/invoice-rows.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import { foldFacts } from '../../../../core/register/fold.ts';
import type { Received } from '../../../../core/received/files/received.ts';
import { useDesk } from '../../../store/desk.ts';
import { noAnswers, type Answers } from './answers.ts';
import { netOf } from './line-words.ts';
import { findingKey, linesOf, reviewMails, type Line } from './lines.ts';
import { periodQuestion, proposedFacts } from './proposed-facts.ts';
import { reviewOf } from './review.ts';
import { keysOf, useTicks } from './ticks.ts';
import { toRecord } from './to-record.ts';

const preview = { at: 0, by: '', user: '' };

/** How many facts Conferma would add, by the same decision. */
function factCount(state: AppState, wish: ReturnType<typeof toRecord>): number {
  const decided = wish === null ? null : recordInvoices(state, wish, (name) => name, preview);
  return decided?.ok === true ? decided.value.filter(({ table }) => table === 'facts').length : 0;
}

/** Which rows are in sight: invoices are open at first, groups of what needs no decision are closed. */
function useFolding(received: Received) {
  const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
  const [open, setOpen] = useState<ReadonlySet<string>>(
    () => new Set(['group purchases', ...(received.invoices.length === 0 ? ['group refused'] : [])]),
  );
  const turned = (set: ReadonlySet<string>, key: string): ReadonlySet<string> => {
    const now = new Set(set);
    if (!now.delete(key)) now.add(key);
    return now;
  };
  return {
    folded,
    open,
    isOpen: ({ kind, key }: Line): boolean => (kind === 'invoice' ? !folded.has(key) : open.has(key)),
    turn: ({ kind, key }: Line): void => {
      if (kind === 'invoice') setFolded(turned(folded, key));
      if (kind === 'group') setOpen(turned(open, key));
    },
  };
}

/** An import under review: its rows, what is ticked and answered, and what Conferma would record. */
export function useReview(received: Received) {
  const state = useDesk((desk) => desk.state);
  const { facts, invoiceChoices } = state.workspace;
  const [answers, setAnswers] = useState<Answers>(noAnswers);
  const folding = useFolding(received);
  const { folded, open } = folding;
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
  const asked = review.invoices.flatMap(({ known: isKnown, lines: all }) =>
    isKnown ? [] : all.filter(({ kind }) => kind === 'ask'),
  );
  return {
    review,
    mails,
    answers,
    setAnswers,
    folding,
    known,
    lines,
    wish,
    /** Null if nothing has a period, or if the answer was given in an earlier import. */
    question: remembered === null || answers.periodEnd !== null ? question : null,
    share: (line: Line | null) => ticks.share(keysOf(line, review)),
    canTick: (line: Line | null) => keysOf(line, review).length > 0,
    tick: (line: Line | null): void => {
      const keys = keysOf(line, review);
      ticks.set(keys, ticks.share(keys) !== 'all');
    },
    happens: {
      invoices: wish?.invoices.length ?? 0,
      lines: taken.length,
      net: netOf(taken),
      facts: newFacts,
      asks: asked.length,
    },
  };
}
