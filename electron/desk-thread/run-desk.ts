import { setTimeout } from 'node:timers/promises';
import type { AccountPorts, Asked } from '../../core/account/account-ports.ts';
import type { AccountCall } from '../../core/account/calls.ts';
import { createSignInPace } from '../../core/account/sign-in-pace.ts';
import { textCall, type ChangedEvent, type ChangedMessage } from '../../core/bridge/contract.ts';
import type { Command } from '../../core/desk/command.ts';
import type { Desktop } from '../../core/host/desktop.ts';
import { NewerData } from '../../core/persistence/documents.ts';
import type { HttpAnswer, Log, NotificationAnswer } from '../../core/ports.ts';
import { chosenText } from '../adapters/chosen-text.ts';
import { withCode, type Disk } from '../adapters/disk.ts';
import { codeOf } from '../adapters/envelope.ts';
import { createKeyring } from '../adapters/keyring.ts';
import { openSecrets, type SecretsDocument, type Vault } from '../adapters/secrets.ts';
import { systemScheduler } from '../adapters/system.ts';
import type { ServerFetch } from '../adapters/server-fetch.ts';
import type { ComposedDesk, SharedDesk } from '../application.ts';
import { wordsOf } from '../backups/words-of.ts';
import { compose } from '../compose.ts';
import { copyFolder } from '../studios/copied-folder.ts';
import type { StudioFolder } from '../studios/studio-folder.ts';
import type { ServerOfDesk } from '../studios/shared-handlers.ts';
import { openVendor } from '../vendor-thread/open-vendor.ts';
import { answerText } from './answer-text.ts';
import { looksOf, questions, type DeskLooks, type Question } from './questions.ts';
import { talkOver, type Port, type Talk } from './talk.ts';
import type { Opened, ThreadData } from './thread-data.ts';
import { threadFolder } from './thread-folder.ts';

/** At the end a secret that is being encrypted gets this long: the system may be asking the person. */
const secretsMs = 1000;

/**
 * Runs a desk at one end of a port, whose other end is openInThread. `vendorFile`: the built file that runs
 * the vendor of a sample in a thread of its own.
 */
export function runDesk(data: ThreadData, port: Port, disk: Disk, vendorFile: URL): void {
  let desk: ComposedDesk | undefined;
  let secretsSaved = (): Promise<void> => Promise.resolve();
  let troubled: (error: unknown) => void = () => undefined;
  const shown: Shown = new Map();
  const opened = (): ComposedDesk => {
    if (desk === undefined) throw new Error('desk-not-open');
    return desk;
  };
  /** Afterwards nobody knows the name of an erased person, and an erasure looks for it in older files. */
  function submit(command: Command) {
    if (command.type === 'person/erase') {
      const person = opened().state().workspace.people.get(command.personId);
      talk.tell('erasing', wordsOf(person, command.personId));
    }
    return opened().handlers[textCall](command);
  }

  const talk = talkOver(port, {
    answers: {
      async open(): Promise<Opened<DeskLooks>> {
        try {
          const secrets = await openSecrets({
            vault,
            store: folder().store<SecretsDocument>('secrets'),
            log,
          });
          secretsSaved = () => secrets.saved();
          desk = await compose({ ...world, ...folder(), secrets });
          desk.onChanged((event) => talk.tell('changed', [messageOf(event), looksOf(opened().state())]));
          return { kind: 'open', looks: looksOf(desk.state()) };
        } catch (error) {
          if (error instanceof NewerData) return { kind: 'newer', author: error.author ?? null };
          return { kind: 'failed', code: codeOf(error), error };
        }
      },
      call: ({ name, payload }: { readonly name: string; readonly payload: unknown }) =>
        name === textCall
          ? answerText(payload as string, submit, log)
          : (opened().handlers as unknown as Record<string, (payload: unknown) => unknown>)[name]?.(payload),
      submit: (command: Command) => submit(command),
      share: (shared: SharedDesk) => opened().share(shared),
      question: ({ name, about }: { readonly name: Question; readonly about: never }) =>
        questions[name](opened().state(), about),
      async close(how: 'saved' | 'as-it-is' | undefined) {
        await desk?.close(how);
        await Promise.race([secretsSaved(), setTimeout(secretsMs, undefined, { ref: false })]);
      },
    },
    hears: {
      trouble: (code: string) => troubled(withCode(code)),
      joined: (token: string) => opened().joined(token),
      heard: ({ id, what }: { readonly id: number; readonly what: NotificationAnswer }) =>
        shown.get(id)?.(what),
    },
  });
  const { log, vault, desktop, account, fetchOf, server } = ofMain(talk, data, shown);

  const lost = (): void => talk.tell('lost', null);
  let files: StudioFolder | undefined;
  const folder = (): StudioFolder =>
    (files ??= data.writtenBy === null ? threadFolder(data, disk, lost) : copyFolder(data.place));

  const world = {
    ...data,
    log,
    fetchOf,
    server,
    desktop,
    vendor: () => openVendor(vendorFile, data, { log, lost }),
    account: (): AccountPorts => ({
      ...account,
      keyring: createKeyring({ vault, store: folder().store<SecretsDocument>('credentials'), log }),
    }),
    disk: {
      trouble: () => (data.denied === null ? null : withCode(data.denied)),
      onTrouble(listener: (error: unknown) => void) {
        troubled = listener;
      },
    },
    named: (operator: string) => talk.tell('named', operator),
  };
}

