import { useEffect, useState } from 'react';
import type { BackupEntry, BackupPreview } from '../../../core/bridge/backups.ts';
import { Button } from '../../components/buttons.tsx';
import { Modal } from '../../components/modal.tsx';
import {
  previewBackup,
  readBackups,
  restoreBackup,
  sizeText,
  useBackups,
  when,
} from '../../store/backups.ts';
import { countText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { changingEffects, PreviewTables } from './preview-tables.tsx';

/** The backups in a list; then one of them, with what a restore would do. */
export function BackupsDialog({ onClose }: { readonly onClose: () => void }) {
  const state = useBackups((known) => known.state);
  const [seen, setSeen] = useState<{ readonly entry: BackupEntry; readonly preview: BackupPreview } | null>(
    null,
  );
  const [busy, setBusy] = useState<string | null>(null);
  useEffect(() => void readBackups(), []);

  async function see(entry: BackupEntry): Promise<void> {
    setBusy(entry.name);
    const preview = await previewBackup(entry.name);
    setBusy(null);
    if (preview !== null) setSeen({ entry, preview });
  }

  async function restore(entry: BackupEntry): Promise<void> {
    setBusy(entry.name);
    const done = await restoreBackup(entry.name, entry.at);
    setBusy(null);
    if (done) onClose();
  }

  if (seen !== null) {
    const { entry, preview } = seen;
    const { day, time } = when(entry.at);
    return (
      <Modal large title={text('backups.preview-title', { day, time })} onClose={onClose}>
        <PreviewTables preview={preview} />
        <div className="dialog-actions">
          <Button onPress={() => setSeen(null)}>{text('backups.back-to-list')}</Button>
          <Button
            kind="primary"
            autoFocus
            isDisabled={busy !== null || changingEffects(preview).length === 0 || state?.writes !== true}
            onPress={() => void restore(entry)}
          >
            {text(busy === null ? 'backups.restore' : 'backups.working')}
          </Button>
        </div>
      </Modal>
    );
  }
  return (
    <Modal large title={text('backups.list-title')} onClose={onClose}>
      <p className="muted">{text('backups.list-text')}</p>
      <div className="backup-list">
        <table className="table dense" aria-label={text('backups.list-title')}>
          <thead>
            <tr>
              <th scope="col">{text('backups.when')}</th>
              <th scope="col">{text('backups.why')}</th>
              <th scope="col" className="num">
                {text('backups.number')}
              </th>
              <th scope="col" className="num">
                {text('backups.size')}
              </th>
              <td />
            </tr>
          </thead>
          <tbody>
            {state?.entries.map((entry) => (
              <tr key={entry.name}>
                <td>{text('backups.last-at', when(entry.at))}</td>
                <td>{text(`backups.why-${entry.why}`)}</td>
                <td className="num">{countText(entry.number)}</td>
                <td className="num">{sizeText(entry.bytes)}</td>
                <td className="actions">
                  <Button
                    aria-label={text('backups.see-name', when(entry.at))}
                    isDisabled={busy !== null}
                    onPress={() => void see(entry)}
                  >
                    {text(busy === entry.name ? 'backups.working' : 'backups.see')}
                  </Button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="dialog-actions">
        <Button onPress={onClose}>{text('shell.close')}</Button>
      </div>
    </Modal>
  );
}
