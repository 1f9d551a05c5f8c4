import { useEffect, useState } from 'react';
import { received, takes, useDropped, type DropKind } from '../../../store/dropped-files.ts';

/** A file or text that arrives without a button: dropped anywhere in the window, or pasted. */
export type Incoming =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'text'; readonly text: string };

function incoming(data: DataTransfer | null): Incoming | null {
  if (data === null) return null;
  // Copied cells arrive as text and also as a picture. The text is the right one.
  const text = data.getData('text/plain');
  if (text !== '') return { kind: 'text', text };
  return data.files.length > 0 ? { kind: 'files', files: [...data.files] } : { kind: 'text', text: '' };
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');

/**
 * Takes what is dropped or pasted while the screen is open, and what was dropped elsewhere for it. Files of
 * another screen are left to the window (shell/drops.tsx). Returns true while something is dragged over it.
 */
export function useIncoming(screen: DropKind, take: (what: Incoming) => void): boolean {
  const [over, setOver] = useState(false);
  const waiting = useDropped(({ to }) => to === screen);
  useEffect(() => {
    const files = waiting ? received(screen) : null;
    if (files !== null) take({ kind: 'files', files });
  });
  useEffect(() => {
    const onPaste = (event: ClipboardEvent): void => {
      const what = isTyping(event.target) ? null : incoming(event.clipboardData);
      if (what === null) return;
      event.preventDefault();
      take(what);
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
      take(what);
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
  });
  return over;
}
