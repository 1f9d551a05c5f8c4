// The main process's side of the desk: it starts the thread, passes calls on to it, and does for it what only
// the main process can do.
import { Worker } from 'node:worker_threads';
import type { AskAccount, Asked } from '../../core/account/account-ports.ts';
import type { AccountCall } from '../../core/account/calls.ts';
import { callNames, type ChangedMessage } from '../../core/bridge/contract.ts';
import type { Desktop } from '../../core/host/desktop.ts';
import { NewerData } from '../../core/persistence/documents.ts';
import type { ChosenFile, Fetch, HttpRequest, Log, NotificationAnswer } from '../../core/ports.ts';
import { withCode } from '../adapters/disk.ts';
import { codeOf } from '../adapters/envelope.ts';
import type { Vault } from '../adapters/secrets.ts';
import {
  isFilesCall,
  isProgramCall,
  isStudioCall,
  type DeskApplication,
  type CrossingHandlers,
  type DeskCall,
} from '../application.ts';
import type { ServerAt, ServerFetch } from '../adapters/server-fetch.ts';
import type { ServerHere } from '../studio-server/server-here.ts';
import type { FolderHold } from '../studios/folder-hold.ts';
import type { AskDesk, DeskLooks } from './questions.ts';
import { talkOver } from './talk.ts';
import type { Opened, ThreadData } from './thread-data.ts';

/** What the thread asks of the main process. */
export interface ThreadWorld {
  readonly log: Log;
  readonly vault: Vault;
  readonly desktop: Pick<Desktop, 'notify' | 'open'>;
  readonly choosePath: ChosenFile['choose'];
  readonly fetchOf: ServerFetch;
  readonly server: Pick<ServerHere, 'standing' | 'invite'>;
  readonly askAccount: AskAccount;
  readonly hold: Pick<FolderHold, 'mustHold' | 'onTrouble' | 'name'>;
  /** Called if the thread ends by itself: nothing can be decided any more. */
  readonly failed: (error: unknown) => void;
}

const deskCalls = callNames.filter(
  (name): name is DeskCall => !isProgramCall(name) && !isStudioCall(name) && !isFilesCall(name),
);

/** Opens a studio in a thread, whose built file is `file`. Rejects if the studio cannot be opened. */
export async function openInThread(
  file: URL,
  data: ThreadData,
  world: ThreadWorld,
): Promise<DeskApplication> {
  const thread = new Worker(file, { workerData: data });
  const listeners = new Set<(message: ChangedMessage) => void>();
  let looks: DeskLooks | undefined;
  let closing = false;
  let erasing: (words: readonly string[]) => void = () => undefined;

  const electron = ofElectron(world, (id, what) => talk.tell('heard', { id, what }));
  const talk = talkOver(thread, {
    answers: electron.answers,
    hears: {
      ...electron.hears,
      lost() {
        try {
          world.hold.mustHold();
        } catch {
          // The hold has told its listener: the studio is opened anew, for reading.
        }
      },
      erasing: (words: readonly string[]) => erasing(words),
      changed([message, next]: readonly [ChangedMessage, DeskLooks]) {
        looks = next;
        for (const listener of listeners) listener(message);
      },
    },
  });

  function ended(error: unknown): void {
    talk.end(error);
    if (closing) return;
    closing = true;
    if (looks !== undefined) world.failed(error);
  }
  thread.once('error', ended);
  thread.once('exit', () => ended(withCode('desk-thread-ended')));

  async function end(): Promise<void> {
    closing = true;
    await thread.terminate();
  }

  const opened = (await talk.ask('open', null)) as Opened<DeskLooks>;
  if (opened.kind !== 'open') {
    await end();
    throw opened.kind === 'newer' ? new NewerData(opened.author ?? undefined) : asThrown(opened);
  }
  looks = opened.looks;
  const known = { looks };
  world.hold.onTrouble((error) => talk.tell('trouble', codeOf(error)));
  return {
    handlers: Object.fromEntries(
      deskCalls.map((name) => [name, (payload: unknown) => talk.ask('call', { name, payload })]),
    ) as unknown as CrossingHandlers<DeskCall>,
    ask: ((name: string, about: unknown) => talk.ask('question', { name, about })) as AskDesk,
    looks: () => looks ?? known.looks,
    onChanged(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    share: (shared) => talk.ask('share', shared) as ReturnType<DeskApplication['share']>,
    submit: (command) => talk.ask('submit', command) as ReturnType<DeskApplication['submit']>,
    joined: (token) => talk.tell('joined', token),
    onErasing(listener) {
      erasing = listener;
    },
    async close(how) {
      try {
        await talk.ask('close', how);
      } finally {
        await end();
      }
    },
  };
}

/** The error as the thread threw it. Its code got lost between the threads. */
const asThrown = ({ code, error }: { readonly code: string; readonly error: unknown }): unknown =>
  error instanceof Error ? Object.assign(error, { code }) : withCode(code);

function ofElectron(
  { log, vault, desktop, choosePath, fetchOf, server, askAccount, hold }: ThreadWorld,
  heard: (id: number, what: NotificationAnswer) => void,
) {
  const asked = new Map<number, Asked>();
  const fetches = new Map<string, Fetch>();
  const answers = {
    'vault-available': () => vault.isAsyncEncryptionAvailable(),
    encrypt: (plain: string) => vault.encryptStringAsync(plain),
    decrypt: (bytes: Uint8Array) => vault.decryptStringAsync(Buffer.from(bytes)),
    'choose-path': (name: string) => choosePath(name),
    notify: ({ id, words }: { readonly id: number; readonly words: Parameters<Desktop['notify']>[0] }) =>
      desktop.notify(words, (what) => heard(id, what)),
    fetch({ at, request }: { readonly at: ServerAt; readonly request: HttpRequest }) {
      const name = `${at.address} ${at.fingerprint ?? ''}`;
      const fetch = fetches.get(name) ?? fetchOf(at);
      fetches.set(name, fetch);
      return fetch(request);
    },
    'server-standing': () => server.standing(),
    'server-invite': (wish: Parameters<ServerHere['invite']>[0]) => server.invite(wish),
    async account({ id, call }: { readonly id: number; readonly call: AccountCall }) {
      const one = askAccount(call);
      asked.set(id, one);
      try {
        return await one.answer;
      } finally {
        asked.delete(id);
      }
    },
  };
  const hears = {
    log: ([level, event, about]: readonly ['info' | 'error', string, Parameters<Log['info']>[1]]) =>
      log[level](event, about),
    show: (target: Parameters<Desktop['open']>[0]) => desktop.open(target),
    named: (operator: string) => hold.name(operator),
    'stop-account': (id: number) => asked.get(id)?.stop(),
  };
  return { answers, hears };
}
