import { romeDay } from '../../../core/kernel/day.ts';
import type { InvoiceRecord, RecordedLine } from '../../../core/desk/rows/invoice-rows.ts';
import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { countText, dayText, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { invoiceTitle, periodText } from './import/line-words.ts';

/** One recorded invoice: each line with its raw text, its reading, and what it belongs to. */
export function InvoiceDetail({ invoice }: { readonly invoice: InvoiceRecord }) {
  async function forget(): Promise<void> {
    const done = text('invoices.forgotten', { number: invoice.number });
    await submit({ type: 'invoice/forget', invoiceId: invoice.id }, { text: done, undo: true });
  }
  const { doubts, leftOut, total } = invoice;
  return (
    <Card title={invoiceTitle(invoice)} aside={text('invoices.from-file', { source: invoice.source })}>
      <table className="table dense">
        <thead>
          <tr>
            <th className="num">{text('invoices.col-line')}</th>
            <th>{text('invoice-import.col-text')}</th>
            <th>{text('invoice-import.col-reading')}</th>
            <th>{text('invoice-import.col-service')}</th>
            <th className="num">{text('invoice-import.col-net')}</th>
          </tr>
        </thead>
        <tbody>
          {invoice.lines.map((line) => (
            <LineRow key={line.line} line={line} />
          ))}
        </tbody>
      </table>
      <div className="card-body row row-wrap">
        <span className="grow muted">
          {[
            text('invoices.recorded', { by: invoice.by, day: dayText(romeDay(invoice.at)) }),
            total === null ? '' : `${text('invoices.total')} ${money(total)}`,
            ...doubts.map((doubt) => text(`invoice-import.doubt-${doubt}`)),
            leftOut === 0 ? '' : text('invoices.left-out', { count: leftOut }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        <Button onPress={() => void forget()}>{text('invoices.forget')}</Button>
      </div>
    </Card>
  );
}

function LineRow({ line }: { readonly line: RecordedLine }) {
  const { serviceId, purchase } = line;
  const service = useDesk((desk) => desk.state.replica.services.get(serviceId ?? ''));
  const record = useDesk((desk) => desk.state.workspace.purchases.get(purchase?.id ?? ''));
  const kind = line.kind === null ? text('invoices.unknown-kind') : text(`kind.${line.kind}`);
  const quantity = line.quantity === null || line.quantity === 1 ? '' : countText(line.quantity);
  const order = line.order === '' ? '' : text('invoice-import.order', { order: line.order });
  return (
    <tr>
      <td className="num">{line.line}</td>
      <td className="wrap">{line.text}</td>
      <td>{[kind, quantity, periodText(line.period), order].filter(Boolean).join(' · ')}</td>
      <td>
        {service === undefined || serviceId === null ? (
          <span className="muted">{text('invoices.no-service')}</span>
        ) : (
          <button type="button" className="link" onClick={() => go({ screen: 'service', serviceId })}>
            {service.holder}
          </button>
        )}
        {record !== undefined && (
          <div>
            <button
              type="button"
              className="link"
              onClick={() => go({ screen: 'orders', orderId: record.id })}
            >
              {text('invoice-import.of-purchase', { holder: record.holder })}
            </button>
          </div>
        )}
      </td>
      <td className="num">{money(line.net)}</td>
    </tr>
  );
}
