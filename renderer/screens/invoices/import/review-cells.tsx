import type { ReactNode } from 'react';
import { cents } from '../../../../core/kernel/cents.ts';
import { foldPurchase } from '../../../../core/purchases/fold.ts';
import { Icon } from '../../../components/icon.tsx';
import { Badge } from '../../../components/surfaces.tsx';
import { countText, money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { fieldText, valueText } from '../../register/fact-words.ts';
import { invoiceRemarks, invoiceTitle, lineRemarks, netOf, othersText, readingText } from './line-words.ts';
import type { Line } from './lines.ts';
import { FindingCells, MailCells } from './mail-cells.tsx';
import { Remarks, Tick, type LineActions } from './row-parts.tsx';
import { refusalSentence, skipSentence } from './refusal-sentence.ts';

/** The cells of one row of an import. */
export function ReviewCells({ line, ...actions }: { readonly line: Line } & LineActions) {
  switch (line.kind) {
    case 'invoice':
      return <InvoiceCells line={line} {...actions} />;
    case 'line':
      return <InvoiceLineCells line={line} {...actions} />;
    case 'fact':
      return <FactCells line={line} {...actions} />;
    case 'others':
      return <Wide className="muted">{othersText(line.invoice.others)}</Wide>;
    case 'mail':
      return <MailCells mail={line.mail} />;
    case 'finding':
      return <FindingCells line={line} {...actions} />;
    case 'group':
      return (
        <>
          <td />
          <th
            scope="rowgroup"
            colSpan={5}
            className="import-group"
            data-tone={line.group === 'refused' ? 'late' : undefined}
          >
            <Fold label={text(`invoice-import.group-${line.group}`)} {...actions} />{' '}
            <span className="muted">{countText(line.count)}</span>
          </th>
        </>
      );
    case 'purchase':
      return <PurchaseCells line={line} />;
    case 'refused':
      return (
        <>
          <td />
          <td className="strong wrap">{line.file.source}</td>
          <td colSpan={4}>{refusalSentence(line.file.refusal)}</td>
        </>
      );
    case 'skipped':
      return (
        <>
          <td />
          <td className="wrap">{line.file.source}</td>
          <td colSpan={4} className="muted">
            {skipSentence(line.file.skip)}
          </td>
        </>
      );
  }
}

const Wide = ({ className, children }: { readonly className: string; readonly children: ReactNode }) => (
  <>
    <td />
    <td colSpan={5} className={className}>
      {children}
    </td>
  </>
);

/** The button in a head that opens and closes it. */
function Fold({
  label,
  opened,
  onOpen,
}: { readonly label: string } & Pick<LineActions, 'opened' | 'onOpen'>) {
  return (
    <button type="button" className="import-fold" tabIndex={-1} aria-expanded={opened} onClick={onOpen}>
      {label}
      <Icon name="down" size={12} />
    </button>
  );
}

function InvoiceCells({
  line: { invoice: found },
  ...actions
}: { readonly line: Extract<Line, { kind: 'invoice' }> } & LineActions) {
  const { invoice } = found;
  const title = invoiceTitle(invoice);
  return (
    <>
      <td>
        <Tick name={title} {...actions} />
      </td>
      <th scope="rowgroup" colSpan={3} className="import-group">
        <Fold label={title} {...actions} />{' '}
        <span className="muted">
          {text('invoice-import.from-to', {
            supplier: invoice.supplier.name,
            customer: invoice.customer.name,
          })}
        </span>
      </th>
      <td className="num strong">{money(netOf(invoice.lines))}</td>
      <td>
        <Remarks remarks={invoiceRemarks(found)} />
      </td>
    </>
  );
}

function InvoiceLineCells({
  line: { line },
  ...actions
}: { readonly line: Extract<Line, { kind: 'line' }> } & LineActions) {
  return (
    <>
      <td>
        <Tick name={line.line.text} {...actions} />
      </td>
      <td className="wrap">{line.line.text}</td>
      <td>{readingText(line)}</td>
      <td className={line.service === null ? 'muted' : 'strong'}>
        {line.service?.holder ?? (line.kind === 'left-out' ? '' : text('invoice-import.no-service'))}
      </td>
      <td className="num">{money(line.line.net)}</td>
      <td>
        <Remarks remarks={lineRemarks(line)} />
      </td>
    </>
  );
}

function FactCells({
  line: { fact },
  known,
  ...actions
}: { readonly line: Extract<Line, { kind: 'fact' }> } & LineActions) {
  const { field, details, serviceId, line } = fact;
  const name = text('invoice-import.fact', {
    field: fieldText(field),
    holder: line.service?.holder ?? '',
  });
  const now = known.get(serviceId)?.known[field];
  const from =
    now === undefined ? text('register.not-said') : valueText({ field, value: now.value } as never);
  const to = valueText({ field, value: details[field] } as never);
  return (
    <>
      <td>
        <Tick name={`${name}, ${to}`} {...actions} />
      </td>
      <td colSpan={2} className="import-sub">
        {name}
      </td>
      <td colSpan={2} className="strong">
        {text('invoice-import.fact-from-to', { from, to })}
      </td>
      <td>
        {fact.against !== null && <Badge tone="wait">{text(`invoice-import.fact-${fact.against}`)}</Badge>}
        {fact.against === null && actions.share === 'all' && (
          <Badge tone="accent">{text('invoice-import.fact-badge')}</Badge>
        )}
      </td>
    </>
  );
}

function PurchaseCells({ line: { purchase } }: { readonly line: Extract<Line, { kind: 'purchase' }> }) {
  const { record, by, expected, billed, lines } = purchase;
  const number = foldPurchase(record).ordered?.orderNumber ?? '';
  const difference = billed - expected;
  const missing = lines.filter(({ what }) => what === 'missing').length;
  const amount = money(cents(Math.abs(difference)));
  return (
    <>
      <td />
      <td className="strong">{record.holder}</td>
      <td className="muted">{text('invoice-import.purchase-by', { by, order: number })}</td>
      <td colSpan={2}>
        {text('invoice-import.purchase-sums', {
          expected: money(cents(expected)),
          billed: money(cents(billed)),
        })}
        {missing > 0 && `; ${text('invoice-import.purchase-missing', { count: missing })}`}
      </td>
      <td>
        <Badge tone={difference === 0 ? 'ok' : difference > 0 ? 'late' : 'soon'}>
          {difference === 0
            ? text('invoice-import.badge-equal')
            : text(difference > 0 ? 'invoice-import.badge-more' : 'invoice-import.badge-less', { amount })}
        </Badge>
      </td>
    </>
  );
}
