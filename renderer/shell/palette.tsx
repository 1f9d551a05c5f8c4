import { useEffect, useId, useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { afterClose } from '../components/after-close.ts';
import { finished } from '../components/use-steps.ts';
import { useTyped } from '../components/use-typed.ts';
import { useDesk } from '../store/desk.ts';
import { text } from '../text/text.ts';
import { Above } from './above.tsx';
import { commandEntries, paletteEntries } from './palette-entries.ts';
import { searchPalette, type PaletteEntry } from './palette-search.ts';
import { hiddenEntries, verbEntries } from './palette-verbs.ts';
import { takeTyped } from './typed-ahead.ts';

/** More are found by another letter. */
const most = 15;

/**
 * Ctrl+K: finds people, services, orders, quotes and commands by a few letters. Arrows move, Enter runs. The
 * focus stays in the field, which names the marked entry. The list is our own: react-aria's makes each entry
 * of a dozen parts, and opening it took twice as long.
 */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const state = useDesk((desk) => desk.state);
  const simulated = useDesk((desk) => desk.simulated);
  const [query, setQuery] = useState(takeTyped);
  const [wanted, setMarked] = useState(0);
  const [typed, type] = useTyped(query, (next) => {
    setQuery(next);
    setMarked(0);
  });
  const searches = query.trim() !== '';
  const entries = useMemo(
    () => (searches ? paletteEntries(state, simulated).map((begin) => finished(begin)) : []),
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

  // What is found may have become less while it is open.
  const marked = Math.max(0, Math.min(wanted, found.length - 1));
  const chosen = useRef<PaletteEntry | null>(null);

  useEffect(
    () => () => {
      if (chosen.current !== null) afterClose(chosen.current.run);
    },
    [],
  );

  function run(entry: PaletteEntry | undefined): void {
    if (entry === undefined) return;
    chosen.current = entry;
    onClose();
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (event.nativeEvent.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && found.length > 0) setMarked((marked + step + found.length) % found.length);
    else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) run(found[marked]);
    else return;
    event.preventDefault();
  }

  const id = useId();
  const list = useRef<HTMLUListElement>(null);
  useLayoutEffect(() => {
    list.current?.children[marked]?.scrollIntoView({ block: 'nearest' });
  }, [marked]);

  return (
    <Above label={text('palette.title')} onClose={onClose}>
      <div className="palette-field">
        <input
          className="palette-input"
          type="text"
          autoComplete="off"
          spellCheck={false}
          aria-label={text('shell.search')}
          aria-autocomplete="list"
          aria-controls={`${id}-list`}
          aria-activedescendant={found.length > 0 ? `${id}-${marked}` : undefined}
          placeholder={text('shell.search')}
          value={typed}
          onChange={({ target }) => type(target.value)}
          onKeyDown={onKeyDown}
        />
      </div>
      {found.length === 0 && <p className="empty muted">{text('palette.empty', { query })}</p>}
      <ul
        ref={list}
        id={`${id}-list`}
        className="palette-list"
        role="listbox"
        aria-label={text('palette.title')}
      >
        {found.map((entry, index) => (
          // The key is the place, not the entry: another letter then changes words and makes no element.
          // The keyboard needs no handler here, because the field has the focus.
          // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
          <li
            // oxlint-disable-next-line react/no-array-index-key
            key={index}
            id={`${id}-${index}`}
            className="option"
            role="option"
            aria-selected={index === marked}
            data-focused={index === marked || undefined}
            // Not when the list moves under a pointer that rests.
            onPointerMove={({ movementX, movementY }) => {
              if (movementX !== 0 || movementY !== 0) setMarked(index);
            }}
            onClick={() => run(entry)}
          >
            <span>
              {entry.label} <span className="faint">{entry.note}</span>
            </span>
            <span className="faint">{text(entry.group)}</span>
          </li>
        ))}
      </ul>
    </Above>
  );
}
