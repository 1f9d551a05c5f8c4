// The payment list of a session. The screen, the paper and the spreadsheet show the same figures.
import type { PaymentList } from '../../core/desk/orders/payment-list.ts';
import type { Firm } from '../../core/desk/rows/state.ts';
import type { OrderView } from '../../core/desk/pending/order-views.ts';
import type { Cents } from '../../core/kernel/cents.ts';
import type { Day } from '../../core/kernel/day.ts';
import { checkIban, ibanGroups } from '../../core/kernel/iban.ts';
import { epcPayload } from '../../core/formats/paper/epc.ts';
import type { XlsxCell } from '../../core/formats/spreadsheet/write-xlsx.ts';
import type { Logo } from '../../core/quotes/logo.ts';
import type { CellTable } from './cells.ts';
import { dayText, longDay, money } from '../text/format.ts';
import { letterhead, type PrintDocument } from './print-sheet.ts';
import { methodName } from '../text/method-name.ts';
import { language, text } from '../text/text.ts';

type Table = PrintDocument['tables'][number];

const column = (label: string, number = false) => ({ label, number });
const holderColumn = () => column(text('payments.col-holder'));
const amountColumn = () => column(text('session.col-amount'), true);

/**
 * The content of the QR code that a bank's app reads, or why there is none. Null if nothing is known to pay
 * to.
 */
function transferCode({ order, gross }: OrderView): ReturnType<typeof epcPayload> | null {
  if (order === null) return null;
  const { beneficiary, iban, reference } = order.payment;
  return epcPayload({ beneficiary, iban, gross, reference });
}

/**
 * The account to pay to, and why it has no code. An IBAN that fails its checks is not printed: money sent to
 * it comes back late, or never. A studio of one's own has none: nobody knows Aruba's IBAN (rule J2).
 */
function accountOf(view: OrderView): string {
  const { iban = '', beneficiary = '' } = view.order?.payment ?? {};
  if (iban === '') return text('payments.no-iban');
  const account = checkIban(iban).ok ? ibanGroups(iban).join(' ') : text('payments.bad-iban');
  const code = transferCode(view);
  const why =
    code?.ok === false && code.error.problem !== 'iban' ? [text(`no-qr.${code.error.problem}`)] : [];
  return [account, beneficiary, ...why].join('\n');
}

const hasAccount = ({ order }: OrderView): boolean => order !== null && order.payment.iban !== '';

const transferCodes = (views: readonly OrderView[]): NonNullable<Table['codes']> => ({
  label: text('payments.col-code'),
  rows: views.map((view) => {
    const code = transferCode(view);
    if (code?.ok !== true) return null;
    const content = code.value;
    const reference = view.order?.payment.reference ?? '';
    return { content, label: text('order.qr', { amount: money(view.gross), reference }) };
  }),
});

function transferTable(views: readonly OrderView[]): Table {
  return {
    title: text('payments.transfers'),
    columns: [
      holderColumn(),
      column(text('payments.col-reference')),
      column(text('payments.col-to')),
      amountColumn(),
    ],
    rows: views.map((view) => [
      view.holder,
      view.order?.payment.reference ?? '',
      accountOf(view),
      money(view.gross),
    ]),
    ...(views.some(hasAccount) ? { codes: transferCodes(views) } : {}),
  };
}

const slipTable = (views: readonly OrderView[]): Table => ({
  title: text('payments.slips'),
  columns: [
    holderColumn(),
    column(text('payments.col-reference')),
    column(text('payments.col-postal')),
    column(text('session.col-method')),
    amountColumn(),
  ],
  rows: views.map(({ holder, order, method, gross }) => {
    const { reference = '', postalAccount = '', beneficiary = '' } = order?.payment ?? {};
    return [holder, reference, `${postalAccount}\n${beneficiary}`, methodName(method), money(gross)];
  }),
});

