import type { ErasureReport } from '../../core/bridge/backups.ts';
import type { Log } from '../../core/ports.ts';
import type { AskDesk } from '../desk-thread/questions.ts';
import { readBackupName } from './backup-name.ts';
import type { Backups } from './backups.ts';
import type { BackupSettings } from './backup-settings.ts';
import type { RunTask } from './backup-tasks.ts';

export interface Erasures {
  /** The words that name a person who is about to be erased: afterwards nobody knows them. */
  about(words: readonly string[]): void;
  /** Removes everybody who was erased from the older files of the studio. What it cannot reach is told. */
  run(): Promise<ErasureReport>;
}

/** Takes erased people out of backups, exports and files that were set aside. Ids alone are remembered. */
export function createErasures({
  studio,
  data,
  from,
  settings,
  backups,
  ask,
  run,
  log,
}: {
  readonly studio: string;
  /** The data folder, with all studios. */
  readonly data: string;
  readonly from: string;
  readonly settings: BackupSettings;
  readonly backups: Pick<Backups, 'places'>;
  readonly ask: AskDesk;
  readonly run: RunTask;
  readonly log: Log;
}): Erasures {
  const words = new Set<string>();

  return {
    about(named) {
      for (const word of named) words.add(word);
    },
    async run() {
      const ids = await ask('erased', null);
      const unreachable: { folder: string; copies: number }[] = [];
      const files: string[] = [];
      let rewritten = 0;
      if (ids.length === 0) return { rewritten, removed: [], unreachable, files };
      const looked = [...new Set([...words, ...ids])];
      for (const place of backups.places()) {
        const answer = await run('forget-in-backups', { studio, place, ids });
        if (answer.ok && answer.value !== null) {
          rewritten += answer.value.rewritten;
          files.push(...answer.value.failed.map(({ name }) => name));
          continue;
        }
        const copies = (settings.now().seen[place.folder] ?? []).filter(
          (name) => (readBackupName(name)?.erased ?? 0) < ids.length,
        ).length;
        if (copies > 0) unreachable.push({ folder: place.root, copies });
      }
      const saved = await run('forget-in-saved', {
        paths: settings.now().saved[studio] ?? [],
        ids,
        words: looked,
      });
      if (saved.ok) {
        rewritten += saved.value.rewritten;
        files.push(...saved.value.left);
      }
      const elsewhere = await run('find-in-removed', { data, words: looked });
      if (elsewhere.ok) files.push(...elsewhere.value);
      const aside = await run('forget-set-aside', { from, words: looked });
      const { removed, left } = aside.ok ? aside.value : { removed: [], left: [] };
      files.push(...left);
      log.info('erasure.done', { rewritten, unreachable: unreachable.length, files: files.length });
      return { rewritten, removed, unreachable, files };
    },
  };
}
