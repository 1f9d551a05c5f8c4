import { useRef } from 'react';
import { undo } from '../store/actions.ts';
import { useDesk } from '../store/desk.ts';
import { closeToast, useUi } from '../store/ui-store.ts';
import { text } from '../text/text.ts';
import { showFile } from '../store/save-file.ts';
import { useFreeSide } from './use-free-side.ts';

/** Short messages at the edge of the window. Screen readers read them out. */
export function Toasts() {
  const toasts = useUi((ui) => ui.toasts);
  // A message offers undo only for the newest step. After another step, of this window or another, it
  // would undo the wrong one.
  const newest = useDesk((desk) => desk.undoable?.step);
  const ref = useRef<HTMLDivElement>(null);
  useFreeSide(ref, toasts);
  return (
    <div ref={ref} className="toasts" role="region" aria-live="polite" aria-label={text('shell.messages')}>
      {toasts.map((toast) => (
        <div
          key={toast.id}
          className="toast"
          data-testid="message"
          data-tone={toast.tone}
          role={toast.tone === 'late' ? 'alert' : undefined}
        >
          <span>{toast.text}</span>
          {toast.undo !== null && toast.undo === newest && (
            <button type="button" className="link" onClick={() => void undo(toast.id)}>
              {text('shell.undo')}
            </button>
          )}
          <ShowFile path={toast.file} />
          <button type="button" className="link" onClick={() => closeToast(toast.id)}>
            {text('shell.close')}
          </button>
        </div>
      ))}
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
