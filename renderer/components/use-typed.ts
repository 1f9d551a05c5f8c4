import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';

/** Whether a key goes on with the text that is being typed. */
const goesOn = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent): boolean =>
  key === 'Backspace' || key === 'Delete' || (key.length === 1 && !ctrlKey && !metaKey && !altKey);

/**
 * A search box that draws a letter before what it finds. `onChange` hears the text after the frame that shows
 * it, or at once if another key or the pointer comes first or the box loses the focus: what is chosen then is
 * chosen among the things found.
 */
export function useTyped(
  value: string,
  onChange: (value: string) => void,
): readonly [typed: string, type: (text: string) => void] {
  const [typed, setTyped] = useState<string | null>(null);
  const forget = useRef<() => void>(() => undefined);

  // The screen may be left in the meantime.
  useEffect(
    () => () => {
      forget.current();
      setTyped(null);
    },
    [],
  );

  function type(text: string): void {
    forget.current();
    const tell = (event?: Event): void => {
      if (event instanceof KeyboardEvent && goesOn(event)) return;
      forget.current();
      flushSync(() => {
        setTyped(null);
        onChange(text);
      });
    };
    let timer: ReturnType<typeof setTimeout> | undefined;
    const frame = requestAnimationFrame(() => {
      timer = setTimeout(tell);
    });
    const acts = ['keydown', 'pointerdown', 'focusout'] as const;
    for (const act of acts) window.addEventListener(act, tell, { capture: true });
    forget.current = () => {
      cancelAnimationFrame(frame);
      clearTimeout(timer);
      for (const act of acts) window.removeEventListener(act, tell, { capture: true });
    };
    setTyped(text);
  }

  return [typed ?? value, type];
}