const quietTable = (title: string, views: readonly OrderView[]): Table => ({
  title,
  columns: [
    holderColumn(),
    column(text('payments.col-reference')),
    column(text('session.col-method')),
    column(text('renewal-plan.col-state')),
    amountColumn(),
  ],
  rows: views.map(({ holder, orderNumber, method, standing, gross }) => [
    holder,
    orderNumber ?? text('orders.no-number'),
    methodName(method),
    text(`standing.${standing}`),
    money(gross),
  ]),
});

const grossOf = (views: readonly OrderView[]): Cents =>
  views.reduce((sum, { gross }) => sum + gross, 0) as Cents;

function howToPay({ transfers, slips, settled, notYet }: PaymentList): string {
  const used = (method: 'prefilled-slip' | 'blank-slip'): readonly string[] =>
    slips.some((view) => view.method === method) ? [text(`payments.how-${method}`)] : [];
  return [
    ...(transfers.length > 0
      ? [text(transfers.some(hasAccount) ? 'payments.how-transfer' : 'payments.how-transfer-by-hand')]
      : []),
    ...used('prefilled-slip'),
    ...used('blank-slip'),
    ...(settled.length > 0 ? [text('payments.how-settled')] : []),
    ...(notYet.length > 0 ? [text('payments.how-not-yet')] : []),
  ].join('\n');
}

/**
 * The letter: one row for each order, and a QR code for each transfer. Orders that cannot be paid yet are in
 * a separate table and not in the total.
 */
export function paymentSheet(
  list: PaymentList,
  on: { readonly session: Day; readonly today: Day },
  firm: Firm,
  logo: Logo | undefined,
): PrintDocument {
  const { transfers, slips, settled, notYet, toPay, payBy } = list;
  const part = <T>(views: readonly OrderView[], make: () => T): readonly T[] =>
    views.length > 0 ? [make()] : [];
  return {
    language: language(),
    title: text('payments.title'),
    letterhead: letterhead(firm, logo),
    recipient: null,
    facts: [
      { label: text('payments.session'), value: longDay(on.session, on.today) },
      { label: text('payments.made'), value: dayText(on.today) },
      { label: text('payments.count'), value: String(transfers.length + slips.length) },
      ...part(notYet, () => ({
        label: text('payments.not-yet-fact'),
        value: text('payments.not-yet-amount', { count: notYet.length, amount: money(grossOf(notYet)) }),
      })),
      ...(payBy === null ? [] : [{ label: text('payments.by'), value: longDay(payBy, on.today) }]),
    ],
    tables: [
      ...part(transfers, () => transferTable(transfers)),
      ...part(slips, () => slipTable(slips)),
      ...part(notYet, () => quietTable(text('payments.not-yet'), notYet)),
      ...part(settled, () => quietTable(text('payments.settled'), settled)),
    ],
    totals: [
      ...part(transfers, () => ({
        label: text('payments.total-transfers'),
        value: money(grossOf(transfers)),
      })),
      ...part(slips, () => ({ label: text('payments.total-slips'), value: money(grossOf(slips)) })),
      { label: text('payments.total'), value: money(toPay) },
    ],
    notes: [{ title: text('payments.how'), text: howToPay(list) }],
    derivations: [],
    footer: text('payments.footer'),
  };
}

/** The orders to pay as cells, with the account of each payment. */
export function paymentCells({ transfers, slips }: PaymentList): CellTable {
  const ids = [
    'session.col-order',
    'renewal-plan.col-holder',
    'session.col-amount',
    'session.col-method',
    'session.col-beneficiary',
    'session.col-iban',
  ] as const;
  return {
    headers: [...ids.map((id) => text(id)), text('session.col-postal')],
    rows: [...transfers, ...slips].map(
      ({ orderNumber, holder, gross, order, method }): readonly XlsxCell[] => [
        { text: orderNumber ?? '' },
        { text: holder },
        { amount: gross },
        { text: methodName(method) },
        { text: order?.payment.beneficiary ?? '' },
        { text: method === 'bank-transfer' ? (order?.payment.iban ?? '') : '' },
        { text: method === 'bank-transfer' ? '' : (order?.payment.postalAccount ?? '') },
      ],
    ),
  };
}
