// The application behind the windows when there are several studios: it passes calls on to the studio that is
// open, and opens another one.
import { callNames, type ChangedEvent } from '../../core/bridge/contract.ts';
import type { StudioEntry, StudioRefusal } from '../../core/bridge/studios.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import type { Log } from '../../core/ports.ts';
import {
  studioCalls,
  type Application,
  type Handlers,
  type StudioApplication,
  type StudioCall,
} from '../application.ts';
import type { FolderHold } from './folder-hold.ts';
import { packStudio, readStudioFile, studioFileName } from './studio-file.ts';
import type { Studios } from './studios.ts';
import type { SaveFile } from '../adapters/files.ts';
import { romeDay } from '../../core/kernel/day.ts';

export interface StudioPorts {
  readonly studios: Studios;
  /** Opens the desk of one studio. Rejects if its folder cannot be used. */
  readonly compose: (studio: StudioEntry, folder: string) => Promise<StudioApplication>;
  /** Loads the page of every window anew: it then shows the studio that is open. */
  readonly reload: () => void;
  readonly now: () => number;
  readonly log: Log;
  /** Who has the data folder: this program, or another computer that writes (rule J6). */
  readonly hold: Pick<FolderHold, 'other' | 'onChanged'>;
  readonly saveFile: SaveFile;
}

interface Open {
  readonly id: string;
  readonly application: StudioApplication;
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : 'unknown';

/**
 * Opens `first`, or no studio if it is null: the page then asks which one. Rejects if `first` cannot open.
 */
export async function openStudioApplication(
  { studios, compose, reload, now, log, hold, saveFile }: StudioPorts,
  first: string | null,
): Promise<Application> {
  const listeners = new Set<(event: ChangedEvent) => void>();
  let open: Open | null = null;
  /** Studios open one after the other: two desks on one folder must never be. */
  let busy: Promise<unknown> = Promise.resolve();

  async function show(id: string): Promise<StudioApplication> {
    const studio = studios.list().find((known) => known.id === id);
    if (studio === undefined) throw new Error('unknown-studio');
    await open?.application.close();
    open = null;
    const application = await compose(studio, studios.folderOf(id));
    application.onChanged((event) => {
      if (open?.application === application) for (const listener of listeners) listener(event);
    });
    open = { id, application };
    if (hold.other() === null) studios.remember(id);
    log.info('studio.opened', { kind: studio.kind });
    return application;
  }

  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = busy.then(work);
    busy = result.catch(() => undefined);
    return result;
  }

  /** `begin`: what is done in the studio before a window shows it. */
  const openStudio = (
    id: string,
    begin: (application: StudioApplication) => Promise<void> = () => Promise.resolve(),
  ): Promise<Result<null, StudioRefusal>> =>
    inTurn(async () => {
      // A studio that is only read is opened anew: its writer may have written since.
      if (open?.id === id && hold.other() === null) return ok(null);
      if (!studios.list().some((studio) => studio.id === id)) return err({ reason: 'unknown-studio' });
      try {
        await begin(await show(id));
      } catch (error) {
        log.error('studio.not-opened', { code: codeOf(error) });
        return err({ reason: 'studio-not-opened', code: codeOf(error) });
      }
      reload();
      return ok(null);
    });

  /** Saves a studio as one file, under a path that the person chooses. */
  async function saveCopy(id: string): Promise<Result<{ readonly path: string } | null, StudioRefusal>> {
    const studio = studios.list().find((known) => known.id === id);
    if (studio === undefined) return err({ reason: 'unknown-studio' });
    try {
      const bytes = packStudio(studios.folderOf(id), studio);
      const saved = await saveFile(
        studioFileName(studio.name, romeDay(now())),
        bytes.toString('base64'),
        'base64',
      );
      if (saved.ok) return saved;
      return err({
        reason: 'not-written',
        code: saved.error.reason === 'not-written' ? saved.error.code : '',
      });
    } catch (error) {
      return err({ reason: 'not-written', code: codeOf(error) });
    }
  }

  if (first !== null) await show(first);

  // The studio is opened anew from the disk: what the other computer wrote is there, and who may write.
  hold.onChanged(() => {
    const shown = open?.id;
    if (shown === undefined) reload();
    else
      void inTurn(async () => {
        try {
          await show(shown);
        } catch (error) {
          log.error('studio.not-opened', { code: codeOf(error) });
        }
        reload();
      });
  });

  const own: Handlers<StudioCall> = {
    'studios/list': () => ({ studios: studios.list(), open: open?.id ?? null }),
    'studios/open': ({ id }) => openStudio(id),
    'studios/create': async ({ kind, name, operator }) => {
      if (hold.other() !== null) return err({ reason: 'read-only' });
      try {
        const created = studios.create(kind, name);
        if (!created.ok) return created;
        return await openStudio(created.value.id, async ({ handlers }) => {
          if (operator !== null) await handlers['command/submit']({ type: 'operator/name', name: operator });
        });
      } catch (error) {
        return err({ reason: 'studio-not-opened', code: codeOf(error) });
      }
    },
    'studios/copy': async ({ to, commands }) => {
      if (hold.other() !== null) return err({ reason: 'read-only' });
      const opened = await openStudio(to, async ({ handlers }) => {
        // A price list that is there already, or that starts on the day of another, stays as it is.
        for (const command of commands) await handlers['command/submit'](command);
      });
      return opened;
    },
    'studios/export': ({ id }) => inTurn(() => saveCopy(id)),
    'studios/import': async ({ content }) => {
      if (hold.other() !== null) return err({ reason: 'read-only' });
      const read = readStudioFile(Buffer.from(content, 'base64'));
      if (!read.ok) return read;
      try {
        const installed = studios.install(read.value);
        return installed.ok ? await openStudio(installed.value.id) : installed;
      } catch (error) {
        return err({ reason: 'studio-not-opened', code: codeOf(error) });
      }
    },
    'studios/remove': ({ id }) =>
      inTurn(async () => {
        if (hold.other() !== null) return err({ reason: 'read-only' });
        if (open?.id === id) return err({ reason: 'studio-is-open' });
        const saved = await saveCopy(id);
        if (!saved.ok || saved.value === null) return saved;
        try {
          const removed = studios.remove(id, now());
          return removed.ok ? saved : removed;
        } catch (error) {
          return err({ reason: 'studio-not-opened', code: codeOf(error) });
        }
      }),
  };

  const passedOn = Object.fromEntries(
    callNames
      .filter((name) => name !== 'window/new' && !studioCalls.some((call) => call === name))
      .map((name) => [
        name,
        async (payload: unknown) => {
          await busy;
          // Without a studio there is no picture, and the page asks which studio to open.
          if (open === null && name === 'app/snapshot') return null;
          if (open === null) throw new Error('no-studio');
          return (open.application.handlers as Record<string, (payload: unknown) => unknown>)[name]?.(
            payload,
          );
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
