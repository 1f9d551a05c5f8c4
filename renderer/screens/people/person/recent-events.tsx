import { useMemo } from 'react';
import type { PersonId } from '../../../../core/kernel/id.ts';
import { Button } from '../../../components/buttons.tsx';
import { useDesk } from '../../../store/desk.ts';
import { go } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { newestEvents } from '../../history/newest-events.ts';
import { eventWords, whenWords } from '../../history/history-words.ts';

const mostShown = 4;

/** The last events of a person's seats, and a link to all of them. */
export function RecentEvents({ personId }: { readonly personId: PersonId }) {
  const state = useDesk((desk) => desk.state);
  const events = useMemo(() => newestEvents(state, personId), [state, personId]);
  return (
    <div className="stack stack-small">
      <span className="muted" id="recent-events">
        {text('recent.title')}
      </span>
      {events.length === 0 ? (
        <span className="faint">{text('recent.none')}</span>
      ) : (
        <>
          <ul className="recent" aria-labelledby="recent-events">
            {events.slice(0, mostShown).map((entry) => (
              <li key={entry.id}>
                <strong>{eventWords(entry)}</strong> {entry.holder}
                <span className="faint">{whenWords(entry.at)}</span>
              </li>
            ))}
          </ul>
          <div className="row">
            <Button onPress={() => go({ screen: 'history', personId })}>
              {text('recent.all', { count: events.length })}
            </Button>
          </div>
        </>
      )}
    </div>
  );
}
