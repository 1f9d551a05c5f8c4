import { useMemo, useState, type Ref } from 'react';
import type { InvoiceRecord } from '../../../core/desk/rows/invoice-rows.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import { SearchField } from '../../components/controls.tsx';
import { DrawnRows, useLongList } from '../../components/long-list.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { go } from '../../store/ui-store.ts';
import { fold, searchWords } from '../../text/fold.ts';
import { countText, dayText, money } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { netOf } from './import/line-words.ts';
import { InvoiceDetail } from './invoice-detail.tsx';

const rowHeight = 37;

/** All that one can search an invoice by: numbers, texts, orders, holders of its services. */
const searchText = (invoice: InvoiceRecord, { replica }: AppState): string =>
  fold(
    [
      invoice.number,
      dayText(invoice.date),
      invoice.supplier.name,
      invoice.customer.name,
      invoice.source,
      ...invoice.lines.flatMap((line) => [
        line.text,
        line.order,
        replica.services.get(line.serviceId ?? '')?.holder ?? '',
      ]),
    ].join(' '),
  );

/** The newest first; on one day by number. */
const byDate = (a: InvoiceRecord, b: InvoiceRecord): number =>
  a.date === b.date ? (a.id < b.id ? -1 : 1) : a.date < b.date ? 1 : -1;

/** The recorded invoices with a search, and one of them in full. */
export function InvoiceList({ invoiceId }: { readonly invoiceId: string | null }) {
  const state = useDesk((desk) => desk.state);
  const [words, setWords] = useState('');
  const all = useMemo(
    () =>
      [...state.workspace.invoices.values()]
        .sort(byDate)
        .map((invoice) => ({ invoice, search: searchText(invoice, state) })),
    [state],
  );
  const shown = useMemo(() => {
    const asked = searchWords(words);
    return all.filter(({ search }) => asked.every((word) => search.includes(word)));
  }, [all, words]);
  const current = shown.find(({ invoice }) => invoice.id === invoiceId) ?? shown[0];
  const { scroller, list } = useLongList({
    count: shown.length,
    getItemKey: (index) => shown[index]?.invoice.id ?? index,
    estimateSize: () => rowHeight,
    overscan: 10,
  });
  return (
    <>
      <div className="row row-wrap">
        <SearchField label={text('invoices.search')} value={words} onChange={setWords} />
      </div>
      {shown.length === 0 && (
        <Card>
          <p className="card-body muted">{text('invoices.none-found')}</p>
        </Card>
      )}
      {shown.length > 0 && (
        <Card title={text('invoices.list')} aside={countText(shown.length)}>
          <div className="grid-scroll invoice-scroll" ref={scroller}>
            <table className="table dense" aria-rowcount={shown.length + 1}>
              <thead>
                <tr aria-rowindex={1}>
                  <th>{text('invoices.number')}</th>
                  <th>{text('invoices.day')}</th>
                  <th>{text('invoices.supplier')}</th>
                  <th>{text('invoices.customer')}</th>
                  <th className="num">{text('invoices.lines')}</th>
                  <th className="num">{text('invoices.net')}</th>
                </tr>
              </thead>
              <DrawnRows list={list} columns={6}>
                {(index) => {
                  const invoice = shown[index]?.invoice;
                  return invoice === undefined ? null : (
                    <InvoiceRow
                      key={invoice.id}
                      measure={list.virtual.measureElement}
                      index={index}
                      invoice={invoice}
                      active={invoice.id === current?.invoice.id}
                    />
                  );
                }}
              </DrawnRows>
            </table>
          </div>
        </Card>
      )}
      {current !== undefined && <InvoiceDetail invoice={current.invoice} />}
    </>
  );
}

function InvoiceRow({
  measure,
  index,
  invoice,
  active,
}: {
  readonly measure: Ref<HTMLTableRowElement>;
  readonly index: number;
  readonly invoice: InvoiceRecord;
  readonly active: boolean;
}) {
  return (
    <tr
      ref={measure}
      data-index={index}
      data-active={active}
      data-selected={active}
      aria-rowindex={index + 2}
    >
      <td>
        <button
          type="button"
          className="link mono"
          aria-current={active}
          onClick={() => go({ screen: 'invoices', invoiceId: invoice.id })}
        >
          {invoice.number}
        </button>
      </td>
      <td>{dayText(invoice.date)}</td>
      <td className="muted">{invoice.supplier.name}</td>
      <td className="strong">{invoice.customer.name}</td>
      <td className="num">{countText(invoice.lines.length)}</td>
      <td className="num">{money(netOf(invoice.lines))}</td>
    </tr>
  );
}
