import type { Cents } from '../../../core/kernel/cents.ts';
import type { PaymentMethod } from '../../../core/orders/payment.ts';
import { latestSafeDay } from '../../../core/orders/payment.ts';
import { writeXlsx, type XlsxCell } from '../../../core/people/write-xlsx.ts';
import { saveFile } from '../../store/save-file.ts';
import { text, type TextId } from '../../text/text.ts';
import type { RenewalRow } from './renewal-rows.ts';

const words = (value: string): XlsxCell => ({ text: value });

/** The plan as a workbook: every service a row with its days, its session and its renewal; days are days and amounts numbers. */
export function savePlan(rows: readonly RenewalRow[], method: PaymentMethod): Promise<boolean> {
  const columns: readonly TextId[] = [
    'renewals.col-holder',
    'renewals.col-users',
    'renewals.col-notice',
    'renewals.col-latest',
    'renewals.col-limit',
    'renewals.col-debit',
    'renewals.col-expiry',
    'renewals.col-deletion',
    'renewals.col-session',
    'renewals.col-amount',
  ];
  const cells = rows.map(({ service, users, days, expiry, phase, session, renewal }): XlsxCell[] => [
    words(service.holder),
    { number: users },
    { day: days.notice },
    service.automaticRenewal || phase === 'grace' ? null : { day: latestSafeDay(method, expiry) },
    { day: days.registrationLimit },
    service.automaticRenewal ? { day: days.automaticDebit } : null,
    { day: expiry },
    { day: days.deletion },
    session === null ? null : { day: session },
    renewal === null ? null : { amount: renewal.gross },
  ]);
  const name = text('renewals.title');
  const bytes = writeXlsx(
    name,
    columns.map((id) => text(id)),
    cells,
  );
  return saveFile({ name: `${name}.xlsx`, bytes });
}

/** Money by month as a workbook. */
export function saveMoney(months: ReadonlyMap<string, Cents>): Promise<boolean> {
  const cells = [...months].map(([month, amount]): XlsxCell[] => [words(month), { amount }]);
  const bytes = writeXlsx(text('renewals.money'), [text('renewals.col-month'), text('renewals.gross')], cells);
  return saveFile({ name: `${text('renewals.money')}.xlsx`, bytes });
}
