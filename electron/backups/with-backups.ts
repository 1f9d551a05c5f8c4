import { err, type Result } from '../../core/kernel/result.ts';
import type { SaveRefusal } from '../../core/bridge/refusals.ts';
import type { Log } from '../../core/ports.ts';
import type { DeskApplication, StudioApplication } from '../application.ts';
import type { SaveFile } from '../adapters/files.ts';
import type { PrintPdf } from '../adapters/print.ts';
import { rememberSaved, type BackupSettings } from './backup-settings.ts';
import type { Backups } from './backups.ts';
import type { Erasures } from './erasures.ts';

type Saved = Result<{ readonly path: string } | null, SaveRefusal | { readonly reason: 'no-pdf' }>;

/** The desk of a studio together with the calls about its files. */
export function withBackups(
  desk: DeskApplication,
  {
    studio,
    backups,
    erasures,
    diagnostics,
    settings,
    saveFile,
    printPdf,
    log,
    writes,
  }: {
    readonly studio: string;
    readonly backups: Backups;
    readonly erasures: Erasures;
    readonly diagnostics: StudioApplication['handlers']['diagnostics/save'];
    readonly settings: BackupSettings;
    readonly saveFile: SaveFile;
    readonly printPdf: PrintPdf;
    readonly log: Log;
    readonly writes: () => boolean;
  },
): StudioApplication {
  // A folder that was not reachable at an erasure may be back.
  if (writes()) void erasures.run();
  desk.onErasing((words) => erasures.about(words));

  /** A file that was saved may name people: an erasure looks at it later. */
  function remembered<S extends Saved>(saved: S): S {
    if (saved.ok && saved.value !== null) rememberSaved(settings, studio, saved.value.path, log);
    return saved;
  }

  const { handlers } = desk;
  return {
    onChanged: (listener) => desk.onChanged(listener),
    handlers: {
      ...handlers,
      'files/save': async ({ name, content, base64 }) =>
        remembered(await saveFile(name, content, base64 ? 'base64' : 'utf8')),
      'print/pdf': async ({ name, document }) => {
        const pdf = await printPdf(document);
        return pdf === null
          ? err({ reason: 'no-pdf' })
          : remembered(await saveFile(name, Buffer.from(pdf).toString('base64'), 'base64'));
      },
      'backups/list': () => backups.list(),
      'backups/make': () => backups.make('asked'),
      'backups/preview': ({ name }) => backups.preview(name),
      'backups/restore': ({ name }) => backups.restore(name, (command) => desk.submit(command)),
      'backups/choose': () => backups.choose(),
      'backups/own-folder': () => backups.ownFolder(),
      'backups/erase': () => erasures.run(),
      'diagnostics/save': diagnostics,
    },
    submit: (command) => desk.submit(command),
    joined: (token) => desk.joined(token),
    share: (shared) => desk.share(shared),
    ask: desk.ask,
    async close(how) {
      backups.close();
      await desk.close(how);
    },
  };
}
