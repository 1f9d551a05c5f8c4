import type { Command } from '../../core/app/command.ts';
import { bridge } from '../bridge.ts';
import { refusalText } from '../text/sentences.ts';
import { text } from '../text/text.ts';
import { closeToast, toast, withdrawUndoOffers } from './ui-store.ts';

/** Sends a command; a refusal becomes a sentence at the edge. True where it was carried out. */
export async function submit(command: Command, done?: { readonly text: string; readonly undo?: boolean }): Promise<boolean> {
  const result = await bridge.call('command/submit', command);
  if (!result.ok) {
    toast(refusalText(result.error), { tone: 'late' });
    return false;
  }
  // An offer to undo is for the newest step alone: after this one an older message would take back something else.
  withdrawUndoOffers();
  if (done !== undefined) toast(done.text, { undo: done.undo ?? false });
  return true;
}

/** Takes the last whole step back (Ctrl+Z). */
export async function undo(toastId?: number): Promise<void> {
  if (toastId !== undefined) closeToast(toastId);
  const result = await bridge.call('command/undo', null);
  toast(result.ok ? text('undo.done') : refusalText(result.error), { tone: result.ok ? 'plain' : 'late' });
}

/** Does what was taken back last once more (Ctrl+Y). */
export async function redo(): Promise<void> {
  const result = await bridge.call('command/redo', null);
  toast(result.ok ? text('redo.done') : refusalText(result.error), { tone: result.ok ? 'plain' : 'late' });
}

/** Sends a command whose refusal belongs beside the field that it is about; null where it was carried out. */
export async function ask(command: Command, done: { readonly text: string; readonly undo?: boolean }): Promise<string | null> {
  const result = await bridge.call('command/submit', command);
  if (!result.ok) return refusalText(result.error);
  withdrawUndoOffers();
  toast(done.text, { undo: done.undo ?? false });
  return null;
}

/** Lets the person choose a place and writes the file there; what came of it is told. */
export async function saveAs(name: string, content: string): Promise<void> {
  const saved = await bridge.call('files/save', { name, content });
  if (!saved.ok) toast(text('lists.not-written'), { tone: 'late' });
  else if (saved.value !== null) toast(text('lists.exported', { path: saved.value.path }));
}
