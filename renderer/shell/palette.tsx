import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { Autocomplete, Input, ListBox, ListBoxItem, TextField } from 'react-aria-components';
import { useDesk } from '../store/desk.ts';
import { text } from '../text/text.ts';
import { Above } from './above.tsx';
import { commandEntries, paletteEntries } from './palette-entries.ts';
import { searchPalette, type PaletteEntry } from './palette-search.ts';
import { hiddenEntries, verbEntries } from './palette-verbs.ts';
import { takeTyped } from './typed-ahead.ts';

/** More are found by another letter. Each is a dozen parts of react-aria, made anew at every letter. */
const most = 15;

/** Ctrl+K: finds people, services, orders, quotes and commands by a few letters. Arrows move, Enter runs. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const state = useDesk((desk) => desk.state);
  const simulated = useDesk((desk) => desk.simulated);
  const [query, setQuery] = useState(takeTyped);
  const searches = query.trim() !== '';
  const entries = useMemo(
    () => (searches ? paletteEntries(state, simulated) : []),
    [state, simulated, searches],
  );
  const found = useMemo(() => {
    if (!searches) return commandEntries(state, simulated).slice(0, most);
    const done = verbEntries(state, query, most);
    // A verb with a name says exactly what is wanted. A verb alone is also the beginning of other names.
    const named = query.trim().includes(' ');
    const others = searchPalette(entries, query, most);
    const shown = named ? [...done, ...others] : [...others, ...done];
    return [...hiddenEntries(query), ...shown].slice(0, most);
  }, [state, simulated, searches, entries, query]);

  const chosen = useRef<PaletteEntry | null>(null);

  // The dialog gives the focus back one frame after it closes. The chosen screen or dialog runs after that,
  // so that it keeps the focus.
  useEffect(
    () => () => {
      const entry = chosen.current;
      if (entry !== null) requestAnimationFrame(() => requestAnimationFrame(entry.run));
    },
    [],
  );

  function run(entry: PaletteEntry | undefined): void {
    if (entry === undefined) return;
    chosen.current = entry;
    onClose();
  }

  /** Autocomplete marks no entry after a deletion or a paste. Enter then runs the first one. */
  function runFirst(event: KeyboardEvent<HTMLInputElement>): void {
    if (event.key === 'Enter' && !event.currentTarget.hasAttribute('aria-activedescendant')) run(found[0]);
  }

  return (
    <Above label={text('palette.title')} onClose={onClose}>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <TextField className="palette-field" aria-label={text('shell.search')}>
          <Input className="palette-input" placeholder={text('shell.search')} onKeyDown={runFirst} />
        </TextField>
        <ListBox
          className="palette-list"
          aria-label={text('palette.title')}
          items={found}
          onAction={(id) => run(found.find((entry) => entry.id === id))}
          renderEmptyState={() => <p className="empty muted">{text('palette.empty', { query })}</p>}
        >
          {(entry) => (
            <ListBoxItem className="option" textValue={entry.label}>
              <span>
                {entry.label} <span className="faint">{entry.note}</span>
              </span>
              <span className="faint">{text(entry.group)}</span>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </Above>
  );
}
