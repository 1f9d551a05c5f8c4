import { awaitsPayment, isOpen, type OrderView } from '../../../core/desk/pending/order-views.ts';
import { SearchField, Select } from '../../components/controls.tsx';
import { fold, searchWords } from '../../text/fold.ts';
import { text } from '../../text/text.ts';

const filters = ['all', 'open', 'to-pay', 'closed'] as const;
export type OrderFilter = (typeof filters)[number];

const passes: Readonly<Record<OrderFilter, (view: OrderView) => boolean>> = {
  all: () => true,
  open: isOpen,
  'to-pay': awaitsPayment,
  closed: (view) => !isOpen(view),
};

/** The orders that pass the filter and have every word in their number or holder. */
export function foundOrders(
  views: readonly OrderView[],
  query: string,
  only: OrderFilter,
): readonly OrderView[] {
  const words = searchWords(query);
  return views.filter(
    (view) =>
      passes[only](view) &&
      words.every((word) => fold(`${view.orderNumber ?? ''} ${view.holder}`).includes(word)),
  );
}

/** The search and the filter above the list of orders. */
export function OrderFilters({
  query,
  only,
  onQuery,
  onOnly,
}: {
  readonly query: string;
  readonly only: OrderFilter;
  readonly onQuery: (query: string) => void;
  readonly onOnly: (only: OrderFilter) => void;
}) {
  return (
    <div className="row row-wrap">
      <SearchField label={text('orders.search')} value={query} onChange={onQuery} />
      <Select
        inline
        label={text('orders.only')}
        value={only}
        choices={filters.map((id) => ({ id, label: text(`orders.only-${id}`) }))}
        onChange={onOnly}
      />
    </div>
  );
}
