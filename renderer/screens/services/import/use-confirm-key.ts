import { useEffect } from 'react';

/** Ctrl+Enter confirms, wherever the focus is, except in a form or a dialog: there it is theirs. */
export function useConfirmKey(confirm: () => void): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
      // In the form of a row it reads the row again; in a dialog it is the dialog's.
      if (event.target instanceof Element && event.target.closest('form, [role="dialog"]') !== null) return;
      // Before the button that has the focus: it would take the key for its own.
      event.preventDefault();
      event.stopPropagation();
      confirm();
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  });
}
