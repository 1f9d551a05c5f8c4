import { panelUsersIn } from '../invoice/named-in-text.ts';
import { oneBlank, ordersIn } from '../invoice/orders-in-text.ts';
import { amountsIn } from './amounts-in-text.ts';
import { daysIn } from './days-in-text.ts';
import type { MailFinding } from './mail.ts';

/** The most characters of a line that are shown beside what was found in it. */
const longestEvidence = 200;
const mostFindings = 60;
const mostLines = 3000;

/** The line, or the words of a long one around a place: whole words, the place in their first half. */
function evidenceAt(line: string, at: number): string {
  if (line.length <= longestEvidence) return line;
  const near = at - longestEvidence / 3;
  const from = near <= 0 ? 0 : line.lastIndexOf(' ', Math.min(near, line.length - longestEvidence)) + 1;
  if (from + longestEvidence >= line.length) return line.slice(from);
  const end = line.lastIndexOf(' ', from + longestEvidence);
  return line.slice(from, end > at ? end : from + longestEvidence);
}

/** A text whose pieces at some places are letters that say nothing. All places stay where they are. */
function without(text: string, places: readonly { readonly at: number; readonly end: number }[]): string {
  let [rest, from] = ['', 0];
  for (const { at, end } of places.toSorted((a, b) => a.at - b.at)) {
    if (at < from) continue;
    rest += text.slice(from, at) + 'x'.repeat(end - at);
    from = end;
  }
  return rest + text.slice(from);
}

/** All of a line is looked at, however long it is: a page's paragraph is one line. */
function findIn(line: string): readonly MailFinding[] {
  const orders = ordersIn(line);
  const days = daysIn(line);
  const amounts = amountsIn(without(line, [...orders, ...days]));
  const shown = (at: number): string => evidenceAt(line, at);
  return [
    ...orders.map(({ number, at }) => ({ what: 'order', number, line: shown(at) }) as const),
    ...panelUsersIn(line).map(({ code, at }) => ({ what: 'panel-user', code, line: shown(at) }) as const),
    ...amounts.map(({ value, at }) => ({ what: 'amount', amount: value, line: shown(at) }) as const),
    ...days.map(({ value, at }) => ({ what: 'day', day: value, line: shown(at) }) as const),
  ];
}

const keyOf = (finding: MailFinding): string => JSON.stringify({ ...finding, line: '' });

/** What the lines of a text without links say: order numbers, amounts, panel users, days. Each once. */
export function findInLines(text: string): readonly MailFinding[] {
  const found = new Map<string, MailFinding>();
  for (const line of text.split('\n').slice(0, mostLines))
    for (const finding of findIn(oneBlank(line)))
      if (found.size < mostFindings && !found.has(keyOf(finding))) found.set(keyOf(finding), finding);
  return [...found.values()];
}
