import { useEffect, useState } from 'react';

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
 * Takes what is dropped or pasted while the screen is open. Returns true while something is
 * dragged over the window.
 */
export function useIncoming(take: (what: Incoming) => void): boolean {
  const [over, setOver] = useState(false);
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
      event.preventDefault();
      setOver(false);
      const what = incoming(event.dataTransfer);
      if (what !== null) take(what);
    };
    window.addEventListener('paste', onPaste);
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('paste', onPaste);
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  });
  return over;
}
