import { useState } from 'react';
import type { StoreNotice } from '../../core/bridge/storage.ts';
import { romeDay } from '../../core/kernel/day.ts';
import { Button } from '../components/buttons.tsx';
import { Banner } from '../components/surfaces.tsx';
import { useDesk } from '../store/desk.ts';
import { clockTime, dayText } from '../text/format.ts';
import { text } from '../text/text.ts';

/** `, delle 10:21 del 28/11/2026`; empty if the time is unknown. */
const timeOf = ({ last }: StoreNotice): string =>
  last === null ? '' : text('notice.last-time', { time: clockTime(last.at), day: dayText(romeDay(last.at)) });

function journalSentence(notice: StoreNotice): string {
  const { movedTo, recovery, missing, last } = notice;
  if (recovery === 'written-anew') return text('notice.journal.written-anew');
  if (missing !== null && recovery === 'fork')
    return text('notice.journal.fork-missing', {
      count: missing.to - missing.from + 1,
      first: missing.from,
      last: missing.to,
      known: last?.seq ?? 0,
      time: timeOf(notice),
    });
  if (missing !== null)
    return text('notice.journal.missing', {
      count: missing.to - missing.from + 1,
      first: missing.from,
      last: missing.to,
      known: missing.from - 1,
      time: timeOf(notice),
      file: movedTo === null ? text('notice.moved-earlier') : text('notice.kept-as', { file: movedTo }),
    });
  if (recovery === 'fork')
    return text('notice.journal.fork', {
      known: last?.seq ?? 0,
      time: timeOf(notice),
      file: movedTo === null ? text('notice.moved-earlier') : text('notice.kept-as', { file: movedTo }),
    });
  return movedTo === null ? text('notice.journal-kept') : text('notice.journal', { file: movedTo });
}

function sentence(notice: StoreNotice): string {
  const { document, movedTo, recovery } = notice;
  const file = movedTo ?? text('notice.moved-earlier');
  if (document === 'journal') return journalSentence(notice);
  if (document === 'workspace')
    return recovery === 'newer' || recovery === 'written-anew' || recovery === 'backup' || recovery === 'fork'
      ? text(`notice.workspace.${recovery}`, { file })
      : text('notice.workspace.empty', { file });
  if (document === 'replica' && movedTo === null) return text('notice.replica-missing');
  return text(`notice.${document}`, { file });
}

/**
 * What happened to the firm's files, at the start or since. A notice stays until somebody closes it, and a
 * new one appears also after the others were closed.
 */
export function Notices() {
  const notices = useDesk((desk) => desk.notices);
  const [read, setRead] = useState(0);
  const unread = notices.slice(read);
  if (unread.length === 0) return null;
  return (
    <div className="page notices">
      {unread.map((notice, index) => (
        <Banner
          key={`${notice.document} ${read + index}`}
          tone={notice.missing === null ? 'soon' : 'late'}
          action={<Button onPress={() => setRead(notices.length)}>{text('shell.dismiss')}</Button>}
        >
          {sentence(notice)}
        </Banner>
      ))}
    </div>
  );
}
