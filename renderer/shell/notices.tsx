import { useState } from 'react';
import type { StoreNotice } from '../../core/bridge/contract.ts';
import { Button } from '../components/controls.tsx';
import { Banner } from '../components/surfaces.tsx';
import { useDesk } from '../store/desk.ts';
import { text } from '../text/text.ts';

function sentence({ document, movedTo, recovery }: StoreNotice): string {
  const file = movedTo ?? text('notice.moved-earlier');
  if (document === 'workspace')
    return text(recovery === 'backup' ? 'notice.workspace.backup' : 'notice.workspace.empty', { file });
  if (document === 'journal' && movedTo === null) return text('notice.journal-kept');
  if (document === 'replica' && movedTo === null) return text('notice.replica-missing');
  return text(`notice.${document}`, { file });
}

/** What happened to the firm's files at the start. The notices stay until somebody closes them. */
export function Notices() {
  const notices = useDesk((desk) => desk.notices);
  const [read, setRead] = useState(false);
  if (read || notices.length === 0) return null;
  return (
    <div className="page notices">
      {notices.map((notice) => (
        <Banner
          key={notice.document}
          tone="soon"
          action={<Button onPress={() => setRead(true)}>{text('shell.dismiss')}</Button>}
        >
          {sentence(notice)}
        </Banner>
      ))}
    </div>
  );
}
