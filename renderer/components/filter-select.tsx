import { useState } from 'react';
import { Autocomplete, Input, SearchField } from 'react-aria-components';
import { fold, searchWords } from '../text/fold.ts';
import { text } from '../text/text.ts';
import { Choices } from './choices.tsx';
import { FoundChoices } from './found-choices.tsx';
import { Icon } from './icon.tsx';
import { ListButton } from './list-button.tsx';

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
  const words = searchWords(query);
  const found = choices.filter((choice) => words.every((word) => fold(choice.label).includes(word)));
  const drawn = found.slice(0, most).map((choice) => ({ ...choice, id: prefixed(choice.id) }));
  const nothing = one ? '' : all.label;
  const shown = value === null ? nothing : (choices.find(({ id }) => id === value)?.label ?? value);
  const offered = one ? [] : [all];
  return (
    <ListButton
      label={label}
      inline={inline}
      shown={shown}
      choices={[...offered, ...drawn]}
      chosen={value === null ? every : prefixed(value)}
      onChoose={(id) => onChange(id === every ? null : id.slice(1))}
      onShow={() => setQuery('')}
    >
      {(list) =>
        choices.length <= few ? (
          <Choices list={list} items={[...offered, ...drawn]} />
        ) : (
          <Autocomplete inputValue={query} onInputChange={setQuery}>
            <SearchBox label={text('arrangement.find', { count: choices.length })} />
            <FoundChoices
              list={list}
              items={words.length === 0 ? [...offered, ...drawn] : drawn}
              empty={<p className="muted option">{text('arrangement.none-found', { query })}</p>}
            />
            {found.length > most && (
              <p className="muted option">{text('arrangement.more', { count: found.length - most })}</p>
            )}
          </Autocomplete>
        )
      }
    </ListButton>
  );
}

/** The search box of an open list. Its `Autocomplete` moves the mark of the list below it. */
function SearchBox({ label }: { readonly label: string }) {
  return (
    <SearchField className="search" aria-label={label}>
      <Icon name="search" size={14} />
      {/* The list was just opened to search in it. */}
      <Input placeholder={label} data-first-focus />
    </SearchField>
  );
}
