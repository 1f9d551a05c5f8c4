import { useRef, type KeyboardEvent } from 'react';
import type { OpenList } from './list-button.tsx';
import { typedChoice, useTypedWord, type Listed } from './typed-choice.ts';

/**
 * The open list of a drop-down, as the platform has it: arrows, Home, End and letters move the focus, Enter
 * and Space choose. The chosen entry has the focus first. react-aria's list box makes its entries twice and
 * takes as long as everything else of the opening together; it serves where one searches in the list.
 */
export function Choices({
  list: { labelId, chosen, choose },
  items,
}: {
  readonly list: OpenList;
  readonly items: readonly Listed[];
}) {
  const box = useRef<HTMLDivElement>(null);
  const wordOf = useTypedWord();
  const entryAt = (at: number): HTMLElement | null => box.current?.querySelector(`[data-at="${at}"]`) ?? null;
  const first = Math.max(
    0,
    items.findIndex(({ id }) => id === chosen),
  );

  function onKeyDown(event: KeyboardEvent): void {
    const { key, target } = event;
    if (event.ctrlKey || event.metaKey || event.altKey || !(target instanceof HTMLElement)) return;
    const at = Number(target.dataset['at'] ?? -1);
    const here = items[at];
    const word = wordOf(event);
    const moves: Readonly<Record<string, number>> = {
      ArrowDown: Math.min(at + 1, items.length - 1),
      ArrowUp: Math.max(at - 1, 0),
      Home: 0,
      End: items.length - 1,
    };
    if (word !== null) {
      const to = typedChoice(items, here?.id ?? null, word);
      if (to !== undefined) entryAt(items.indexOf(to))?.focus();
    } else if (key in moves) entryAt(moves[key] ?? at)?.focus();
    else if ((key === 'Enter' || key === ' ') && here !== undefined) choose(here.id);
    else return;
    event.preventDefault();
  }

  return (
    <div ref={box} role="listbox" tabIndex={-1} aria-labelledby={labelId} onKeyDown={onKeyDown}>
      {items.map(({ id, label, note = '' }, at) => (
        // The keyboard is at the list.
        // oxlint-disable-next-line jsx-a11y/click-events-have-key-events
        <div
          key={id}
          role="option"
          data-at={at}
          data-first-focus={at === first || undefined}
          tabIndex={-1}
          className="option"
          aria-selected={id === chosen}
          data-selected={id === chosen || undefined}
          onMouseMove={({ currentTarget }) => currentTarget.focus({ preventScroll: true })}
          onClick={() => choose(id)}
        >
          <span>{label}</span>
          {note !== '' && <span className="faint">{note}</span>}
        </div>
      ))}
    </div>
  );
}
