import { useMemo, useState } from 'react';
import type { RenewalPlan } from '../../../core/desk/plan/renewal-plan.ts';
import type { Day } from '../../../core/kernel/day.ts';
import { expiryOf } from '../../../core/services/service.ts';
import { PictureCard } from '../../components/picture-card.tsx';
import { useRoving } from '../../components/use-roving.ts';
import { go } from '../../store/ui-store.ts';
import { countText, dayText, fullMonth, monthText, shortWeekday } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import type { ServiceRow } from '../services/service-rows.ts';
import { expiriesByMonth, placeOf, type MonthOfExpiries } from './expiries.ts';

/** More blocks are too thin to be counted: they become one bar. */
const mostBlocks = 12;
/** A session whose label would stand on the one before has none. */
const labelShare = 0.085;
/** A month with more services lists the first ones. All of them are in the renewals. */
const mostListed = 30;

type Press = 'late' | 'soon' | 'plain';

const pressOf = ({ phase }: ServiceRow): Press =>
  phase === 'late' ? 'late' : phase === 'renew-soon' ? 'soon' : 'plain';

/** The expiries of twelve months as blocks, with the sessions that cover them. A month opens its services. */
export function ExpiriesPicture({
  rows,
  plan,
  today,
}: {
  readonly rows: readonly ServiceRow[];
  /** Null while it is worked out. */
  readonly plan: RenewalPlan | null;
  readonly today: Day;
}) {
  const [open, setOpen] = useState<string | null>(null);
  const roving = useRoving(true);
  const months = useMemo(() => expiriesByMonth(rows, today), [rows, today]);
  const count = months.reduce((sum, { rows: some }) => sum + some.length, 0);
  const sessions = (plan?.sessions ?? []).flatMap(({ day }) => {
    const place = placeOf(day, today);
    return place === null ? [] : [{ day, place }];
  });
  const most = Math.max(1, ...months.map(({ rows: some }) => some.length));
  const shown = months.find(({ month }) => month === open);
  return (
    <PictureCard
      title={text('home.expiries')}
      aside={text('home.expiries-aside', { count, sessions: sessions.length })}
      table={() => ({
        columns: [text('home.month'), text('home.expiries-count'), text('col.holder')],
        rows: months.map(({ month, rows: some }) => ({
          id: month,
          cells: [
            fullMonth(month),
            countText(some.length),
            some.map(({ service }) => service.holder).join(', '),
          ],
        })),
      })}
    >
      <div className="year">
        <div className="year-sessions" aria-hidden="true">
          {sessions.map(({ day, place }, index) => (
            <span key={day} style={{ left: `${place * 100}%` }}>
              {place - (sessions[index - 1]?.place ?? -1) > labelShare && shortWeekday(day)}
            </span>
          ))}
        </div>
        <ul className="year-months" {...roving} aria-label={text('home.expiries')}>
          {months.map((month) => (
            <Month
              key={month.month}
              month={month}
              most={most}
              open={month.month === open}
              onOpen={() => setOpen(month.month === open ? null : month.month)}
            />
          ))}
        </ul>
      </div>
      {shown !== undefined && <Services month={shown} />}
    </PictureCard>
  );
}

function Month({
  month: { month, rows },
  most,
  open,
  onOpen,
}: {
  readonly month: MonthOfExpiries;
  readonly most: number;
  readonly open: boolean;
  readonly onOpen: () => void;
}) {
  return (
    <li data-row>
      <button
        type="button"
        className="year-month"
        aria-expanded={open}
        aria-label={text('home.month-of', { month: fullMonth(month), count: rows.length })}
        onClick={onOpen}
      >
        <span className="blocks" aria-hidden="true">
          {most <= mostBlocks ? (
            rows.map((row) => <i key={row.service.id} data-press={pressOf(row)} />)
          ) : (
            <i
              className="tall"
              data-press="plain"
              style={{ height: `${rows.length === 0 ? 0 : Math.max(3, (rows.length / most) * 100)}%` }}
            />
          )}
        </span>
        <span>{monthText(`${month}-01` as Day, month.endsWith('-01'))}</span>
      </button>
    </li>
  );
}

function Services({ month: { month, rows } }: { readonly month: MonthOfExpiries }) {
  const name = text('home.month-of', { month: fullMonth(month), count: rows.length });
  return (
    <div className="card-body year-services">
      <h3>{name}</h3>
      <ul className="stack stack-small" aria-label={name}>
        {rows.slice(0, mostListed).map(({ service }) => {
          const expiry = expiryOf(service);
          return (
            <li key={service.id} className="row">
              <span className="calendar-day">{expiry === undefined ? '' : dayText(expiry)}</span>
              <button
                type="button"
                className="link plain"
                onClick={() => go({ screen: 'service', serviceId: service.id })}
              >
                {service.holder}
              </button>
            </li>
          );
        })}
      </ul>
      {rows.length > mostListed && (
        <button type="button" className="link" onClick={() => go({ screen: 'renewals' })}>
          {text('home.all-renewals')}
        </button>
      )}
    </div>
  );
}
