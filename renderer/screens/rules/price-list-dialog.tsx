import { useState } from 'react';
import { Form } from 'react-aria-components';
import { itemKinds, type ItemKind } from '../../../core/catalog/item.ts';
import { priceListSchema, type PriceList } from '../../../core/catalog/price-list.ts';
import { rowSum } from '../../../core/desk/rows/row-sum.ts';
import type { Cents } from '../../../core/kernel/cents.ts';
import { parse } from '../../../core/kernel/parse.ts';
import { readDate } from '../../../core/people/import/read-dates.ts';
import { TextField } from '../../components/controls.tsx';
import { FormActions } from '../../components/form-actions.tsx';
import { Modal } from '../../components/modal.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { toast } from '../../store/ui-store.ts';
import { amount, dayText } from '../../text/format.ts';
import { readMoney } from '../../text/read-money.ts';
import { refusalText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';

/** One of the firm's own price lists: version, first day, prices, source and notes. */
export function PriceListDialog({
  list,
  isNew,
  onClose,
}: {
  readonly list: PriceList;
  readonly isNew: boolean;
  readonly onClose: () => void;
}) {
  const [version, setVersion] = useState(list.version);
  const [validFrom, setValidFrom] = useState(dayText(list.validFrom));
  const [source, setSource] = useState(list.source);
  const [notes, setNotes] = useState(list.notes);
  const [prices, setPrices] = useState<Readonly<Record<ItemKind, string>>>(
    () =>
      Object.fromEntries(itemKinds.map((kind) => [kind, amount(list.yearly[kind])])) as Record<
        ItemKind,
        string
      >,
  );
  const { workspace } = useDesk((desk) => desk.state);
  const [seen] = useState(() => rowSum(workspace, { table: 'ownPriceLists', id: list.version }));
  const day = readDate(validFrom);
  const badDay = !day.ok || day.value === null;

  async function save(): Promise<void> {
    if (!day.ok || day.value === null) return;
    const yearly: Partial<Record<ItemKind, Cents>> = {};
    for (const kind of itemKinds) {
      const price = readMoney(prices[kind]);
      if (price === undefined) return;
      yearly[kind] = price;
    }
    const checked = parse(priceListSchema, { ...list, version, validFrom: day.value, source, notes, yearly });
    if (!checked.ok) {
      toast(refusalText(checked.error), { tone: 'late' });
      return;
    }
    if (
      await submit(
        { type: 'price-list/put', list: checked.value, ...(!isNew && { seen }) },
        { text: text('price-lists.saved', { version: checked.value.version }), undo: true },
      )
    )
      onClose();
  }

  return (
    <Modal
      large
      title={isNew ? text('price-lists.new') : text('rules.list', { version: list.version })}
      onClose={onClose}
    >
      <Form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <div className="form-grid thirds">
          <TextField
            className="span-3"
            label={text('price-lists.version')}
            value={version}
            onChange={setVersion}
            isDisabled={!isNew}
            autoFocus={isNew}
          />
          <TextField
            className="span-3"
            label={text('price-lists.valid-from')}
            value={validFrom}
            onChange={setValidFrom}
            error={badDay ? text('input.bad-day', { text: validFrom }) : undefined}
          />
          {itemKinds.map((kind) => (
            <TextField
              key={kind}
              className="span-2"
              label={text(`kind.${kind}`)}
              value={prices[kind]}
              onChange={(typed) => setPrices({ ...prices, [kind]: typed })}
              error={readMoney(prices[kind]) === undefined ? text('price-lists.bad-price') : undefined}
            />
          ))}
          <TextField
            className="span-6"
            label={text('price-lists.source')}
            value={source}
            onChange={setSource}
          />
          <TextField className="span-6" label={text('price-lists.notes')} value={notes} onChange={setNotes} />
        </div>
        <FormActions onClose={onClose} isDisabled={version.trim() === ''} />
      </Form>
    </Modal>
  );
}
