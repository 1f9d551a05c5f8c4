// The application behind the windows when there are several studios: it passes calls on to the studio that is
// open, and opens another one.
import type { BrowserWindow } from 'electron';
import { callNames, type ChangedMessage } from '../../core/bridge/contract.ts';
import type { StudioEntry, StudioProblem, StudioRefusal } from '../../core/bridge/studios.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import { NewerData } from '../../core/persistence/documents.ts';
import type { Log } from '../../core/ports.ts';
import { callingWindow } from '../adapters/calling-window.ts';
import { codeOf } from '../adapters/envelope.ts';
import { isProgramCall, isStudioCall, type Application, type StudioApplication } from '../application.ts';
import type { FolderHold } from './folder-hold.ts';
import { studioCalls, type OpenStudio, type StudioCallPorts } from './studio-calls.ts';

export interface StudioPorts extends StudioCallPorts {
  /** Opens the desk of one studio. Rejects if its folder cannot be used. */
  readonly compose: (studio: StudioEntry, folder: string) => Promise<StudioApplication>;
  /** Loads the page of every window anew: it then shows the studio that is open. */
  readonly reload: () => void;
  readonly log: Log;
  /** Who has the data folder: this program, or another computer that writes (rule J6). */
  readonly hold: Pick<FolderHold, 'other' | 'onChanged'>;
}

/** The refusal of a studio that could not be opened. */
const notOpened = (error: unknown): StudioRefusal =>
  error instanceof NewerData
    ? { reason: 'newer-data', author: error.author ?? 'none' }
    : { reason: 'studio-not-opened', code: codeOf(error) };

interface Open {
  readonly id: string;
  readonly application: StudioApplication;
}

/**
 * Opens `first`, or no studio if it is null or cannot be opened: the page then asks which one.
 */
export async function openStudioApplication(
  { compose, reload, log, ...ports }: StudioPorts,
  first: string | null,
): Promise<Application> {
  const { studios, hold } = ports;
  const listeners = new Set<(message: ChangedMessage) => void>();
  let open: Open | null = null;
  /** The studio that each window shows, since its page took the picture; null while it asks which one. */
  const shownBy = new WeakMap<BrowserWindow, string | null>();
  /** Why the studio of the start did not open. */
  let problem: StudioProblem | null = null;
  /** Studios open one after the other: two desks on one folder must never be. */
  let busy: Promise<unknown> = Promise.resolve();

  /** `before`: how the studio that was open ends. */
  async function show(id: string, before: 'saved' | 'as-it-is' = 'saved'): Promise<StudioApplication> {
    const studio = studios.list().find((known) => known.id === id);
    if (studio === undefined) throw new Error('unknown-studio');
    const closes = open;
    open = null;
    await closes?.application.close(before);
    const application = await compose(studio, studios.folderOf(id));
    application.onChanged((message) => {
      if (open?.application === application) for (const listener of listeners) listener(message);
    });
    open = { id, application };
    problem = null;
    if (hold.other() === null) remember(id);
    log.info('studio.opened', { kind: studio.kind });
    return application;
  }

  /** Where the person was is only a help: a disk that takes nothing does not keep a studio closed. */
  function remember(id: string): void {
    try {
      studios.remember(id);
    } catch (error) {
      log.error('studio.not-remembered', { code: codeOf(error) });
    }
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = busy.then(work);
    busy = result.catch(() => undefined);
    return result;
  }

  const openStudio: OpenStudio = (id, begin = () => Promise.resolve()) =>
    inTurn(async () => {
      // A studio that is only read is opened anew: its writer may have written since.
      if (open?.id === id && hold.other() === null) return ok(null);
      if (!studios.list().some((studio) => studio.id === id)) return err({ reason: 'unknown-studio' });
      const before = open?.id;
      try {
        await begin(await show(id));
      } catch (error) {
        log.error('studio.not-opened', { code: codeOf(error) });
        const refusal = notOpened(error);
        // The studio that was closed for it comes back. If that fails too, the page asks which one.
        if (before !== undefined && open === null) {
          await show(before).catch(() => log.error('studio.not-back'));
          reload();
        }
        return err(refusal);
      }
      reload();
      return ok(null);
    });

  const openAgain = (
    before: (desk: StudioApplication) => Promise<void>,
  ): Promise<Result<null, StudioRefusal>> =>
    inTurn(async () => {
      if (open === null) return err({ reason: 'unknown-studio' });
      try {
        await before(open.application);
        await show(open.id);
      } catch (error) {
        log.error('studio.not-opened', { code: codeOf(error) });
        reload();
        return err(notOpened(error));
      }
      reload();
      return ok(null);
    });

  // The studio is opened anew from the disk: what the other computer wrote is there, and who may write. This
  // waits its turn, for the folder can change hands while a studio is just being opened.
  hold.onChanged(() => {
    void inTurn(async () => {
      try {
        // Somebody else may have written since: what is in memory here is not written over it.
        if (open !== null) await show(open.id, 'as-it-is');
      } catch (error) {
        log.error('studio.not-opened', { code: codeOf(error) });
      }
      reload();
    });
  });

  if (first !== null) {
    try {
      await inTurn(() => show(first));
    } catch (error) {
      // The page asks which studio to open, and says why this one is not.
      log.error('studio.not-opened', { code: codeOf(error) });
      problem = { id: first, refusal: notOpened(error) };
    }
  }

  const own = studioCalls({
    ports,
    openId: () => open?.id ?? null,
    application: () => open?.application ?? null,
    async reopen(begin) {
      if (open === null) return;
      begin(await show(open.id));
      reload();
    },
    problem: () => problem,
    openStudio,
    openAgain,
    inTurn,
  });

  /**
   * Asks the studio that is open. If another one has taken its place before it answered, the page that asked
   * is being loaded anew: it gets no answer.
   */
  async function askOf(application: StudioApplication, name: string, payload: unknown): Promise<unknown> {
    const handlers = application.handlers as Record<string, (payload: unknown) => unknown>;
    try {
      return await handlers[name]?.(payload);
    } catch (error) {
      if (open?.application === application) throw error;
      return new Promise(() => undefined);
    }
  }

  /** Whether the page that asks shows the open studio. A page that asks for the picture will show it. */
  function showsOpen(name: string): boolean {
    const [window, id] = [callingWindow(), open?.id ?? null];
    if (window === undefined) return true;
    if (name === 'app/snapshot') shownBy.set(window, id);
    return !shownBy.has(window) || shownBy.get(window) === id;
  }

  const passedOn = Object.fromEntries(
    callNames
      .filter((name) => !isProgramCall(name) && !isStudioCall(name))
      .map((name) => [
        name,
        async (payload: unknown) => {
          await busy;
          // Another studio was opened meanwhile. What the page asks was meant for the one that it shows. It
          // gets no answer, because it is being loaded anew.
          if (!showsOpen(name)) return new Promise(() => undefined);
          // Without a studio there is no picture, and the page asks which studio to open.
          if (open === null && name === 'app/snapshot') return null;
          // Nor is there a place to keep where the person was.
          if (open === null && name === 'window/keep') return ok(null);
          if (open === null) throw new Error('no-studio');
          return askOf(open.application, name, payload);
        },
      ]),
  ) as unknown as StudioApplication['handlers'];

  return {
    handlers: { ...passedOn, ...own },
    onChanged(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    close: () => inTurn(async () => open?.application.close()),
  };
}
