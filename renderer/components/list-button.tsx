import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { ListBox, ListBoxItem, Popover, Text } from 'react-aria-components';
import { fold } from '../text/fold.ts';
import { Icon } from './icon.tsx';

export interface Listed {
  readonly id: string;
  readonly label: string;
  readonly note?: string;
}

/** What the list below the button needs. */
export interface OpenList {
  readonly labelId: string;
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
}

/** Letters that follow each other within this time are one word. */
const typingMs = 1000;

/**
 * A labelled button that shows what is chosen and opens a list. The open list is react-aria's. While it is
 * closed there is only a button of the browser: react-aria's `Select` keeps its list, a second hidden list
 * and a dozen effects also then, and a screen has seven of them.
 */
export function ListButton({
  label,
  inline,
  shown,
  choices,
  chosen,
  onChoose,
  onShow,
  children,
}: {
  readonly label: string;
  readonly inline: boolean;
  readonly shown: string;
  /** What arrows and letters go through while it is closed. */
  readonly choices: readonly Listed[];
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
  /** Called when it opens and when it closes. */
  readonly onShow?: () => void;
  readonly children: (list: OpenList) => ReactNode;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const typed = useRef({ word: '', at: 0 });
  const [isOpen, setOpen] = useState(false);

  function show(open: boolean): void {
    onShow?.();
    setOpen(open);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key } = event;
    if (event.ctrlKey || event.metaKey) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') show(true);
    else if (event.altKey) return;
    else if (key === 'ArrowLeft' || key === 'ArrowRight') go(beside(choices, chosen, key));
    else if (/^\S$/u.test(key)) {
      const word = event.timeStamp - typed.current.at > typingMs ? key : typed.current.word + key;
      typed.current = { word, at: event.timeStamp };
      go(typedChoice(choices, chosen, word));
    } else return;
    event.preventDefault();
  }

  function go(to: Listed | undefined): void {
    if (to !== undefined && to.id !== chosen) onChoose(to.id);
  }

  return (
    <div className={inline ? 'select-inline' : 'field'}>
      {/* A click focuses the button, as that of a text field's label does. The keyboard is there already. */}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions */}
      <span
        id={`${id}-label`}
        className={inline ? undefined : 'field-label'}
        onClick={() => button.current?.focus()}
      >
        {inline ? `${label}:` : label}
      </span>
      <button
        ref={button}
        type="button"
        className="select-button"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-labelledby={`${id}-shown ${id}-label`}
        onClick={() => show(true)}
        onKeyDown={onKeyDown}
      >
        <span id={`${id}-shown`}>{shown}</span>
        <Icon name="down" size={12} />
      </button>
      {isOpen && (
        <Popover
          className="popover"
          isOpen
          onOpenChange={show}
          triggerRef={button}
          placement="bottom start"
          aria-labelledby={`${id}-label`}
        >
          {children({
            labelId: `${id}-label`,
            chosen,
            choose: (to) => {
              show(false);
              if (to !== chosen) onChoose(to);
            },
          })}
        </Popover>
      )}
    </div>
  );
}

/** The neighbour of the chosen one, or the first. */
function beside(
  choices: readonly Listed[],
  chosen: string | null,
  key: 'ArrowLeft' | 'ArrowRight',
): Listed | undefined {
  const at = choices.findIndex(({ id }) => id === chosen);
  return at === -1 ? choices[0] : choices[at + (key === 'ArrowLeft' ? -1 : 1)];
}

/** The next choice that begins with the word. One letter again and again goes through all of them. */
function typedChoice(choices: readonly Listed[], chosen: string | null, word: string): Listed | undefined {
  const letters = fold(word);
  const first = letters.charAt(0);
  const same = letters === first.repeat(letters.length);
  const wanted = same ? first : letters;
  const at = choices.findIndex(({ id }) => id === chosen) + (same ? 1 : 0);
  const inOrder = [...choices.slice(at), ...choices.slice(0, at)];
  return inOrder.find((choice) => fold(choice.label).startsWith(wanted));
}

/** react-aria's own select also hears when the chosen entry is chosen again: then the list only closes. */
const againToo = { allowDuplicateSelectionEvents: true };

/** The entry that is chosen, or the first. */
const entryOf = (list: HTMLElement | null): HTMLElement | null | undefined =>
  list?.querySelector<HTMLElement>('[aria-selected="true"]') ??
  list?.querySelector<HTMLElement>('[role="option"]');

/** The open list. `passive`: a search box above it has the focus. */
export function ChoiceList({
  list: { labelId, chosen, choose },
  items,
  passive = false,
  empty,
}: {
  readonly list: OpenList;
  readonly items: readonly Listed[];
  readonly passive?: boolean;
  readonly empty?: ReactNode;
}) {
  const box = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // After the list has its entries: react-aria makes them in a second render of the same task.
    if (!passive) queueMicrotask(() => entryOf(box.current)?.focus({ preventScroll: true }));
  }, [passive]);
  return (
    <ListBox
      ref={box}
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
