// The calls about the studios themselves: list, open, make, copy, save as a file, open a file, take off the
// list (rule J1).
import type { StudioProblem, StudioRefusal } from '../../core/bridge/studios.ts';
import { romeDay } from '../../core/kernel/day.ts';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import { codeOf } from '../adapters/envelope.ts';
import type { SaveFile } from '../adapters/files.ts';
import type { Handlers, StudioApplication, StudioCall } from '../application.ts';
import { readBackendAddress, type BackendAddresses } from './backend-addresses.ts';
import { readVendor } from '../studio-server/vendor-files.ts';
import type { joinStudio } from './join-studio.ts';
import type { FolderHold } from './folder-hold.ts';
import type { ReadStudioBytes } from './read-in-thread.ts';
import type { shareStudio } from './share-studio.ts';
import { studioFileName, type PackStudio } from './studio-file.ts';
import { createStudioWorks } from './studio-work.ts';
import type { Studios } from './studios.ts';

export interface StudioCallPorts {
  readonly studios: Studios;
  readonly backends: BackendAddresses;
  readonly now: () => number;
  /** Who has the data folder: while another computer writes, no studio is made or removed (rule J6). */
  readonly hold: Pick<FolderHold, 'other'>;
  readonly saveFile: SaveFile;
  readonly readStudio: ReadStudioBytes;
  readonly packStudio: PackStudio;
  /** Uses up the invitation of a link. */
  readonly join: (wish: Parameters<typeof joinStudio>[0]) => ReturnType<typeof joinStudio>;
  /** Puts a studio on the server of this computer, and makes its first desk. */
  readonly share: (wish: Parameters<typeof shareStudio>[0]) => ReturnType<typeof shareStudio>;
  /** The system user who runs the program: the account of who shares a studio. */
  readonly user: string;
  /** Called with the path of a studio that was saved: an erasure looks at it later. */
  readonly saved: (id: string, path: string) => void;
}

/** Opens a studio. `begin`: what is done in it before a window shows it. */
export type OpenStudio = (
  id: string,
  begin?: (application: StudioApplication) => Promise<void>,
) => Promise<Result<null, StudioRefusal>>;

