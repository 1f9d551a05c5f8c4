// The message to a client who buys alone (rule K): what to do in Aruba's pages, what it should cost, until
// when. The text, the PDF and the dialog say the same.
import type { Firm } from '../../core/desk/rows/state.ts';
import { epcPayload } from '../../core/formats/paper/epc.ts';
import { checkIban, ibanGroups } from '../../core/kernel/iban.ts';
import type { FiguresLine } from '../../core/quotes/figures.ts';
import type { Logo } from '../../core/quotes/logo.ts';
import { expiryOf } from '../../core/services/service.ts';
import { dayText, longDay, money } from '../text/format.ts';
import {
  codeStanding,
  grossOf,
  payBy,
  steps,
  wayOf,
  type ClientPurchase,
  type MessageTerms,
} from './client-steps.ts';
import { letterhead, type PrintDocument } from './print-sheet.ts';
import { lineName } from './quote-names.ts';
import { language, text } from '../text/text.ts';

/** What is bought, in a few words. */
function what(purchase: ClientPurchase): string {
  const { subject, quantity } = purchase.content;
  const way = wayOf(purchase);
  return subject.kind === 'add-users' || way === 'add-users'
    ? text('purchase.content-users', {
        count: quantity,
        extension: subject.kind === 'add-users' && subject.extension ? 'yes' : 'no',
      })
    : text(`purchase.content-${way}`, { years: subject.years });
}

function payByText(purchase: ClientPurchase, terms: MessageTerms): string {
  const by = payBy(purchase, terms);
  if (by === null) return text('client-message.pay-by-none');
  if (by === 'past') return text('client-message.pay-by-past');
  return text('client-message.pay-by-with', {
    day: longDay(by, terms.today),
    method: text(`pay-by.${terms.method}`),
  });
}

function facts(purchase: ClientPurchase, terms: MessageTerms): PrintDocument['facts'] {
  const { service, content } = purchase;
  const expiry = service === null ? undefined : expiryOf(service);
  const kind =
    service?.kind ?? (content.subject.kind === 'first-purchase' ? content.subject.serviceKind : undefined);
  const fact = (label: string, value: string) => ({ label, value });
  return [
    ...(kind === undefined ? [] : [fact(text('client-message.service'), text(`kind.${kind}`))]),
    fact(text('client-message.what'), what(purchase)),
    ...(expiry === undefined ? [] : [fact(text('client-message.expiry'), dayText(expiry))]),
    fact(text('client-message.pay-by'), payByText(purchase, terms)),
    ...(terms.orderNumber === '' ? [] : [fact(text('client-message.reference'), terms.orderNumber)]),
  ];
}

function amounts({ figures, content }: ClientPurchase): PrintDocument['tables'][number] {
  return {
    title: text('client-message.lines'),
    columns: [
      { label: text('client-message.col-item'), number: false },
      { label: text('col.quantity'), number: true },
      { label: text('client-message.col-until'), number: false },
      { label: text('client-message.col-net'), number: true },
    ],
    rows: figures.lines.map((line: FiguresLine) => [
      lineName(line, content.subject.kind),
      String(line.quantity),
      dayText(line.newExpiry),
      money(line.net),
    ]),
  };
}

/** The account to pay to, with its code. Empty unless everything that a code needs was typed and checked. */
function transfer(purchase: ClientPurchase, terms: MessageTerms): PrintDocument['tables'] {
  const checked = checkIban(terms.iban);
  if (codeStanding(terms) !== 'ready' || !checked.ok) return [];
  const gross = grossOf(purchase, terms);
  const { beneficiary, orderNumber: reference } = terms;
  const code = epcPayload({ beneficiary, iban: checked.value, gross, reference });
  const payTo = code.ok ? beneficiary : `${beneficiary}\n${text(`no-qr.${code.error.problem}`)}`;
  return [
    {
      title: text('client-message.transfer'),
      columns: [
        { label: text('order.beneficiary'), number: false },
        { label: text('order.iban'), number: false },
        { label: text('client-message.reference'), number: false },
        { label: text('order.amount'), number: true },
      ],
      rows: [[payTo, ibanGroups(checked.value).join(' '), reference, money(gross)]],
      codes: {
        label: text('client-message.col-code'),
        rows: [
          code.ok
            ? { content: code.value, label: text('order.qr', { amount: money(gross), reference }) }
            : null,
        ],
      },
    },
  ];
}

/** The rule that the amount was computed by. It is said to be an estimate. */
function estimate({ figures }: ClientPurchase): string {
  const values = { day: dayText(figures.day), version: figures.priceListVersion };
  const said = figures.lines.every(({ months: { num, den } }) => den === 1 && num % 12 === 0)
    ? text('client-message.estimate-years', values)
    : text('client-message.estimate-months', { ...values, rule: text(`rule.${figures.rule}`) });
  return figures.discount === null ? said : `${said} ${text('client-message.estimate-convention')}`;
}

/**
 * The letter to the client. Without an order number it says how to buy; with one, how to pay. A code for the
 * transfer is in it only if `codeStanding` is `ready`.
 */
export function clientMessage(
  purchase: ClientPurchase,
  terms: MessageTerms,
  firm: Firm,
  logo: Logo | undefined,
): PrintDocument {
  const { figures } = purchase;
  return {
    language: language(),
    title:
      terms.orderNumber === ''
        ? text('client-message.sheet-buy')
        : text('client-message.sheet-pay', { number: terms.orderNumber }),
    letterhead: letterhead(firm, logo),
    recipient: { label: text('client-message.for'), name: purchase.holder, lines: [] },
    facts: [...facts(purchase, terms)],
    tables: [amounts(purchase), ...transfer(purchase, terms)],
    totals: [
      ...(figures.discount === null
        ? []
        : [
            {
              label: text('convention.line', { code: figures.discount.code }),
              value: money(figures.discount.net),
            },
          ]),
      { label: text('amount.net'), value: money(figures.net) },
      { label: text('sheet.rate', { rate: figures.vatBasisPoints / 100 }), value: money(figures.vat) },
      { label: text('client-message.total'), value: money(figures.gross) },
      ...(terms.shownGross === null
        ? []
        : [{ label: text('client-message.total-shown'), value: money(terms.shownGross) }]),
    ],
    notes: [
      {
        title: text('client-message.steps'),
        text: steps(purchase, terms)
          .map((step, index) => `${index + 1}. ${step}`)
          .join('\n'),
      },
      { title: text('client-message.estimate'), text: estimate(purchase) },
    ],
    derivations: [],
    footer: text('client-message.footer'),
  };
}
