import { useEffect, useState } from 'react';

/** What comes to the screen without a button: a file or text, dropped anywhere or pasted. */
export type Incoming =
  | { readonly kind: 'files'; readonly files: readonly File[] }
  | { readonly kind: 'text'; readonly text: string };

function incoming(data: DataTransfer | null): Incoming | null {
  if (data === null) return null;
  // A spreadsheet's cells come as text, and as a picture of them too: the text is meant.
  const text = data.getData('text/plain');
  if (text !== '') return { kind: 'text', text };
  return data.files.length > 0 ? { kind: 'files', files: [...data.files] } : { kind: 'text', text: '' };
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, [contenteditable]');

/** Takes what is dropped or pasted while the screen is open; true while something is held over the window. */
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
    // Leaving one element for another inside the window is no leaving.
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
