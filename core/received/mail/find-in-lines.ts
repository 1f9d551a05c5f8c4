import { monthNamed } from '../../formats/spreadsheet/date-text.ts';
import { dayOf, type Day } from '../../kernel/day.ts';
import { readCents } from '../invoice/amounts.ts';
import { holderIn, orderIn } from '../invoice/named-in-text.ts';
import type { MailFinding } from './mail.ts';

const longestLine = 200;
const mostFindings = 60;
const mostLines = 3000;

const number = String.raw`(\d{1,3}(?:\.\d{3})+,\d{2}|\d{1,7}[.,]\d{2}|\d{1,7})(?![\d.,]*\d)`;
const amounts = [
  new RegExp(String.raw`(?:€|\bEUR\b|\beuro\b)\s{0,3}${number}`, 'giu'),
  new RegExp(String.raw`(?<![\d.,])${number}\s{0,3}(?:€|\bEUR\b|\beuro\b)`, 'giu'),
];

/** 1.234,56 and 36,48 and 36.48 as decimals with a point. */
const decimal = (text: string): string =>
  text.includes(',') ? text.replaceAll('.', '').replace(',', '.') : text;

function amountsIn(line: string): readonly MailFinding[] {
  const found = amounts.flatMap((pattern) => [...line.matchAll(pattern)].map(([, text]) => text ?? ''));
  return [...new Set(found.map(decimal))].flatMap((text) => {
    const amount = readCents(text);
    return amount === undefined ? [] : [{ what: 'amount', amount: amount.cents, line } as const];
  });
}

const inFigures = /(?<![\d/.-])(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?![\d/-])/g;
const inWords = /(?<!\d)(\d{1,2})[°º]? ([a-z]{3,10}) (\d{4})(?!\d)/gi;

function daysIn(line: string): readonly MailFinding[] {
  const days: (Day | undefined)[] = [
    ...[...line.matchAll(inFigures)].map((match) =>
      dayOf(Number(match[3]), Number(match[2]), Number(match[1])),
    ),
    ...[...line.matchAll(inWords)].map((match) =>
      dayOf(Number(match[3]), monthNamed(match[2] ?? ''), Number(match[1])),
    ),
  ];
  return [...new Set(days)].flatMap((day) =>
    day === undefined || day < '2000-01-01' || day > '2100-12-31'
      ? []
      : [{ what: 'day', day, line } as const],
  );
}

function findIn(line: string): readonly MailFinding[] {
  const order = orderIn(line);
  const holder = holderIn(line, new Set());
  return [
    ...(order === '' ? [] : [{ what: 'order', number: order, line } as const]),
    ...(holder?.by === 'panel-user' ? [{ what: 'panel-user', code: holder.code, line } as const] : []),
    ...amountsIn(line),
    ...daysIn(line),
  ];
}

const keyOf = (finding: MailFinding): string => JSON.stringify({ ...finding, line: '' });

/** What the lines of a text without links say: order numbers, amounts, panel users, days. Each once. */
export function findInLines(text: string): readonly MailFinding[] {
  const found = new Map<string, MailFinding>();
  for (const line of text.split('\n').slice(0, mostLines))
    for (const finding of findIn(line.trim().slice(0, longestLine)))
      if (found.size < mostFindings && !found.has(keyOf(finding))) found.set(keyOf(finding), finding);
  return [...found.values()];
}
