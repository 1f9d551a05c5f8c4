import { useEffect, useState } from 'react';
import type { Difference } from '../../../../core/register/difference.ts';
import type { Field } from '../../../../core/register/fields.ts';
import { Button } from '../../../components/controls.tsx';
import { Banner, Card } from '../../../components/surfaces.tsx';
import { submit } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { go } from '../../../store/ui-store.ts';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { Changed, Fresh, type Row, type Ticks } from './difference-tables.tsx';
import { lackOf, type IncomingService } from './entries.ts';
import type { ServiceReading } from './read-services.ts';
import { RejectedRows } from './rejected-rows.tsx';

const keyOf = (index: number, field?: Field): string => `${index}${field ?? ''}`;

/** The one difference view of all imports: new, changed field by field, the same, not in this list. */
export function DifferenceView({
  reading,
  difference,
  onDone,
}: {
  readonly reading: Extract<ServiceReading, { kind: 'list' | 'paste' }>;
  readonly difference: Difference<IncomingService>;
  readonly onDone: () => void;
}) {
  const today = useDesk((desk) => desk.state.today);
  const services = useDesk((desk) => desk.state.replica.services.size);
  const [off, setOff] = useState<ReadonlySet<string>>(new Set());
  const { fresh, changed, same, notInList } = difference;
  const complete = fresh.filter((row) => lackOf(row) === undefined);
  const all = [...complete, ...changed];
  const place = new Map(all.map((row, index) => [row, index]));
  const ticks: Ticks = {
    has: (row, field) => !off.has(keyOf(place.get(row) ?? -1, field)),
    toggle(row, field) {
      const next = new Set(off);
      const key = keyOf(place.get(row) ?? -1, field);
      if (!next.delete(key)) next.add(key);
      setOff(next);
    },
  };
  const taken = all.flatMap((row) => {
    const details = detailsTaken(row, ticks);
    return details === null ? [] : [{ row, details }];
  });
  const factCount = taken.reduce((sum, { details }) => sum + Object.keys(details).length, 0);

  async function confirm(): Promise<void> {
    if (taken.length === 0) return;
    const command = {
      type: 'register/record',
      asOf: today,
      entries: taken.map(({ row, details }) => ({
        about: row.about,
        details,
        source: row.row.source,
        evidence: row.row.evidence,
      })),
    } as const;
    const done = { text: text('service-import.done', { count: taken.length }), undo: true };
    if (!(await submit(command, done))) return;
    onDone();
    go({ screen: 'services' });
  }

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void confirm();
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  });

  const rejected = reading.kind === 'list' ? reading.list.rejected.length : fresh.length - complete.length;
  const name = reading.kind === 'list' ? reading.name : text('service-import.pasted');
  return (
    <>
      <div className="row spread row-wrap">
        <p className="muted">
          {text('service-import.summary', {
            name,
            fresh: complete.length,
            changed: changed.length,
            same: same.length,
            rejected,
          })}
        </p>
        <Button kind="primary" isDisabled={taken.length === 0} onPress={() => void confirm()}>
          {text('service-import.confirm', { count: countText(taken.length) })} <kbd>Ctrl ↵</kbd>
        </Button>
      </div>
      {all.length === 0 && rejected === 0 && <Banner tone="accent">{text('service-import.nothing')}</Banner>}
      <div className="split">
        <div className="stack">
          {changed.length > 0 && <Changed rows={changed} ticks={ticks} />}
          {complete.length > 0 && <Fresh rows={complete} ticks={ticks} />}
          {reading.kind === 'list' && <RejectedRows list={reading.list} />}
          {reading.kind === 'paste' && fresh.length > complete.length && (
            <Banner tone="soon">
              {fresh.map((row) => {
                const missing = lackOf(row);
                return missing === undefined ? null : text('service-import.paste-incomplete', { missing });
              })}
            </Banner>
          )}
        </div>
        <Card title={text('service-import.what-happens')}>
          <dl className="facts card-body">
            <dt>{text('service-import.facts')}</dt>
            <dd>{countText(factCount)}</dd>
            <dt>{text('service-import.services')}</dt>
            <dd>
              {text('service-import.from-to', {
                from: countText(services),
                to: countText(services + taken.filter(({ row }) => row.about === null).length),
              })}
            </dd>
            <dt>{text('service-import.same')}</dt>
            <dd>{countText(same.length)}</dd>
            <dt>{text('service-import.not-in-list')}</dt>
            <dd>{text('service-import.stay', { count: countText(notInList.length) })}</dd>
          </dl>
          <p className="card-body muted">{text('service-import.promise')}</p>
        </Card>
      </div>
    </>
  );
}

/** What is recorded of a row; null if nothing of it is ticked. */
function detailsTaken(row: Row, ticks: Ticks) {
  if (row.about === null) return ticks.has(row) ? row.row.details : null;
  const taken = row.changed.filter(({ field }) => ticks.has(row, field));
  return taken.length === 0 ? null : Object.fromEntries(taken.map(({ field, value }) => [field, value]));
}
