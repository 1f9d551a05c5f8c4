import type { Command, Refusal } from '../../core/desk/command.ts';
import { bridge } from '../bridge.ts';
import { refusalText } from '../text/sentences.ts';
import { text } from '../text/text.ts';
import { useDesk } from './desk.ts';
import { closeToast, toast } from './ui-store.ts';

interface Done {
  readonly text: string;
  readonly undo?: boolean;
}

/** Sends a command; a refusal becomes a sentence at the edge. True where it was carried out. */
export async function submit(command: Command, done?: Done): Promise<boolean> {
  const refusal = await carryOut(command, done);
  if (refusal !== null) toast(refusalText(refusal), { tone: 'late' });
  return refusal === null;
}

/** Sends a command whose refusal belongs beside the field that it is about; null where it was carried out. */
export async function ask(command: Command, done: Done): Promise<string | null> {
  const refusal = await carryOut(command, done);
  return refusal === null ? null : refusalText(refusal);
}

/** Sends a command whose refusal the screen shows in its own way; null where it was carried out. */
export const attempt = (command: Command): Promise<Refusal | null> => carryOut(command, undefined);

async function carryOut(command: Command, done: Done | undefined): Promise<Refusal | null> {
  const before = newestStep();
  const result = await bridge.call('command/submit', command);
  if (!result.ok) return result.error;
  // What changed nothing is no step: there is nothing of its own to take back.
  const step = newestStep();
  if (done !== undefined) toast(done.text, { undo: done.undo === true && step !== before ? step : null });
  return null;
}

const newestStep = (): number | null => useDesk.getState().undoable?.step ?? null;

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

/** One more window on the same desk. */
export function newWindow(): void {
  void bridge.call('window/new', null);
}
