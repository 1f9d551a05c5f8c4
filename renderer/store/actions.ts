import type { Command } from '../../core/app/command.ts';
import { bridge } from '../bridge.ts';
import { refusalText } from '../text/sentences.ts';
import { text } from '../text/text.ts';
import { useDesk } from './desk.ts';
import { closeToast, toast } from './ui-store.ts';

/** Sends a command; a refusal becomes a sentence at the edge. True where it was carried out. */
export async function submit(command: Command, done?: { readonly text: string; readonly undo?: boolean }): Promise<boolean> {
  const before = newestStep();
  const result = await bridge.call('command/submit', command);
  if (!result.ok) {
    toast(refusalText(result.error), { tone: 'late' });
    return false;
  }
  if (done === undefined) return true;
  // What changed nothing is no step: there is nothing of its own to take back.
  const step = newestStep();
  toast(done.text, { undo: done.undo === true && step !== before ? step : null });
  return true;
}

const newestStep = (): number | null => useDesk.getState().undoable?.step ?? null;

/** Takes the last whole step back (Ctrl+Z). */
export async function undo(toastId?: number): Promise<void> {
  if (toastId !== undefined) closeToast(toastId);
  const result = await bridge.call('command/undo', null);
  toast(result.ok ? text('undo.done') : refusalText(result.error), { tone: result.ok ? 'plain' : 'late' });
}

/** One more window on the same desk. */
export function newWindow(): void {
  void bridge.call('window/new', null);
}
