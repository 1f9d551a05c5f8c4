// The renewals as spreadsheet cells. The figures are those of the screen. Numbers are numbers, days are days.
import type { ClientMoney } from '../../../core/desk/plan/renewal-money.ts';
import type { PlannedRenewal, RenewalPlan } from '../../../core/desk/plan/renewal-plan.ts';
import type { Cents } from '../../../core/kernel/cents.ts';
import type { Day } from '../../../core/kernel/day.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { latestSafeDay, type PaymentMethod } from '../../../core/orders/payment.ts';
import {
  arrangementFields,
  arrangementOf,
  type Arrangement,
  type Arrangements,
} from '../../../core/register/arrangement.ts';
import { rowsOf, type XlsxCell } from '../../../core/formats/spreadsheet/write-xlsx.ts';
import type { CellTable } from '../../papers/cells.ts';
import { fullMonth } from '../../text/format.ts';
import { text, type TextId } from '../../text/text.ts';
import { arrangedText } from '../register/arrangement/arrangement-words.ts';
import { fieldText } from '../register/fact-words.ts';
import type { RenewalRow } from './renewal-rows.ts';
import { accountWork } from './sessions/account-words.ts';

const words = (value: string): XlsxCell => ({ text: value });
const dayOrNot = (day: Day | null): XlsxCell => (day === null ? null : { day });
const heads = (ids: readonly TextId[]): readonly string[] => ids.map((id) => text(id));

/** How a service is looked after, as cells, in the order of `arrangementFields`. */
const arrangementHeads = (): readonly string[] => arrangementFields.map(fieldText);
const arrangementCells = (arrangement: Arrangement): readonly XlsxCell[] =>
  arrangementFields.map((field) => words(arrangedText(field, arrangement[field])));

/**
 * One row for each service, with its days, its session and its renewal. In a studio of one's own also how it
 * is looked after, and the source of its expiry (rule J4): `sourceOf` says it, and is null in a sample.
 */
export const planCells = (
  rows: readonly RenewalRow[],
  method: PaymentMethod,
  sourceOf: ((serviceId: ServiceId) => string) | null = null,
): CellTable => ({
  headers: [
    ...heads([
      'renewal-plan.col-holder',
      'forecast.vat-code',
      'renewal-plan.col-users',
      'renewal-plan.col-notice',
      'renewal-plan.col-yellow',
      'renewal-plan.col-latest',
      'renewal-plan.col-limit',
      'renewal-plan.col-debit',
      'renewal-plan.col-expiry',
      'renewal-plan.col-deletion',
      'renewal-plan.col-session',
      'renewal-plan.col-amount',
    ]),
    ...(sourceOf === null ? [] : [...arrangementHeads(), text('renewal-plan.col-source')]),
  ],
  rows: rowsOf(rows, ({ service, users, days, expiry, phase, session, renewal, arrangement }) => [
    words(service.holder),
    words(service.vatCode),
    { number: users },
    { day: days.notice },
    { day: days.yellow },
    service.automaticRenewal || phase === 'grace' ? null : { day: latestSafeDay(method, expiry) },
    { day: days.registrationLimit },
    service.automaticRenewal ? { day: days.automaticDebit } : null,
    { day: expiry },
    { day: days.deletion },
    dayOrNot(session),
    renewal === null ? null : { amount: renewal.gross },
    ...(sourceOf === null ? [] : [...arrangementCells(arrangement), words(sourceOf(service.id))]),
  ]),
});

interface Planned {
  readonly how: TextId;
  readonly day: Day | null;
  readonly renewal: PlannedRenewal;
}

/**
 * One row for each service: first those of the sessions, then automatic renewals, then those
 * too late for a session. `arrangements` arranges each day by account; null in a sample studio.
 */
