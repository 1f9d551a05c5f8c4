import { useEffect, useState } from 'react';
import { Button } from '../../components/buttons.tsx';
import { Banner, Card } from '../../components/surfaces.tsx';
import {
  chooseBackupFolder,
  makeBackup,
  readBackups,
  sizeText,
  troubleText,
  useBackups,
  goBackToOwnFolder,
  when,
} from '../../store/backups.ts';
import { openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';

/** The backups of the open studio: the last one, their size, where they lie. */
export function BackupsCard() {
  const state = useBackups((known) => known.state);
  const [busy, setBusy] = useState(false);
  useEffect(() => void readBackups(), []);

  async function make(): Promise<void> {
    setBusy(true);
    await makeBackup();
    setBusy(false);
  }

  const last = state?.entries[0];
  const bytes = state?.entries.reduce((sum, entry) => sum + entry.bytes, 0) ?? 0;
  return (
    <Card title={text('backups.title')}>
      <div className="card-body stack">
        <p>{text('backups.text')}</p>
        {state?.writes === false && <Banner tone="wait">{text('backups.reading')}</Banner>}
        {state?.missing === true && (
          <Banner tone="soon">{text('backups.missing', { folder: state.chosen ?? '' })}</Banner>
        )}
        {state != null && state.trouble !== null && (
          <Banner tone="soon" title={text('backups.trouble')}>
            {troubleText(state.trouble)}
          </Banner>
        )}
        <dl className="facts">
          <dt>{text('backups.last')}</dt>
          <dd>
            {last === undefined
              ? text(state === null ? 'backups.working' : 'backups.none')
              : text('backups.last-at', when(last.at))}
          </dd>
          {last !== undefined && (
            <>
              <dt>{text('backups.all')}</dt>
              <dd>
                {text('backups.all-size', { count: state?.entries.length ?? 0, size: sizeText(bytes) })}
              </dd>
            </>
          )}
          <dt>{text('backups.folder')}</dt>
          <dd className="path">{state?.folder}</dd>
        </dl>
        <div className="row row-wrap">
          <Button
            kind={last === undefined ? 'plain' : 'primary'}
            isDisabled={last === undefined}
            onPress={() => openDialog({ kind: 'backups' })}
          >
            {text('backups.open')}
          </Button>
          <Button isDisabled={busy || state?.writes !== true} onPress={() => void make()}>
            {text(busy ? 'backups.working' : 'backups.make')}
          </Button>
          <Button isDisabled={state?.writes !== true} onPress={() => void chooseBackupFolder()}>
            {text('backups.choose')}
          </Button>
          {state?.chosen != null && (
            <Button isDisabled={!state.writes} onPress={() => void goBackToOwnFolder()}>
              {text('backups.own-folder')}
            </Button>
          )}
        </div>
      </div>
    </Card>
  );
}
