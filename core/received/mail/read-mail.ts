import { daysBetween, romeDay, type Day } from '../../kernel/day.ts';
import type { RawMail } from '../../formats/mail/mime.ts';
import { htmlText } from '../../formats/mail/html-text.ts';
import { readDate } from '../invoice/amounts.ts';
import { findInLines } from './find-in-lines.ts';
import type { Mail, MailFinding } from './mail.ts';
import { hasArubaDomain, mailKindOf } from './mail-kind.ts';
import { maskIbans } from './mask-ibans.ts';
import { untilLink, withoutLinks } from './without-links.ts';

/** The most text of a mail that is looked at. */
const mostText = 300_000;

const idShape = /^<?([A-Za-z0-9._+$=~-]{1,200}@[A-Za-z0-9.-]{1,200})>?$/;
const addressShape = /^[\w.+-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+){0,5}$/i;

const msPerMinute = 60_000;

/** The day in Rome of an instant such as `2026-11-28T23:30:00.000Z`. Null if the text is none. */
function dayOfInstant(text: string): Day | null {
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):\d{2}(?:\.\d{1,9})?Z$/.exec(text);
  const day = readDate(match?.[1] ?? '');
  if (match === null || day === undefined) return null;
  const minutes = daysBetween('1970-01-01' as Day, day) * 1440 + Number(match[2]) * 60 + Number(match[3]);
  return romeDay(minutes * msPerMinute);
}

/**
 * One text without links and with short IBANs. What only looks like an IBAN is told after the links are
 * gone.
 */
function cleaned(
  text: string,
  clean: (text: string) => string = withoutLinks,
): { readonly text: string; readonly ibans: readonly string[] } {
  const valid = maskIbans(text.slice(0, mostText), false);
  const others = maskIbans(clean(valid.text), true);
  return { text: others.text, ibans: [...new Set([...valid.ibans, ...others.ibans])] };
}

const sameFinding = (a: MailFinding, b: MailFinding): boolean =>
  JSON.stringify({ ...a, line: '' }) === JSON.stringify({ ...b, line: '' });

/**
 * What a mail says, for a person to confirm. Links are dropped before anything else is looked at; neither the
 * text nor the HTML is given back.
 */
export function readMail(raw: RawMail): Mail {
  const subject = cleaned(raw.subject.slice(0, 1000), untilLink);
  const texts = [cleaned(raw.text), cleaned(htmlText(raw.html.slice(0, 10 * mostText)))];
  const said = [...texts, subject].flatMap(({ text }) => findInLines(text));
  const sender = addressShape.test(raw.from) ? raw.from.toLowerCase() : '';
  return {
    messageId: idShape.exec(raw.messageId)?.[1] ?? '',
    subject: subject.text.slice(0, 200),
    kind: mailKindOf(subject.text),
    day: dayOfInstant(raw.date),
    sender,
    saysAruba: hasArubaDomain(sender),
    findings: said.filter((finding, index) => said.findIndex((one) => sameFinding(one, finding)) === index),
    ibans: [...new Set([subject, ...texts].flatMap(({ ibans }) => ibans))],
  };
}
