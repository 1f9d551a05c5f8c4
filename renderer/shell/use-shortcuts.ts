import { useEffect } from 'react';
import { newWindow, redo, undo } from '../store/actions.ts';
import { useDesk } from '../store/desk.ts';
import { go, goBack, openDialog, openManual, toast, useUi, type Route } from '../store/ui-store.ts';
import { text } from '../text/text.ts';
import { focusSearch, pressPrimary, pressPrint } from './press-primary.ts';
import { keepTyped } from './typed-ahead.ts';

const numbered: readonly Route[] = [
  { screen: 'status' },
  { screen: 'people' },
  { screen: 'services' },
  { screen: 'cart', cartId: null },
  { screen: 'orders', orderId: null },
  { screen: 'quotes', quoteId: null },
  { screen: 'renewals' },
  { screen: 'history' },
];

/** Checkboxes, switches and sliders are inputs too, but they have no undo of their own. */
const typedInto = 'input:not([type=checkbox], [type=radio], [type=range]), textarea, [contenteditable]';
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches(typedInto);

const isUndo = ({ key, shiftKey }: KeyboardEvent): boolean => key.toLowerCase() === 'z' && !shiftKey;
const isRedo = ({ key, shiftKey }: KeyboardEvent): boolean =>
  (key.toLowerCase() === 'z' && shiftKey) || (key.toLowerCase() === 'y' && !shiftKey);

/** Its file may still have to be loaded: a person types on all the same. */
function openPalette(): void {
  keepTyped();
  openDialog({ kind: 'palette' });
}

/**
 * The keyboard shortcuts, as the sheet of shortcuts lists them. Undo, redo and `?` are left to text fields
 * while somebody types.
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
      if (command && !event.shiftKey && event.key.toLowerCase() === 'p') {
        event.preventDefault();
        if (!event.repeat && !pressPrint()) toast(text('shell.no-print'));
        return;
      }
      // In a dialog too: otherwise the browser opens its own help.
      if (event.key === 'F1') event.preventDefault();
      if (useUi.getState().dialog !== null) return;
      const section =
        command && !event.altKey && !event.shiftKey ? numbered[Number(event.key) - 1] : undefined;
      const typing = isTyping(event.target);
      if (command && event.key.toLowerCase() === 'k') openPalette();
      else if (command && event.key.toLowerCase() === 'f') {
        if (!focusSearch()) openPalette();
      } else if (event.key === '?' && !command && !typing) openDialog({ kind: 'shortcuts' });
      else if (event.key === 'F1') openManual(useDesk.getState().choosing);
      else if (event.altKey && event.key === 'ArrowLeft') goBack();
      else if (section !== undefined) go(section);
      else if (command && !typing && isUndo(event) && useDesk.getState().undoable !== null) void undo();
      else if (command && !typing && isRedo(event) && useDesk.getState().redoable !== null) void redo();
      else return;
      event.preventDefault();
    };
    // Before the focused button, which would take Enter for its own.
    const onEnter = (event: KeyboardEvent): void => {
      if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return;
      if (!pressPrimary(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
    };
    // The button of a mouse that goes back.
    const onMouse = (event: MouseEvent): void => {
      if (event.button === 3 && useUi.getState().dialog === null) goBack();
    };
    window.addEventListener('mouseup', onMouse);
    window.addEventListener('keydown', onKey);
    document.addEventListener('keydown', onEnter, true);
    return () => {
      window.removeEventListener('mouseup', onMouse);
      window.removeEventListener('keydown', onKey);
      document.removeEventListener('keydown', onEnter, true);
    };
  }, []);
}
