import { useState } from 'react';
import { priceLists } from '../../../core/desk/cart/cart-figures.ts';
import { priceListSchema, type PriceList } from '../../../core/catalog/price-list.ts';
import { addDays } from '../../../core/kernel/day.ts';
import { parse } from '../../../core/kernel/parse.ts';
import { Button, FileButton } from '../../components/buttons.tsx';
import { Badge, Card } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { saveFile } from '../../store/save-file.ts';
import { useDesk } from '../../store/desk.ts';
import { toast } from '../../store/ui-store.ts';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { ComparePriceLists } from './compare-price-lists.tsx';
import { PriceListDialog } from './price-list-dialog.tsx';

type Open =
  | { readonly kind: 'edit'; readonly list: PriceList; readonly isNew: boolean }
  | { readonly kind: 'compare'; readonly list: PriceList }
  | null;

/**
 * The vendor's price lists and the firm's own: new, edit, import, export, compare. A document keeps the price
 * list that it was made with.
 */
export function PriceLists({ current }: { readonly current: PriceList }) {
  const state = useDesk((desk) => desk.state);
  const [open, setOpen] = useState<Open>(null);
  const lists = [...priceLists(state)].sort((a, b) => (a.validFrom < b.validFrom ? 1 : -1));
  const isOwn = (list: PriceList): boolean => state.workspace.ownPriceLists.has(list.version);

  async function importFile(file: File | undefined): Promise<void> {
    if (file === undefined) return;
    const read = parse(priceListSchema, readJson(await file.text()));
    if (!read.ok) {
      toast(text('price-lists.bad-file', { name: file.name, field: read.error.field || 'JSON' }), {
        tone: 'late',
      });
      return;
    }
    await submit(
      { type: 'price-list/put', list: read.value },
      { text: text('price-lists.saved', { version: read.value.version }), undo: true },
    );
  }

  async function exportList(list: PriceList): Promise<void> {
    const name = `listino-${list.version.replaceAll(/[^\p{L}\p{N}._-]/gu, '-')}.json`;
    await saveFile({ name, text: `${JSON.stringify(list, null, 2)}\n` }, (path) =>
      text('price-lists.exported', { path }),
    );
  }

  return (
    <Card
      title={text('price-lists.title')}
      aside={
        <div className="row">
          <FileButton accepts={['.json', 'application/json']} onSelect={([file]) => void importFile(file)}>
            {text('price-lists.import')}
          </FileButton>
          <Button
            onPress={() =>
              setOpen({
                kind: 'edit',
                isNew: true,
                list: { ...current, version: '', validFrom: addDays(state.today, 1), source: '', notes: '' },
              })
            }
          >
            {text('price-lists.new')}
          </Button>
        </div>
      }
    >
      <ul className="list">
        {lists.map((list) => (
          <li key={`${isOwn(list) ? 'own' : 'vendor'} ${list.version}`}>
            <span className="grow">
              <strong>{list.version}</strong>{' '}
              <span className="muted">{text('rules.valid-from', { day: dayText(list.validFrom) })}</span>{' '}
              <Badge tone={isOwn(list) ? 'accent' : 'wait'}>
                {text(isOwn(list) ? 'price-lists.own' : 'price-lists.vendor')}
              </Badge>{' '}
              {list === current && <Badge tone="ok">{text('price-lists.in-use')}</Badge>}
            </span>
            {list !== current && (
              <Button onPress={() => setOpen({ kind: 'compare', list })}>
                {text('price-lists.compare')}
              </Button>
            )}
            {isOwn(list) && (
              <Button onPress={() => setOpen({ kind: 'edit', list, isNew: false })}>
                {text('price-lists.edit')}
              </Button>
            )}
            {isOwn(list) && (
              <Button
                onPress={() =>
                  void submit(
                    { type: 'price-list/remove', version: list.version },
                    { text: text('price-lists.removed'), undo: true },
                  )
                }
              >
                {text('price-lists.remove')}
              </Button>
            )}
            <Button onPress={() => void exportList(list)}>{text('price-lists.export')}</Button>
          </li>
        ))}
      </ul>
      {open?.kind === 'edit' && (
        <PriceListDialog list={open.list} isNew={open.isNew} onClose={() => setOpen(null)} />
      )}
      {open?.kind === 'compare' && (
        <ComparePriceLists before={current} after={open.list} onClose={() => setOpen(null)} />
      )}
    </Card>
  );
}

function readJson(content: string): unknown {
  try {
    return JSON.parse(content);
  } catch {
    return undefined;
  }
}
