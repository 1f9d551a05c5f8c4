import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { Icon } from './icon.tsx';
import { Popover } from './popover.tsx';
import { typedChoice, useTypedWord, type Listed } from './typed-choice.ts';

/** What the list below the button needs. */
export interface OpenList {
  readonly labelId: string;
  readonly chosen: string | null;
  readonly choose: (id: string) => void;
}

/**
 * A labelled button that shows what is chosen and opens a list. While it is closed there is only a button of
 * the browser: react-aria's `Select` keeps its list, a second hidden list and a dozen effects also then, and
 * a screen has seven of them.
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
  readonly onShow?: ((open: boolean) => void) | undefined;
  readonly children: (list: OpenList) => ReactNode;
}) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const wordOf = useTypedWord();
  /** What was chosen and is not shown yet: the next key goes on from there. */
  const wanted = useRef<string | null>(null);
  useEffect(() => {
    if (wanted.current === chosen) wanted.current = null;
  }, [chosen]);
  const [isOpen, setOpen] = useState(false);

  function show(open: boolean): void {
    onShow?.(open);
    setOpen(open);
  }

  function onKeyDown(event: KeyboardEvent): void {
    const { key } = event;
    if (event.ctrlKey || event.metaKey) return;
    if (key === 'ArrowDown' || key === 'ArrowUp') show(true);
    else if (event.altKey) return;
    else if (key === 'ArrowLeft' || key === 'ArrowRight') go(beside(choices, wanted.current ?? chosen, key));
    else {
      const word = wordOf(event);
      if (word === null) return;
      go(typedChoice(choices, wanted.current ?? chosen, word));
    }
    event.preventDefault();
  }

  function go(to: Listed | undefined): void {
    if (to === undefined || to.id === (wanted.current ?? chosen)) return;
    wanted.current = to.id;
    onChoose(to.id);
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
        onBlur={() => {
          wanted.current = null;
        }}
      >
        <span id={`${id}-shown`} title={shown}>
          {shown}
        </span>
        <Icon name="down" size={12} />
      </button>
      {isOpen && (
        <Popover button={button} onClose={() => show(false)}>
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
