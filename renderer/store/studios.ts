import { create } from 'zustand';
import type { Calls } from '../../core/bridge/contract.ts';
import type { StudioEntry } from '../../core/bridge/studios.ts';
import { bridge } from '../bridge.ts';
import { text } from '../text/text.ts';
import { toast } from './ui-store.ts';

type Answer = Awaited<Calls['studios/open']['gives']>;

/** The studios of this computer, and which one is open. Null until they were asked for. */
export const useStudios = create<{
  readonly studios: readonly StudioEntry[] | null;
  readonly open: string | null;
}>()(() => ({ studios: null, open: null }));

export async function readStudios(): Promise<void> {
  useStudios.setState(await bridge.call('studios/list', null));
}

/** The sentence of a refusal; null if there is none. */
function sentenceOf(answer: Answer): string | null {
  if (answer.ok) return null;
  const { reason, ...values } = answer.error;
  return text(`studio-refusal.${reason}`, values as Record<string, string | number>);
}

/** Opens a studio. The main process then loads the page anew, with the screen that was open there. */
export async function openStudio(id: string): Promise<void> {
  const refusal = sentenceOf(await bridge.call('studios/open', { id }));
  if (refusal !== null) toast(refusal, { tone: 'late' });
}

/** Makes a studio and opens it. `operator`: who begins with it, if they said so. Returns why not, or null. */
export async function createStudio(
  kind: StudioEntry['kind'],
  name: string,
  operator: string | null = null,
): Promise<string | null> {
  return sentenceOf(await bridge.call('studios/create', { kind, name, operator }));
}

export async function removeStudio({ id, name }: StudioEntry): Promise<void> {
  const refusal = sentenceOf(await bridge.call('studios/remove', { id }));
  if (refusal === null) toast(text('studio.removed', { name }));
  else toast(refusal, { tone: 'late' });
  await readStudios();
}
