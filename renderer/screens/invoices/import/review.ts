import type { ItemKind } from '../../../../core/catalog/item.ts';
import { serviceFinder } from '../../../../core/desk/invoices/match-service.ts';
import { billedDesk, billedLine, clientPaying } from '../../../../core/desk/pending/billed-desk.ts';
import type { AppState } from '../../../../core/desk/rows/state.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { foldPurchase } from '../../../../core/purchases/fold.ts';
import type { PurchaseRecord } from '../../../../core/purchases/purchase.ts';
import type { FoundInvoice, Received } from '../../../../core/received/files/received.ts';
import { invoiceKey, type InvoiceLine } from '../../../../core/received/invoice/invoice.ts';
import type { LineRef } from '../../../../core/received/reconcile/billed.ts';
import { reconcile, type Reconciled, type Reversal } from '../../../../core/received/reconcile/reconcile.ts';
import { refKey } from '../../../../core/received/reconcile/reversals.ts';
import type { LineMatch } from '../../../../core/received/reconcile/slots.ts';
import type { Service } from '../../../../core/services/service.ts';
import { wordsOf, type Answers } from './answers.ts';

/** A line of an invoice with everything that is known of it. */
export interface ReviewLine {
  readonly key: string;
  readonly ref: LineRef;
  readonly line: InvoiceLine;
  /** `ask`: nobody knows what it sells. `left-out`: it is not taken. Null: taken without a kind. */
  readonly kind: ItemKind | null | 'ask' | 'left-out';
  readonly service: Service | null;
  /** More than one service fits; empty if none or one does. */
  readonly candidates: readonly Service[];
  /** The purchase that it belongs to, and how they agree; null if it belongs to none. */
  readonly purchase: { readonly record: PurchaseRecord; readonly match: LineMatch } | null;
  /** What it gives back; undefined if it gives nothing back. */
  readonly reverses: LineRef | null | undefined;
  /** True if another line gives it back. */
  readonly reversed: boolean;
}

export interface ReviewInvoice extends FoundInvoice {
  readonly key: string;
  /** It is recorded already: nothing of it is taken. */
  readonly known: boolean;
  /** Lines that can be taken, or that ask. */
  readonly lines: readonly ReviewLine[];
  /** Lines of other products and remarks: counted, not imported. */
  readonly others: readonly InvoiceLine[];
}

export interface Review {
  readonly invoices: readonly ReviewInvoice[];
  /** Purchases that an invoice of this import is about, with all their invoices. */
  readonly purchases: readonly (Reconciled & { readonly record: PurchaseRecord })[];
}

/** What a line sells: what the person answered about the same words, or what its words say. */
function kindOf({ kind, text }: InvoiceLine, answers: Answers): ReviewLine['kind'] {
  const said = answers.kinds.get(wordsOf(text));
  if (said !== undefined) return said === 'kept' ? null : said;
  return kind.what === 'item' ? kind.kind : 'ask';
}

const isOther = ({ kind }: InvoiceLine): boolean => kind.what === 'other-product' || kind.what === 'remark';

/** The service of a purchase: the one that it changed, or the one that it made. */
const serviceIdOf = (record: PurchaseRecord): ServiceId | null =>
  foldPurchase(record).activated?.serviceId ?? record.revision.service?.id ?? null;

interface Half extends Omit<ReviewLine, 'purchase' | 'reverses' | 'reversed'> {}

/** What is known of a line before purchases are looked at. */
function halfLine(
  ref: LineRef,
  line: InvoiceLine,
  answers: Answers,
  {
    find,
    services,
  }: { readonly find: ReturnType<typeof serviceFinder>; readonly services: AppState['replica']['services'] },
): Half {
  const key = refKey(ref);
  const kind = kindOf(line, answers);
  const itemKind = kind === 'ask' || kind === 'left-out' ? null : kind;
  const found = line.holder === null ? [] : find(line.holder, itemKind);
  const chosen = services.get(answers.services.get(key) ?? '');
  const only = found.length === 1 ? (found[0] ?? null) : null;
  return { key, ref, line, kind, service: chosen ?? only, candidates: found.length > 1 ? found : [] };
}

function matchesByRef(
  purchases: readonly Reconciled[],
): ReadonlyMap<string, { purchaseId: string; match: LineMatch }> {
  return new Map(
    purchases.flatMap(({ purchaseId, lines }) =>
      lines.flatMap((match) =>
        'refs' in match ? match.refs.map((ref) => [refKey(ref), { purchaseId, match }] as const) : [],
      ),
    ),
  );
}

const reversalsByRef = (reversals: readonly Reversal[]): ReadonlyMap<string, LineRef | null> =>
  new Map(reversals.map(({ ref, of }) => [refKey(ref), of]));

/** Everything that the import comes to, compared with the services and purchases of the desk. */
export function reviewOf({ invoices }: Received, state: AppState, answers: Answers): Review {
  const find = serviceFinder(state);
  const { services } = state.replica;
  const halves = invoices.map((found) => {
    const key = invoiceKey(found.invoice);
    const lines = found.invoice.lines.filter((line) => !isOther(line));
    return {
      ...found,
      key,
      known: state.workspace.invoices.has(key),
      others: found.invoice.lines.filter(isOther),
      lines: lines.map((line) =>
        halfLine({ invoice: key, line: line.line }, line, answers, { find, services }),
      ),
    };
  });
  const desk = billedDesk(state);
  const fresh = halves
    .filter(({ known }) => !known)
    .map(({ key, invoice, lines }) => ({
      key,
      number: invoice.number,
      date: invoice.date,
      clientCode: clientPaying(invoice.customer, state),
      linked: invoice.linked,
      lines: lines
        .filter(({ kind }) => kind !== 'left-out')
        .map(({ line, kind, service }) =>
          billedLine(
            {
              ...line,
              kind: kind === 'ask' || kind === 'left-out' ? null : kind,
              serviceId: service?.id ?? null,
            },
            state,
          ),
        ),
    }));
  const result = reconcile([...desk.invoices, ...fresh], desk.purchases);
  const matches = matchesByRef(result.purchases);
  const reversals = reversalsByRef(result.reversals);
  const reversed = new Set([...reversals.values()].flatMap((of) => (of ? [refKey(of)] : [])));
  const finish = (half: Half): ReviewLine => {
    const match = matches.get(half.key);
    const record = state.workspace.purchases.get(match?.purchaseId ?? '');
    const own = record === undefined ? null : serviceIdOf(record);
    return {
      ...half,
      service: half.service ?? services.get(own ?? '') ?? null,
      purchase: match === undefined || record === undefined ? null : { record, match: match.match },
      reverses: reversals.get(half.key),
      reversed: reversed.has(half.key),
    };
  };
  const freshKeys = new Set(fresh.map(({ key }) => key));
  return {
    invoices: halves.map((half) => ({ ...half, lines: half.lines.map(finish) })),
    purchases: result.purchases.flatMap((purchase) => {
      const record = state.workspace.purchases.get(purchase.purchaseId);
      const concerned = purchase.lines.some(
        (line) => 'refs' in line && line.refs.some(({ invoice }) => freshKeys.has(invoice)),
      );
      return record === undefined || !concerned ? [] : [{ ...purchase, record }];
    }),
  };
}
