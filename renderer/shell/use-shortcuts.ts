import { useEffect } from 'react';
import { newWindow, redo, undo } from '../store/actions.ts';
import { useDesk } from '../store/desk.ts';
import { go, goBack, openDialog, useUi, type Route } from '../store/ui-store.ts';

const numbered: readonly Route[] = [
  { screen: 'status' },
  { screen: 'people' },
  { screen: 'services' },
  { screen: 'cart', cartId: null },
  { screen: 'orders', orderId: null },
];

/** Checkboxes, switches and sliders are inputs too, but they have no undo of their own. */
const typedInto = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable]';
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches(typedInto);

const isUndo = ({ key, shiftKey }: KeyboardEvent): boolean => key.toLowerCase() === 'z' && !shiftKey;
const isRedo = ({ key, shiftKey }: KeyboardEvent): boolean =>
  (key.toLowerCase() === 'z' && shiftKey) || (key.toLowerCase() === 'y' && !shiftKey);

/**
 * The keyboard shortcuts. Ctrl+Shift+N opens a new window, even over a dialog.
 * Ctrl+K is search, Ctrl+1 to Ctrl+5 are the sections, Alt+Left goes back.
 * Ctrl+Z is undo and Ctrl+Y is redo, but not in text fields, which have their own.
 */
export function useShortcuts(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const command = event.ctrlKey || event.metaKey;
      if (command && event.shiftKey && event.key.toLowerCase() === 'n') {
        event.preventDefault();
        // A key held down opens only one window.
        if (!event.repeat) newWindow();
        return;
      }
      if (useUi.getState().dialog !== null) return;
      const section =
        command && !event.altKey && !event.shiftKey ? numbered[Number(event.key) - 1] : undefined;
      if (command && event.key.toLowerCase() === 'k') openDialog({ kind: 'palette' });
      else if (event.altKey && event.key === 'ArrowLeft') goBack();
      else if (section !== undefined) go(section);
      else if (command && !isTyping(event.target) && isUndo(event) && useDesk.getState().undoable !== null)
        void undo();
      else if (command && !isTyping(event.target) && isRedo(event) && useDesk.getState().redoable !== null)
        void redo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, []);
}
