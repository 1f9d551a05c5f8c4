import { create } from 'zustand';
import type { Calls } from '../../core/bridge/contract.ts';
import type { BadInput } from '../../core/kernel/parse.ts';
import type {
  CopyCommand,
  SignInCall,
  StudioEntry,
  StudioProblem,
  StudioRefusal,
  StudioWork,
} from '../../core/bridge/studios.ts';
import { bridge } from '../bridge.ts';
import { text } from '../text/text.ts';
import { base64 } from './save-file.ts';
import { toast } from './ui-store.ts';

type Answer = Awaited<Calls['studios/open' | 'studios/export']['gives']>;

/** The studios of this computer, and which one is open. Null until they were asked for. */
export const useStudios = create<{
  readonly studios: readonly StudioEntry[] | null;
  readonly open: string | null;
  /** Why the studio of the start did not open. */
  readonly problem: StudioProblem | null;
}>()(() => ({ studios: null, open: null, problem: null }));

export async function readStudios(): Promise<void> {
  useStudios.setState(await bridge.call('studios/list', null));
}

/** The sentence of a refusal. */
export function refusalText({ reason, ...values }: StudioRefusal | BadInput): string {
  return text(`studio-refusal.${reason}`, values as Record<string, string | number>);
}

/** The sentence of an answer; null if it is no refusal. What the person stopped is only said in passing. */
function sentenceOf(answer: Answer): string | null {
  if (answer.ok) return null;
  if (answer.error.reason !== 'stopped') return refusalText(answer.error);
  toast(refusalText(answer.error));
  return null;
}

/** The work on a studio's file, as the main process does it. Null if there is none. */
export const useStudioWork = create<{ readonly work: StudioWork | null }>()(() => ({ work: null }));

/** The interval at which the page asks how far the work is. */
const lookMs = 200;

/** Waits for a call, and shows meanwhile how far its work is. */
async function watching<T>(call: Promise<T>): Promise<T> {
  const timer = setInterval(() => {
    void bridge.call('studios/progress', null).then((work) => useStudioWork.setState({ work }));
  }, lookMs);
  try {
    return await call;
  } finally {
    clearInterval(timer);
    useStudioWork.setState({ work: null });
  }
}

/** Stops reading or packing the file of a studio. Everything is as before. */
export function stopStudioWork(): void {
  void bridge.call('studios/stop', null);
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

/** Opens a studio that takes over what these commands bring. */
export async function copyToStudio(to: string, commands: readonly CopyCommand[]): Promise<void> {
  const refusal = sentenceOf(await bridge.call('studios/copy', { to, commands }));
  if (refusal !== null) toast(refusal, { tone: 'late' });
}

/** Makes a studio from a file that another computer, or this one, saved. Returns why not, or null. */
export async function importStudio(file: File, passphrase: string): Promise<string | null> {
  return sentenceOf(await sendStudioFile(file, passphrase));
}

/** The same with a file that may be under a passphrase. Returns true if the passphrase is needed. */
export async function takeStudioFile(file: File): Promise<boolean> {
  const answer = await sendStudioFile(file, null);
  if (answer.ok) return false;
  if (answer.error.reason === 'passphrase-needed') return true;
  const refusal = sentenceOf(answer);
  if (refusal !== null) toast(refusal, { tone: 'late' });
  return false;
}

async function sendStudioFile(file: File, passphrase: string | null) {
  const content = base64(new Uint8Array(await file.arrayBuffer()));
  return watching(bridge.call('studios/import', { content, passphrase }));
}

/** Chooses where the vendor is, or only checks an address. Returns the address, or the sentence why not. */
export async function chooseBackend(
  address: string | null,
  confirmed: boolean,
): Promise<{ readonly address: string | null } | string> {
  const answer = await bridge.call('studios/backend', { address, confirmed });
  return answer.ok ? answer.value : refusalText(answer.error);
}

/** Why a studio was not joined: `reason` says what else the form must ask for. */
export interface NotJoined {
  readonly reason: string;
  readonly sentence: string;
}

const notJoined = (refusal: StudioRefusal): NotJoined => ({
  reason: refusal.reason,
  sentence: refusalText(refusal),
});

/** Joins a shared studio and opens it. Returns why not, or null. */
export async function joinStudio(link: string, signIn: SignInCall | null): Promise<NotJoined | null> {
  const answer = await bridge.call('studios/join', { link, signIn });
  return answer.ok ? null : notJoined(answer.error as StudioRefusal);
}

/** Shares the open studio from this computer. Returns why not, or null: the page is then loaded anew. */
export async function shareStudio(name: string): Promise<string | null> {
  return sentenceOf(await bridge.call('studios/share', { name }));
}

/** Joins the open studio's server again. Returns why not, or null. */
export async function rejoinStudio(link: string, signIn: SignInCall | null): Promise<NotJoined | null> {
  const answer = await bridge.call('shared/rejoin', { link, signIn });
  return answer.ok ? null : notJoined(answer.error as StudioRefusal);
}

/** Tells where the copy of a studio is, or why there is none. Null: the person gave up. */
function told(answer: Awaited<Calls['studios/export']['gives']>, done: (path: string) => string): void {
  const refusal = sentenceOf(answer);
  if (refusal !== null) toast(refusal, { tone: 'late' });
  else if (answer.ok && answer.value !== null) toast(done(answer.value.path), { file: answer.value.path });
}

export async function exportStudio({ id }: StudioEntry, passphrase: string | null): Promise<void> {
  told(await watching(bridge.call('studios/export', { id, passphrase })), (path) =>
    text(passphrase === null ? 'studio.exported' : 'studio.exported-locked', { path }),
  );
}

export async function removeStudio({ id, name }: StudioEntry): Promise<void> {
  told(await watching(bridge.call('studios/remove', { id })), (path) =>
    text('studio.removed', { name, path }),
  );
  await readStudios();
}
