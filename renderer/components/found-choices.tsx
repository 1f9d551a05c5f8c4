import type { ReactNode } from 'react';
import { ListBox, ListBoxItem, Text } from 'react-aria-components';
import type { OpenList } from './list-button.tsx';
import type { Listed } from './typed-choice.ts';

/** react-aria's own select also hears when the chosen entry is chosen again: then the list only closes. */
const againToo = { allowDuplicateSelectionEvents: true };

/** The open list below a search box, which has the focus: its `Autocomplete` moves the mark. */
export function FoundChoices({
  list: { labelId, chosen, choose },
  items,
  empty,
}: {
  readonly list: OpenList;
  readonly items: readonly Listed[];
  readonly empty: ReactNode;
}) {
  return (
    <ListBox
      {...againToo}
      aria-labelledby={labelId}
      items={items}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const [id] = keys === 'all' ? [] : keys;
        if (id !== undefined) choose(String(id));
      }}
      shouldSelectOnPressUp
      shouldFocusOnHover
      renderEmptyState={() => empty}
    >
      {(choice) => (
        <ListBoxItem id={choice.id} textValue={choice.label} className="option">
          <Text slot="label">{choice.label}</Text>
          {choice.note !== undefined && choice.note !== '' && <span className="faint">{choice.note}</span>}
        </ListBoxItem>
      )}
    </ListBox>
  );
}
