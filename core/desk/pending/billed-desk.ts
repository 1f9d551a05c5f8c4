import { codeOf } from '../../received/invoice/holder-code.ts';
import type { BilledInvoice, BilledLine, BilledPurchase } from '../../received/reconcile/billed.ts';
import { billedPurchase } from '../../received/reconcile/billed-purchase.ts';
import type { InvoiceRecord, RecordedLine } from '../rows/invoice-rows.ts';
import type { AppState } from '../rows/state.ts';

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
  confirmed: null,
});

/** A table of services that did not change is the same object. */
const known = new WeakMap<AppState['replica']['services'], ReadonlySet<string>>();

function holderCodes(services: AppState['replica']['services']): ReadonlySet<string> {
  const codes = known.get(services) ?? new Set([...services.values()].map(({ vatCode }) => vatCode));
  known.set(services, codes);
  return codes;
}

/**
 * The VAT number of the client that an invoice is for. Empty if it is for the firm, for somebody who holds no
 * service, or if the firm's own VAT number is not known: it may then be the firm.
 */
export function clientPaying(
  { vatCode, taxCode }: InvoiceRecord['customer'],
  { workspace, replica }: Pick<AppState, 'workspace' | 'replica'>,
): string {
  const firm = workspace.firm.get('firm')?.payer.vatCode ?? '';
  const codes = [vatCode, taxCode].filter((code) => code !== '');
  if (firm === '' || codes.length === 0 || codes.includes(firm)) return '';
  return codes.find((code) => holderCodes(replica.services).has(code)) ?? '';
}

/** The recorded invoices in the form that reconciling compares. */
export const billedInvoices = (state: AppState): readonly BilledInvoice[] =>
  [...state.workspace.invoices.values()].map((record) => ({
    key: record.id,
    number: record.number,
    date: record.date,
    clientCode: clientPaying(record.customer, state),
    linked: record.linked,
    lines: record.lines.map((line) => ({ ...billedLine(line, state), confirmed: line.purchase })),
  }));

/** The invoices and purchases of the desk, in the form that reconciling compares. */
export const billedDesk = (
  state: AppState,
): { readonly invoices: readonly BilledInvoice[]; readonly purchases: readonly BilledPurchase[] } => ({
  invoices: billedInvoices(state),
  purchases: [...state.workspace.purchases.values()].flatMap(
    (record) => billedPurchase(record, state.today) ?? [],
  ),
});