export function studioCalls({
  ports: {
    studios,
    backends,
    now,
    hold,
    saveFile,
    readStudio,
    packStudio,
    join,
    share,
    user,
    saved: remember,
  },
  openId,
  application,
  reopen,
  problem,
  openStudio,
  openAgain,
  inTurn,
}: {
  readonly ports: StudioCallPorts;
  /** The id of the studio that is open; null if none is. */
  readonly openId: () => string | null;
  /** The desk of the studio that is open; null if none is. */
  readonly application: () => StudioApplication | null;
  /** Opens the studio that is open once more: it has become another kind of desk. */
  readonly reopen: (begin: (anew: StudioApplication) => void) => Promise<void>;
  /** Why the studio of the start did not open; null if it did. */
  readonly problem: () => StudioProblem | null;
  readonly openStudio: OpenStudio;
  /** Opens the studio that is open anew. `before`: what is done between. */
  readonly openAgain: (
    before: (desk: StudioApplication) => Promise<void>,
  ) => Promise<Result<null, StudioRefusal>>;
  /** Runs work after everything that was asked for before. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}): Handlers<StudioCall> {
  const works = createStudioWorks();

  /** Saves a studio as one file, under a path that the person chooses. */
  async function saveCopy(
    id: string,
    passphrase: string | null,
  ): Promise<Result<{ readonly path: string } | null, StudioRefusal>> {
    const studio = studios.list().find((known) => known.id === id);
    if (studio === undefined) return err({ reason: 'unknown-studio' });
    try {
      const wish = { folder: studios.folderOf(id), studio, passphrase };
      const packed = await works.watch('packing', (watched) => packStudio(wish, watched));
      if (!packed.ok)
        return err(
          packed.error.code === 'stopped'
            ? { reason: 'stopped' }
            : { reason: 'not-written', code: packed.error.code },
        );
      const saved = await saveFile(
        studioFileName(studio.name, romeDay(now())),
        Buffer.from(packed.value).toString('base64'),
        'base64',
      );
      if (saved.ok) {
        if (saved.value !== null) remember(id, saved.value.path);
        return saved;
      }
      return err({
        reason: 'not-written',
        code: saved.error.reason === 'not-written' ? saved.error.code : '',
      });
    } catch (error) {
      return err({ reason: 'not-written', code: codeOf(error) });
    }
  }

  return {
    'studios/backend': async ({ address: asked, confirmed }) => {
      const id = openId();
      if (studios.list().find((known) => known.id === id)?.kind !== 'sample' || id === null)
        return err({ reason: 'no-vendor' });
      if (hold.other() !== null) return err({ reason: 'read-only' });
      const address = asked === null ? null : readBackendAddress(asked);
      if (address === undefined) return err({ reason: 'unsafe-address' });
      if (!confirmed || address === backends.of(id)) return ok({ address });
      const again = await openAgain(async (desk) => {
        // What the vendor before gave must not reach another one.
        await desk.handlers['access/sign-out'](null);
        backends.choose(id, address);
      });
      return again.ok ? ok({ address }) : again;
    },
    'studios/progress': () => works.now(),
    'studios/stop': () => {
      works.stop();
      return ok(null);
    },
    'studios/list': () => ({ studios: studios.list(), open: openId(), problem: problem() }),
    'studios/open': ({ id }) => openStudio(id),
    'studios/create': async ({ kind, name, operator }) => {
      if (hold.other() !== null) return err({ reason: 'read-only' });
      try {
        const created = studios.create(kind, name);
        if (!created.ok) return created;
        return await openStudio(created.value.id, async (desk) => {
          if (operator !== null) await desk.submit({ type: 'operator/name', name: operator });
        });
      } catch (error) {
        return err({ reason: 'studio-not-opened', code: codeOf(error) });
      }
    },
    'studios/copy': async ({ to, commands }) => {
      if (hold.other() !== null) return err({ reason: 'read-only' });
      const opened = await openStudio(to, async (desk) => {
        // A price list that is there already, or that starts on the day of another, stays as it is.
        for (const command of commands) await desk.submit(command);
      });
      return opened;
    },
    'studios/export': ({ id, passphrase }) => inTurn(() => saveCopy(id, passphrase)),
    'studios/import': async ({ content, passphrase }) => {
      if (hold.other() !== null) return err({ reason: 'read-only' });
      try {
        const installed = await works.watch('reading', async (watched) => {
          const read = await readStudio({ bytes: Buffer.from(content, 'base64'), passphrase }, watched);
          return read.ok ? studios.install(read.value, watched) : read;
        });
        return installed.ok ? await openStudio(installed.value.id) : installed;
      } catch (error) {
        return err({ reason: 'studio-not-opened', code: codeOf(error) });
      }
    },
    'studios/join': async (wish) => {
      if (hold.other() !== null) return err({ reason: 'read-only' });
      const joined = await join(wish);
      if (!joined.ok) return joined;
      try {
        const installed = await studios.install(joined.value.files);
        if (!installed.ok) return installed;
        return await openStudio(installed.value.id, async (application) =>
          application.joined(joined.value.token),
        );
      } catch (error) {
        return err({ reason: 'studio-not-opened', code: codeOf(error) });
      }
    },
    'studios/share': ({ name }) =>
      inTurn(async () => {
        if (hold.other() !== null) return err({ reason: 'read-only' });
        const studio = studios.list().find(({ id }) => id === openId());
        const desk = application();
        if (studio === undefined || desk === null) return err({ reason: 'unknown-studio' });
        const { rows, shared: already } = await desk.ask('rows', null);
        if (already) return err({ reason: 'already-shared' });
        const sample = studio.kind === 'sample';
        const inside = sample && backends.of(studio.id) === null;
        // Read after the rows: what the desk sends meanwhile is sent by the server again, under the same key.
        const vendor = inside ? readVendor(studios.folderOf(studio.id)) : null;
        if (sample && vendor === null) return err({ reason: 'sample-not-shared' });
        // No command comes in between: calls wait until this one is over.
        const shared = await share({ name: studio.name, rows, vendor, member: { account: user, name } });
        if (!shared.ok) return shared;
        const written = await desk.share(shared.value);
        if (!written.ok) return err({ reason: 'studio-not-opened', code: written.error.reason });
        await reopen((anew) => anew.joined(shared.value.token));
        return ok(null);
      }),
    'studios/remove': ({ id }) =>
      inTurn(async () => {
        if (hold.other() !== null) return err({ reason: 'read-only' });
        if (openId() === id) return err({ reason: 'studio-is-open' });
        const saved = await saveCopy(id, null);
        if (!saved.ok || saved.value === null) return saved;
        try {
          const removed = studios.remove(id, now());
          return removed.ok ? saved : removed;
        } catch (error) {
          return err({ reason: 'studio-not-opened', code: codeOf(error) });
        }
      }),
  };
}
