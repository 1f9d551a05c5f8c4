// What a person types while the palette is still being loaded: the palette begins with it.

/** A palette that has not come by then was closed, or cannot be loaded. */
const longestMs = 5000;

let typed = '';
let stop = (): void => undefined;

function onKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === 'Backspace') typed = typed.slice(0, -1);
  else if (/^.$/u.test(event.key)) typed += event.key;
  else return;
  event.preventDefault();
  event.stopPropagation();
}

/** Keeps what is typed from now on, until it is taken. */
export function keepTyped(): void {
  stop();
  typed = '';
  document.addEventListener('keydown', onKey, true);
  const timer = setTimeout(() => stop(), longestMs);
  stop = () => {
    clearTimeout(timer);
    document.removeEventListener('keydown', onKey, true);
  };
}

/** What was typed since `keepTyped`. From now on keys go where the focus is. */
export function takeTyped(): string {
  stop();
  const taken = typed;
  typed = '';
  return taken;
}
