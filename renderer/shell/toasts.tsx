import { useEffect, useRef, useState } from 'react';
import { undo } from '../store/actions.ts';
import { useDesk } from '../store/desk.ts';
import { closeNews, closeToast, useUi, type Toast } from '../store/ui-store.ts';
import { language, text } from '../text/text.ts';
import { showFile } from '../store/save-file.ts';
import { useFreeSide } from './use-free-side.ts';

/** In milliseconds: how long news stay. */
const shown = 8000;

/** Short messages at the edge of the window. Screen readers read them out. */
export function Toasts() {
  const toasts = useUi((ui) => ui.toasts);
  // A message offers undo only for the newest step. After another step, of this window or another, it
  // would undo the wrong one.
  const newest = useDesk((desk) => desk.undoable?.step);
  const spoken = language();
  const said = useRef(spoken);
  useEffect(() => {
    if (said.current !== spoken) closeNews();
    said.current = spoken;
  }, [spoken]);
  const ref = useRef<HTMLDivElement>(null);
  useFreeSide(ref, toasts);
  return (
    <div ref={ref} className="toasts" role="region" aria-live="polite" aria-label={text('shell.messages')}>
      {toasts.map((toast) => (
        <Message key={toast.id} toast={toast} undoes={toast.undo !== null && toast.undo === newest} />
      ))}
    </div>
  );
}

/** News go after a while, but not while somebody points at them or has the focus on their buttons. */
function Message({ toast, undoes }: { readonly toast: Toast; readonly undoes: boolean }) {
  const { id, tone } = toast;
  const [pointed, setPointed] = useState(false);
  const [focused, setFocused] = useState(false);
  const goes = tone === 'plain' && !pointed && !focused;
  useEffect(() => {
    if (!goes) return undefined;
    const timer = setTimeout(() => closeToast(id), shown);
    return () => clearTimeout(timer);
  }, [goes, id]);
  return (
    <div
      className="toast"
      data-testid="message"
      data-tone={tone}
      role={tone === 'late' ? 'alert' : undefined}
      onPointerEnter={() => setPointed(true)}
      onPointerLeave={() => setPointed(false)}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <span>{toast.text}</span>
      {undoes && (
        <button type="button" className="link" onClick={() => void undo(id)}>
          {text('shell.undo')}
        </button>
      )}
      <ShowFile path={toast.file} />
      <button type="button" className="link" onClick={() => closeToast(id)}>
        {text('shell.close')}
      </button>
    </div>
  );
}

/** Opens the folder of a file that was just saved. */
function ShowFile({ path }: { readonly path: string | null }) {
  return (
    path !== null && (
      <button type="button" className="link" onClick={() => void showFile(path)}>
        {text('export.show')}
      </button>
    )
  );
}
