import { useState } from 'react';
import {
  Autocomplete,
  Button as AriaButton,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Select as AriaSelect,
  SelectValue,
  Text,
} from 'react-aria-components';
import { fold } from '../text/fold.ts';
import { text } from '../text/text.ts';
import { SearchField } from './controls.tsx';
import { Icon } from './icon.tsx';

export interface FilterChoice {
  /** Empty for what nobody has said. */
  readonly id: string;
  readonly label: string;
  readonly note: string;
}

/** A list of more choices than these gets a search box. */
const few = 12;
/** At most these choices are drawn. There can be as many accounts as services. */
const most = 50;

const every = '*';
const prefixed = (id: string): string => `=${id}`;

/** A drop-down list that keeps all or one of many values. A long list is searched by typing. */
export function FilterSelect({
  label,
  inline = true,
  one = false,
  value,
  choices,
  onChange,
}: {
  readonly label: string;
  readonly inline?: boolean;
  /** True if one value must be chosen: the list does not offer all of them. */
  readonly one?: boolean;
  /** Null: all. */
  readonly value: string | null;
  readonly choices: readonly FilterChoice[];
  readonly onChange: (value: string | null) => void;
}) {
  const [query, setQuery] = useState('');
  const all = { id: every, label: text('arrangement.every'), note: '' };
  const words = fold(query).split(/\s+/).filter(Boolean);
  const found = choices.filter((choice) => words.every((word) => fold(choice.label).includes(word)));
  const drawn = found.slice(0, most).map((choice) => ({ ...choice, id: prefixed(choice.id) }));
  const nothing = one ? '' : all.label;
  const shown = value === null ? nothing : (choices.find(({ id }) => id === value)?.label ?? value);
  const list = (
    <ListBox
      items={words.length === 0 && !one ? [all, ...drawn] : drawn}
      renderEmptyState={() => <p className="muted option">{text('arrangement.none-found', { query })}</p>}
    >
      {(choice) => (
        <ListBoxItem id={choice.id} textValue={choice.label} className="option">
          <Text slot="label">{choice.label}</Text>
          {choice.note !== '' && <span className="faint">{choice.note}</span>}
        </ListBoxItem>
      )}
    </ListBox>
  );
  return (
    <AriaSelect
      className={inline ? 'select-inline' : 'field'}
      value={value === null ? every : prefixed(value)}
      onChange={(key) => onChange(key === every ? null : String(key).slice(1))}
      onOpenChange={() => setQuery('')}
    >
      <Label>{inline ? `${label}:` : label}</Label>
      <AriaButton className="select-button">
        <SelectValue>{() => shown}</SelectValue>
        <Icon name="down" size={12} />
      </AriaButton>
      <Popover className="popover">
        {choices.length <= few ? (
          list
        ) : (
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchField label={text('arrangement.find', { count: choices.length })} autoFocus />
            {list}
            {found.length > most && (
              <p className="muted option">{text('arrangement.more', { count: found.length - most })}</p>
            )}
          </Autocomplete>
        )}
      </Popover>
    </AriaSelect>
  );
}
