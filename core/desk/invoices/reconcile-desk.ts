import type { BilledInvoice, BilledLine, BilledPurchase } from '../../received/reconcile/billed.ts';
import { billedPurchase } from '../../received/reconcile/billed-purchase.ts';
import type { InvoiceRecord, RecordedLine } from '../rows/invoice-rows.ts';
import type { AppState } from '../rows/state.ts';
import { codeOf } from './match-service.ts';

/** What is compared of a line, recorded or about to be. */
export const billedLine = (
  line: Pick<
    RecordedLine,
    'line' | 'kind' | 'type' | 'quantity' | 'net' | 'period' | 'order' | 'holder' | 'serviceId'
  >,
  { replica }: Pick<AppState, 'replica'>,
): BilledLine => ({
  line: line.line,
  kind: line.kind,
  type: line.type,
  quantity: line.quantity,
  net: line.net,
  until: line.period?.to ?? null,
  order: line.order,
  holderCode:
    replica.services.get(line.serviceId ?? '')?.vatCode || (line.holder === null ? '' : codeOf(line.holder)),
});

const billedRecord = (record: InvoiceRecord, state: AppState): BilledInvoice => ({
  key: record.id,
  number: record.number,
  linked: record.linked,
  lines: record.lines.map((line) => billedLine(line, state)),
});

/** The invoices and purchases of the desk, in the form that reconciling compares. */
export const billedDesk = (
  state: AppState,
): { readonly invoices: readonly BilledInvoice[]; readonly purchases: readonly BilledPurchase[] } => ({
  invoices: [...state.workspace.invoices.values()].map((record) => billedRecord(record, state)),
  purchases: [...state.workspace.purchases.values()].flatMap(
    (record) => billedPurchase(record, state.today) ?? [],
  ),
});
