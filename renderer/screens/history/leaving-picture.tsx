import { useMemo, useState } from 'react';
import type { Day } from '../../../core/kernel/day.ts';
import { PictureCard } from '../../components/picture-card.tsx';
import { useRoving } from '../../components/use-roving.ts';
import { useDesk } from '../../store/desk.ts';
import { go, useUi } from '../../store/ui-store.ts';
import { countText, dayText, fullMonth, monthText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { leavingByMonth, leavingPeople, type Leaving } from './leaving.ts';

/** More marks cannot be counted at a glance: they become one bar. */
const mostMarks = 12;
/** A month with more people lists the first ones. */
const mostListed = 30;

/** Who leaves when: a mark for each person, in the colour of a warning while they hold a user. */
export function LeavingPicture() {
  const state = useDesk((desk) => desk.state);
  const [open, setOpen] = useState<string | null>(null);
  const roving = useRoving(true);
  const leaving = useMemo(() => leavingPeople(state), [state]);
  const months = useMemo(() => leavingByMonth(leaving, state.today), [leaving, state.today]);
  const most = Math.max(1, ...months.map(({ leaving: some }) => some.length));
  const opened = months.find(({ month }) => month === open);
  return (
    <PictureCard
      title={text('leaving.title')}
      empty={leaving.length === 0}
      aside={text('leaving.aside', {
        count: leaving.length,
        seats: leaving.reduce((sum, { seats }) => sum + seats, 0),
      })}
      table={() => ({
        columns: [
          text('history.col-person'),
          text('people.department'),
          text('leaving.on'),
          text('leaving.seats'),
        ],
        rows: leaving.map(({ person, name, on, seats }) => ({
          id: person.id,
          cells: [name, person.department, dayText(on), countText(seats)],
        })),
      })}
    >
      {leaving.length === 0 ? (
        <p className="card-body muted">{text('leaving.none')}</p>
      ) : (
        <div className="year">
          <ul className="year-months leaving-months" {...roving} aria-label={text('leaving.title')}>
            {months.map(({ month, leaving: some }) => (
              <li key={month} data-row>
                <button
                  type="button"
                  className="year-month"
                  aria-expanded={month === open}
                  aria-label={text('leaving.month', { month: fullMonth(month), count: some.length })}
                  onClick={() => setOpen(month === open ? null : month)}
                >
                  <span className="blocks" aria-hidden="true">
                    {most <= mostMarks ? (
                      some.map(({ person, seats }) => (
                        <i key={person.id} data-press={seats > 0 ? 'soon' : 'plain'} />
                      ))
                    ) : (
                      <i
                        className="tall"
                        data-press={some.some(({ seats }) => seats > 0) ? 'soon' : 'plain'}
                        style={{
                          height: `${some.length === 0 ? 0 : Math.max(3, (some.length / most) * 100)}%`,
                        }}
                      />
                    )}
                  </span>
                  <span>{monthText(`${month}-01` as Day, month.endsWith('-01'))}</span>
                </button>
              </li>
            ))}
          </ul>
          <p className="legend">
            <span>
              <i className="leaving-mark" data-press="soon" aria-hidden="true" /> {text('leaving.holds')}
            </span>
            <span>
              <i className="leaving-mark" aria-hidden="true" /> {text('leaving.holds-none')}
            </span>
          </p>
        </div>
      )}
      {opened !== undefined && <People month={opened.month} people={opened.leaving} />}
    </PictureCard>
  );
}

function People({ month, people }: { readonly month: string; readonly people: readonly Leaving[] }) {
  const name = text('leaving.month', { month: fullMonth(month), count: people.length });
  return (
    <div className="card-body year-services">
      <h3>{name}</h3>
      <ul className="stack stack-small" aria-label={name}>
        {people.slice(0, mostListed).map(({ person, name: who, on, seats }) => (
          <li key={person.id} className="row">
            <span className="calendar-day">{dayText(on)}</span>
            <button
              type="button"
              className="link plain"
              onClick={() => {
                useUi.setState({ personShown: person.id });
                go({ screen: 'people' });
              }}
            >
              {who}
            </button>
            <span className="muted">{text('leaving.users', { count: seats })}</span>
          </li>
        ))}
      </ul>
      {people.length > mostListed && (
        <p className="muted">{text('leaving.more', { count: people.length - mostListed })}</p>
      )}
    </div>
  );
}