/** A page reads so many rows in a few milliseconds. */
const rowsAtOnce = 500;

/** A change as it crosses to the page. */
const messageOf = ({ changes, ...event }: ChangedEvent): ChangedMessage => ({
  ...event,
  rows: Array.from({ length: Math.ceil(changes.length / rowsAtOnce) }, (_, index) =>
    JSON.stringify(changes.slice(index * rowsAtOnce, (index + 1) * rowsAtOnce)),
  ),
});

/** Who is told what a person does with each notification. */
type Shown = Map<number, Parameters<Desktop['notify']>[1]>;

/** What only the main process can do: Electron's network, its vault, notifications and dialogs. */
function ofMain(talk: Talk, data: ThreadData, shown: Shown) {
  let last = 0;
  const log: Log = {
    info: (event, about) => talk.tell('log', ['info', event, about]),
    error: (event, about) => talk.tell('log', ['error', event, about]),
  };
  const { keyring } = data;
  const vault: Vault = {
    isAsyncEncryptionAvailable: () => talk.ask('vault-available', null) as Promise<boolean>,
    encryptStringAsync: async (plain) => Buffer.from((await talk.ask('encrypt', plain)) as Uint8Array),
    decryptStringAsync: (bytes) =>
      talk.ask('decrypt', new Uint8Array(bytes)) as ReturnType<Vault['decryptStringAsync']>,
    ...(keyring === null ? {} : { getSelectedStorageBackend: () => keyring }),
  };
  const desktop: Desktop = {
    notify(words, heard) {
      const id = (last += 1);
      shown.set(id, heard);
      return talk.ask('notify', { id, words }) as Promise<boolean>;
    },
    calendarFile: {
      ...chosenText,
      choose: (name) => talk.ask('choose-path', name) as Promise<string | null>,
    },
    open: (target) => talk.tell('show', target),
  };
  const elapsed = (): number => Number(process.hrtime.bigint()) / 1e6;
  const account = {
    ask(call: AccountCall): Asked {
      const id = (last += 1);
      return {
        answer: talk.ask('account', { id, call }) as Asked['answer'],
        stop: () => talk.tell('stop-account', id),
      };
    },
    pace: createSignInPace(elapsed, new Float64Array(data.pace)),
    elapsed,
    scheduler: systemScheduler,
    testAddress: data.testAccount,
  };
  const fetchOf: ServerFetch =
    ({ address, fingerprint }) =>
    (request) =>
      talk.ask('fetch', { at: { address, fingerprint }, request }) as Promise<HttpAnswer>;
  const server: ServerOfDesk = {
    standing: () => talk.ask('server-standing', null) as ReturnType<ServerOfDesk['standing']>,
    invite: (wish) => talk.ask('server-invite', wish) as ReturnType<ServerOfDesk['invite']>,
  };
  return { log, vault, desktop, account, fetchOf, server };
}
