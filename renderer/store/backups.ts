import { create } from 'zustand';
import type { BackupPreview, BackupRefusal, BackupsState, ErasureReport } from '../../core/bridge/backups.ts';
import type { Refusal } from '../../core/desk/command.ts';
import { romeDay } from '../../core/kernel/day.ts';
import type { BadInput } from '../../core/kernel/parse.ts';
import { bridge } from '../bridge.ts';
import { clockTime, dayText, megabytes } from '../text/format.ts';
import { refusalText } from '../text/sentences.ts';
import { text } from '../text/text.ts';
import { useDesk } from './desk.ts';
import { toast } from './ui-store.ts';

/** The backups of the open studio. Null until they were asked for. */
export const useBackups = create<{ readonly state: BackupsState | null }>()(() => ({ state: null }));

export async function readBackups(): Promise<void> {
  useBackups.setState({ state: await bridge.call('backups/list', null) });
}

export const when = (at: number): { readonly day: string; readonly time: string } => ({
  day: dayText(romeDay(at)),
  time: clockTime(at),
});

export const sizeText = (bytes: number): string =>
  bytes < 100_000 ? `${Math.max(1, Math.round(bytes / 1024))} kB` : `${megabytes(bytes)} MB`;

const sentences = {
  'not-sound': 'backup-refusal.not-sound',
  'folder-never-calm': 'backup-refusal.studio-busy',
  'no-studio-file': 'backup-refusal.damaged',
  'damaged-studio-file': 'backup-refusal.damaged',
  foreign: 'backup-refusal.other-studio',
  ENOSPC: 'backup-refusal.full',
} as const;

/** Why a backup failed, in words. */
export const troubleText = (code: string): string => {
  const known = Object.entries(sentences).find(([one]) => one === code)?.[1];
  return known === undefined ? text('backup-refusal.backup-failed', { code }) : text(known);
};

function backupRefusalText(refusal: BackupRefusal | BadInput | Refusal): string {
  switch (refusal.reason) {
    case 'backup-failed':
      return troubleText(refusal.code);
    case 'unknown-backup':
    case 'studio-busy':
    case 'newer-studio-file':
      return text(`backup-refusal.${refusal.reason}`);
    default:
      return refusalText(refusal);
  }
}

export async function makeBackup(): Promise<void> {
  const made = await bridge.call('backups/make', null);
  toast(made.ok ? text('backups.made') : backupRefusalText(made.error), { tone: made.ok ? 'plain' : 'late' });
  await readBackups();
}

export async function chooseBackupFolder(): Promise<void> {
  const chosen = await bridge.call('backups/choose', null);
  if (!chosen.ok) toast(backupRefusalText(chosen.error), { tone: 'late' });
  else if (chosen.value !== null) toast(text('backups.chosen', { folder: chosen.value.folder }));
  await readBackups();
}

export async function goBackToOwnFolder(): Promise<void> {
  const done = await bridge.call('backups/own-folder', null);
  if (!done.ok) toast(backupRefusalText(done.error), { tone: 'late' });
  await readBackups();
}

/** What a backup holds, and what it would change. Null if it cannot be read: the person was told why. */
export async function previewBackup(name: string): Promise<BackupPreview | null> {
  const preview = await bridge.call('backups/preview', { name });
  if (preview.ok) return preview.value;
  toast(backupRefusalText(preview.error), { tone: 'late' });
  return null;
}

/** Brings a backup back. Returns true if it did. */
export async function restoreBackup(name: string, at: number): Promise<boolean> {
  const done = await bridge.call('backups/restore', { name });
  if (done.ok)
    toast(done.value.changes === 0 ? text('backups.same') : text('backups.restored', when(at)), {
      undo: done.value.changes === 0 ? null : (useDesk.getState().undoable?.step ?? null),
    });
  else toast(backupRefusalText(done.error), { tone: 'late' });
  await readBackups();
  return done.ok;
}

/** What became of an erased person's name in older files, in sentences. */
const erasureSentences = ({ rewritten, removed, unreachable, files }: ErasureReport): readonly string[] => [
  ...(rewritten === 0 ? [] : [text('erasure.rewritten', { count: rewritten })]),
  ...(removed.length === 0 ? [] : [text('erasure.removed', { files: removed.join(', ') })]),
  ...unreachable.map(({ folder, copies }) => text('erasure.unreachable', { count: copies, folder })),
  ...(files.length === 0 ? [] : [text('erasure.files', { files: files.join(', ') })]),
];

/** Takes whoever was erased out of older files, and tells what was done and what is left. */
export async function eraseFromBackups(): Promise<void> {
  const report = await bridge.call('backups/erase', null);
  const left = report.unreachable.length > 0 || report.files.length > 0;
  const shared = useDesk.getState().state.workspace.sharedStudio.has('studio');
  const said = [...erasureSentences(report), ...(shared ? [text('erasure.server')] : [])];
  if (said.length > 0) toast([text('erase.done'), ...said].join(' '), { tone: left ? 'late' : 'plain' });
}

export async function saveDiagnostics(): Promise<void> {
  const saved = await bridge.call('diagnostics/save', null);
  if (!saved.ok)
    toast(troubleText(saved.error.reason === 'not-written' ? saved.error.code : saved.error.reason), {
      tone: 'late',
    });
  else if (saved.value !== null)
    toast(text('diagnostics.saved', { path: saved.value.path }), { file: saved.value.path });
}