export function sessionCells(
  { sessions, automatic, missed }: RenewalPlan,
  vatCodeOf: (renewal: PlannedRenewal) => string,
  arrangements: Arrangements | null = null,
): CellTable {
  const byAccount = (windows: readonly PlannedRenewal[]): readonly PlannedRenewal[] =>
    arrangements === null
      ? windows
      : accountWork(windows, (renewal) => renewal, arrangements).flatMap(({ items }) => items);
  const row = ({ how, day, renewal }: Planned): readonly XlsxCell[] => [
    dayOrNot(day),
    words(text(how)),
    words(renewal.holder),
    words(vatCodeOf(renewal)),
    ...(how === 'export-renewals.by-hand' ? [{ day: renewal.from }, { day: renewal.to }] : [null, null]),
    { amount: renewal.gross },
    { day: renewal.expiry },
    { day: renewal.target },
    ...(arrangements === null ? [] : arrangementCells(arrangementOf(arrangements, renewal.serviceId))),
  ];
  return {
    headers: [
      ...heads([
        'export-renewals.col-day',
        'export-renewals.col-how',
        'renewal-plan.col-holder',
        'forecast.vat-code',
        'export-renewals.col-from',
        'export-renewals.col-to',
        'export-renewals.col-gross',
        'renewal-plan.col-expiry',
        'session.new-expiry',
      ]),
      ...(arrangements === null ? [] : arrangementHeads()),
    ],
    rows: rowsOf(
      [
        ...sessions.flatMap(({ day, windows }) =>
          byAccount(windows).map((renewal): Planned => ({ how: 'export-renewals.by-hand', day, renewal })),
        ),
        ...byAccount(automatic).map((renewal): Planned => ({
          how: 'export-renewals.automatic',
          day: renewal.from,
          renewal,
        })),
        ...byAccount(missed).map((renewal): Planned => ({
          how: 'export-renewals.missed',
          day: null,
          renewal,
        })),
      ],
      row,
    ),
  };
}

/**
 * The payments of each month. The first day of the month is also a cell, so that a
 * spreadsheet can sort the rows.
 */
export const moneyCells = (months: ReadonlyMap<string, Cents>): CellTable => ({
  headers: heads(['renewal-plan.col-month', 'export-renewals.col-from', 'export-renewals.col-gross']),
  rows: [...months].map(([month, amount]) => [
    words(fullMonth(month)),
    { day: `${month}-01` as Day },
    { amount },
  ]),
});

const clientHeads = (parts: readonly string[]): readonly string[] => [
  ...heads(['forecast.client', 'forecast.vat-code', 'forecast.client-services']),
  ...parts,
  text('forecast.total'),
];

const clientRow = (
  { holder, vatCode, services, gross }: ClientMoney,
  parts: readonly XlsxCell[],
): readonly XlsxCell[] => [words(holder), words(vatCode), { number: services }, ...parts, { amount: gross }];

/** One row for each client, with its payments by year. */
export const clientCells = (clients: readonly ClientMoney[], years: readonly string[]): CellTable => ({
  headers: clientHeads(years),
  rows: clients.map((client) =>
    clientRow(
      client,
      years.map((year) => ({ amount: client.byYear.get(year) ?? (0 as Cents) })),
    ),
  ),
});

/**
 * One row for each client with its payments by month, and a last row with the sum of each month. A month
 * without a payment is an empty cell.
 */
export function clientMonthCells(
  clients: readonly ClientMoney[],
  months: ReadonlyMap<string, Cents>,
): CellTable {
  const keys = [...months.keys()];
  const cell = (amount: Cents | undefined): XlsxCell => (amount === undefined ? null : { amount });
  const services = clients.reduce((sum, client) => sum + client.services, 0);
  const total = clients.reduce((sum, { gross }) => sum + gross, 0) as Cents;
  return {
    headers: clientHeads(keys.map(fullMonth)),
    rows: [
      ...clients.map((client) =>
        clientRow(
          client,
          keys.map((month) => cell(client.byMonth.get(month))),
        ),
      ),
      [
        words(text('forecast.total')),
        null,
        { number: services },
        ...[...months.values()].map((amount): XlsxCell => ({ amount })),
        { amount: total },
      ],
    ],
  };
}
