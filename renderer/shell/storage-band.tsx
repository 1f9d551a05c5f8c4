import { useDesk } from '../store/desk.ts';
import { clockTime } from '../text/format.ts';
import { text } from '../text/text.ts';

/** Why nothing can be saved at the moment, what is safe, and how it ends. It goes away by itself. */
export function StorageBand() {
  const storage = useDesk((desk) => desk.storage);
  if (storage === null) return null;
  return (
    <div className="sample-band reading-band storage-band" role="alert">
      <span>
        <strong>{text(`storage.${storage.why}.title`)}</strong> {text(`storage.${storage.why}.text`)}{' '}
        {text('storage.since', { time: clockTime(storage.since) })}
      </span>
    </div>
  );
}
