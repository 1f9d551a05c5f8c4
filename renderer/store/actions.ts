import type { Command, Refusal } from '../../core/desk/command.ts';
import type { Made } from '../../core/desk/made.ts';
import type { Undoable } from '../../core/desk/undo.ts';
import type { Result } from '../../core/kernel/result.ts';
import { bridge } from '../bridge.ts';
import { refusalText } from '../text/sentences.ts';
import { stepText } from '../text/step-words.ts';
import { text } from '../text/text.ts';
import { allShown, useDesk } from './desk.ts';
import { closeRefusals, closeToast, toast } from './ui-store.ts';

interface Done {
  readonly text: string;
  readonly undo?: boolean;
}

/** Sends a command. A refusal becomes a sentence at the edge. Returns true if it was carried out. */
export async function submit(command: Command, done?: Done): Promise<boolean> {
  return (await make(command, done)) !== null;
}

/** Sends a command like `submit`, and returns the ids of what it made, or null if it was refused. */
export async function make(command: Command, done?: Done): Promise<Made | null> {
  const result = await carryOut(command, done);
  if (result.ok) return result.value;
  toast(refusalText(result.error), { tone: 'late', refusal: true });
  return null;
}

/** Sends a command whose refusal belongs beside the field that it is about; null where it was carried out. */
export async function ask(command: Command, done: Done): Promise<string | null> {
  const result = await carryOut(command, done);
  return result.ok ? null : refusalText(result.error);
}

/** Sends a command whose refusal the screen shows in its own way; null where it was carried out. */
export async function attempt(command: Command): Promise<Refusal | null> {
  const result = await carryOut(command, undefined);
  return result.ok ? null : result.error;
}

/** Sent, and not yet answered and shown. */
const onItsWay = new Set<Command>();

/** Texts are compared only of commands of one type: a long list has megabytes. */
const isOnItsWay = (command: Command): boolean =>
  [...onItsWay].some(
    (other) => other.type === command.type && JSON.stringify(other) === JSON.stringify(command),
  );

/**
 * A key that is pressed twice, or a double click, is one wish. The second press sends nothing and never gets
 * an answer, so that what follows an answer (a message, a screen that opens) comes once.
 */
async function carryOut(command: Command, done: Done | undefined): Promise<Result<Made, Refusal>> {
  if (isOnItsWay(command)) return new Promise(() => undefined);
  onItsWay.add(command);
  try {
    return await sendAndShow(command, done);
  } finally {
    onItsWay.delete(command);
  }
}

async function sendAndShow(command: Command, done: Done | undefined): Promise<Result<Made, Refusal>> {
  const before = newestStep();
  const result = await bridge.call('command/submit', command);
  if (!result.ok) return result;
  // The answer to a long list comes before all its rows are read.
  await allShown();
  closeRefusals();
  // What changed nothing is no step: there is nothing of its own to take back.
  const step = newestStep();
  if (done !== undefined) toast(done.text, { undo: done.undo === true && step !== before ? step : null });
  return result;
}

const newestStep = (): number | null => useDesk.getState().undoable?.step ?? null;

/** Takes the last whole step back (Ctrl+Z). */
export async function undo(toastId?: number): Promise<void> {
  if (toastId !== undefined) closeToast(toastId);
  sayStep('undo.done', await bridge.call('command/undo', null));
}

/** Does what was taken back last once more (Ctrl+Y). */
export async function redo(): Promise<void> {
  sayStep('redo.done', await bridge.call('command/redo', null));
}

function sayStep(done: 'undo.done' | 'redo.done', result: Result<Undoable, Refusal>): void {
  if (result.ok) toast(text(done, { step: stepText(result.value) }));
  else toast(refusalText(result.error), { tone: 'late' });
}

/** One more window on the same desk. */
export function newWindow(): void {
  void bridge.call('window/new', null);
}
