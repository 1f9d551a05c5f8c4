import { romeDay } from '../../core/kernel/day.ts';
import { chooseCalendar, stopCalendar } from '../store/calendar-feed.ts';
import { useDesk } from '../store/desk.ts';
import { clockTime, dayText } from '../text/format.ts';
import { text } from '../text/text.ts';
import { Button } from './buttons.tsx';
import { Banner, Card } from './surfaces.tsx';

/** Says that the calendar file could not be written. Shows nothing if there is no file or no problem. */
export function CalendarProblem() {
  const feed = useDesk((desk) => desk.state.workspace.calendarFeeds.get('firm'));
  if (feed === undefined || feed.problem === null) return null;
  return (
    <Banner tone="late" title={text('feed.problem-title')}>
      {text('feed.problem', { path: feed.path })}
    </Banner>
  );
}

/**
 * The calendar file that Allinea keeps up to date: its path, its last change, and buttons
 * to choose or stop it.
 */
export function CalendarFeedCard() {
  const feed = useDesk((desk) => desk.state.workspace.calendarFeeds.get('firm'));
  const simulated = useDesk((desk) => desk.simulated);
  if (simulated)
    return (
      <Card title={text('feed.title')}>
        <p className="card-body muted">{text('feed.sample')}</p>
      </Card>
    );
  return (
    <Card title={text('feed.title')}>
      <div className="card-body stack">
        <p>{text('feed.text')}</p>
        <CalendarProblem />
        {feed !== undefined && (
          <p className="break-anywhere">
            <span className="mono">{feed.path}</span>
            {feed.writtenAt !== null && (
              <>
                <br />
                <span className="muted">
                  {text('feed.written', {
                    day: dayText(romeDay(feed.writtenAt)),
                    time: clockTime(feed.writtenAt),
                  })}
                </span>
              </>
            )}
          </p>
        )}
        <div className="row row-wrap">
          <Button onPress={() => void chooseCalendar()}>
            {text(feed === undefined ? 'feed.choose' : 'feed.choose-other')}
          </Button>
          {feed !== undefined && <Button onPress={() => void stopCalendar()}>{text('feed.stop')}</Button>}
        </div>
      </div>
    </Card>
  );
}
