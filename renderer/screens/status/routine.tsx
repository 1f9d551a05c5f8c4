import { useState } from 'react';
import type { Day } from '../../../core/kernel/day.ts';
import { Button } from '../../components/buttons.tsx';
import { Card } from '../../components/surfaces.tsx';
import { go } from '../../store/ui-store.ts';
import { longDay } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { rowLines } from '../services/service-lines.ts';
import type { ServiceRow } from '../services/service-rows.ts';
import { lateDetail } from '../../shell/late.tsx';

const ServicesTable = lateDetail(async () => (await import('../services/services-table.tsx')).ServicesTable);

/** The home screen lists at most this number of services. The services screen has all of them. */
const shown = 15;

/** The services that need nothing, in one line. The button shows them. */
export function Routine({
  rows,
  all,
  next,
  today,
}: {
  readonly rows: readonly ServiceRow[];
  /** How many services there are. */
  readonly all: number;
  /** The first day on which one of them needs something. Null: no such day is known. */
  readonly next: Day | null;
  readonly today: Day;
}) {
  const [open, setOpen] = useState(false);
  if (rows.length === 0) return null;
  return (
    <Card
      title={text('home.routine', { count: rows.length })}
      aside={
        <div className="row">
          {next !== null && <small>{text('home.routine-until', { day: longDay(next, today) })}</small>}
          <Button aria-expanded={open} onPress={() => setOpen(!open)}>
            {text(open ? 'home.hide' : 'home.show')}
          </Button>
        </div>
      }
    >
      {open && (
        <>
          <ServicesTable lines={rowLines(rows.slice(0, shown))} today={today} />
          {all > shown && (
            <p className="card-body">
              <button type="button" className="link" onClick={() => go({ screen: 'services' })}>
                {text('status.see-all', { count: all })}
              </button>
            </p>
          )}
        </>
      )}
    </Card>
  );
}
