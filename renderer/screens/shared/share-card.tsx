import { useEffect, useState } from 'react';
import type { ServerState } from '../../../core/bridge/shared.ts';
import type { SharedStudio } from '../../../core/desk/rows/shared-rows.ts';
import { bridge } from '../../bridge.ts';
import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { Members } from './members.tsx';
import { OwnPassword } from './own-password.tsx';
import { useSharedStudio } from './shared-badge.tsx';

/** Shares the studio that is open, or shows with whom it is shared. */
export function ShareCard() {
  const elsewhere = useDesk((desk) => desk.simulated && desk.backendAddress !== null);
  const studio = useSharedStudio();
  return (
    <Card title={text('members.title')}>
      <div className="card-body stack">
        {studio === undefined ? <NotShared elsewhere={elsewhere} /> : <IsShared studio={studio} />}
      </div>
    </Card>
  );
}

/** `elsewhere`: a sample whose vendor is no part of this program. */
function NotShared({ elsewhere }: { readonly elsewhere: boolean }) {
  const reads = useDesk((desk) => desk.writtenBy !== null);
  return (
    <>
      <p>{text('members.none')}</p>
      {elsewhere ? (
        <p className="muted">{text('members.sample')}</p>
      ) : (
        <div>
          <Button isDisabled={reads} onPress={() => openDialog({ kind: 'share-studio' })}>
            {text('members.share')}
          </Button>
        </div>
      )}
    </>
  );
}

function IsShared({ studio }: { readonly studio: SharedStudio }) {
  const { name, role, address } = studio;
  return (
    <>
      <p>{text('members.me', { name, role: text(`members.role-${role}`) })}</p>
      <Server address={address} />
      {role === 'administer' ? <Members /> : <p className="muted">{text('members.only-administer')}</p>}
      <OwnPassword />
    </>
  );
}

/** Where the server is. If it is this computer, whether it runs: looked at again when the link changes. */
function Server({ address }: { readonly address: string }) {
  const link = useDesk((desk) => desk.sync.link);
  const [here, setHere] = useState<ServerState>({ kind: 'none' });
  useEffect(() => {
    let shown = true;
    void bridge.call('shared/server', null).then((state) => shown && setHere(state));
    return () => {
      shown = false;
    };
  }, [link]);
  switch (here.kind) {
    case 'none':
      return <p className="muted">{text('members.server-at', { address })}</p>;
    case 'starting':
      return <p className="muted">{text('members.server-starting')}</p>;
    case 'running':
      return <p className="muted">{text('members.server-here')}</p>;
    case 'failed':
      return <p role="alert">{text('members.server-failed', { code: here.code })}</p>;
  }
}
