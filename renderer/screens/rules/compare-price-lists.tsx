import { comparePriceLists, type PriceList } from '../../../core/catalog/price-list.ts';
import { cents } from '../../../core/kernel/cents.ts';
import { Button } from '../../components/buttons.tsx';
import { Modal } from '../../components/modal.tsx';
import { money } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/** Two price lists item by item, with the differences. */
export function ComparePriceLists({
  before,
  after,
  onClose,
}: {
  readonly before: PriceList;
  readonly after: PriceList;
  readonly onClose: () => void;
}) {
  return (
    <Modal
      title={text('price-lists.compare-title', { before: before.version, after: after.version })}
      onClose={onClose}
    >
      <table className="table dense">
        <thead>
          <tr>
            <th>{text('rules.item')}</th>
            <th className="num">{before.version}</th>
            <th className="num">{after.version}</th>
            <th className="num">{text('compare.difference')}</th>
          </tr>
        </thead>
        <tbody>
          {comparePriceLists(before, after).map(({ kind, before: old, after: next }) => (
            <tr key={kind} data-selected={old !== next}>
              <td>{text(`kind.${kind}`)}</td>
              <td className="num">{money(old)}</td>
              <td className="num strong">{money(next)}</td>
              <td className="num muted">
                {old === next ? text('compare.equal') : `${next > old ? '+' : ''}${money(cents(next - old))}`}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.close')}</Button>
      </div>
    </Modal>
  );
}
