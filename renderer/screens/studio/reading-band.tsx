import { useEffect } from 'react';
import { Button } from '../../components/buttons.tsx';
import { useDesk } from '../../store/desk.ts';
import { openStudio, readStudios, useStudios } from '../../store/studios.ts';
import { clockTime } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/** Another computer has the folder open: who, what is possible here, and how it ends (rule J6). */
export function ReadingBand() {
  const writtenBy = useDesk((desk) => desk.writtenBy);
  const open = useStudios((known) => known.open);
  useEffect(() => void readStudios(), []);
  if (writtenBy === null) return null;
  return (
    <div className="sample-band reading-band" role="status">
      <span>
        <strong>{text('reading.title')}</strong>{' '}
        {text('reading.text', {
          computer: writtenBy.computer,
          operator: writtenBy.operator,
          time: clockTime(writtenBy.since),
        })}
      </span>
      {open !== null && <Button onPress={() => void openStudio(open)}>{text('reading.again')}</Button>}
    </div>
  );
}
