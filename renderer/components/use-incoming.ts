import { useEffect, useEffectEvent, useState } from 'react';
import {
  incoming,
  isTyping,
  received,
  takes,
  useOnTheWay,
  type DropKind,
  type Incoming,
} from '../store/incoming.ts';

/**
 * Takes what is dropped or pasted while the screen is open, and what came elsewhere for it. Files of
 * another screen are left to the window (shell/drops.tsx). Returns true while something is dragged over it.
 */
export function useIncoming(screen: DropKind, take: (what: Incoming) => void): boolean {
  const [over, setOver] = useState(false);
  const newest = useEffectEvent(take);
  const waiting = useOnTheWay(({ to }) => to === screen);
  useEffect(() => {
    const what = waiting ? received(screen) : null;
    if (what !== null) newest(what);
  }, [waiting, screen]);
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const what = isTyping(event.target) ? null : incoming(event.clipboardData);
      if (what === null) return;
      event.preventDefault();
      newest(what);
    };
    const onDragOver = (event: DragEvent): void => {
      event.preventDefault();
      setOver(true);
    };
    // `relatedTarget` is null only if the pointer leaves the window, not if it moves to another element.
    const onDragLeave = (event: DragEvent): void => {
      if (event.relatedTarget === null) setOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      setOver(false);
      const what = incoming(event.dataTransfer);
      if (what === null || (what.kind === 'files' && !takes(screen, what.files))) return;
      event.preventDefault();
      newest(what);
    };
    // The window listens behind it.
    document.addEventListener('paste', onPaste);
    document.addEventListener('dragover', onDragOver);
    document.addEventListener('dragleave', onDragLeave);
    document.addEventListener('drop', onDrop);
    return () => {
      document.removeEventListener('paste', onPaste);
      document.removeEventListener('dragover', onDragOver);
      document.removeEventListener('dragleave', onDragLeave);
      document.removeEventListener('drop', onDrop);
    };
  }, [screen]);
  return over;
}
