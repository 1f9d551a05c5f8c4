import { useEffect, useState } from 'react';
import { daysBetween, type Day } from '../../../../core/kernel/day.ts';
import type { ChangedField, Compared, Difference } from '../../../../core/register/difference.ts';
import { fields, type Field, type Group } from '../../../../core/register/fields.ts';
import { Button, Checkbox } from '../../../components/controls.tsx';
import { Badge, Banner, Card } from '../../../components/surfaces.tsx';
import { make } from '../../../store/actions.ts';
import { useDesk } from '../../../store/desk.ts';
import { go, toast } from '../../../store/ui-store.ts';
import { countText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { fieldText, sourceText, valueText } from '../../register/fact-words.ts';
import { lackOf, type IncomingService } from './entries.ts';
import type { ServiceReading } from './read-services.ts';
import { RejectedRows } from './rejected-rows.tsx';

type Row = Compared<IncomingService>;

/** What is recorded of a row: everything if it is new, else the ticked fields. */
interface Ticks {
  has(row: Row, field?: Field): boolean;
  toggle(row: Row, field?: Field): void;
}

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
    const made = await make({
      type: 'register/record',
      asOf: today,
      entries: taken.map(({ row, details }) => ({
        about: row.about,
        details,
        source: row.row.source,
        evidence: row.row.evidence,
      })),
    });
    if (made === null) return;
    toast(text('service-import.done', { count: taken.length }));
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

function Changed({ rows, ticks }: { readonly rows: readonly Row[]; readonly ticks: Ticks }) {
  return (
    <Card title={text('service-import.changed')} aside={countText(rows.length)}>
      <table className="table dense">
        <thead>
          <tr>
            <td />
            <th>{text('col.service')}</th>
            <th>{text('service-import.col-what')}</th>
            <th>{text('service-import.col-before')}</th>
            <th>{text('service-import.col-list')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.flatMap((row) =>
            row.changed.map((change) => (
              <tr key={`${row.about ?? ''}${change.field}`}>
                <td>
                  <Checkbox
                    label={text('service-import.take', {
                      name: `${nameOf(row)}, ${fieldText(change.field)}`,
                    })}
                    checked={ticks.has(row, change.field)}
                    onChange={() => ticks.toggle(row, change.field)}
                  />
                </td>
                <td className="strong">{nameOf(row)}</td>
                <td>{fieldText(change.field)}</td>
                <td className="muted">
                  <Before change={change} />
                </td>
                <td className="strong">{valueText(change as never)}</td>
                <td>
                  <Note change={change} />
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
    </Card>
  );
}

const nameOf = ({ row, about }: Row): string =>
  row.details.holder ?? row.details.vatCode ?? row.details.taxCode ?? about ?? '';

function Before({ change: { before } }: { readonly change: ChangedField }) {
  const newest = before?.facts[0];
  if (newest === undefined) return text('register.not-said');
  return (
    <>
      {valueText(newest)}
      <small className="block faint">{sourceText(newest)}</small>
    </>
  );
}

/** How far apart two values are, if that needs a look. */
function Note({ change: { field, before, value } }: { readonly change: ChangedField }) {
  if (before === undefined) return null;
  if (field === 'expiry')
    return (
      <Badge tone="soon">
        {text('service-import.days', { days: Math.abs(daysBetween(before.value as Day, value as Day)) })}
      </Badge>
    );
  const count = (groups: unknown): number =>
    (groups as readonly Group[]).reduce((sum, { quantity }) => sum + quantity, 0);
  return (field === 'users' || field === 'space') && count(value) < count(before.value) ? (
    <Badge tone="late">{text('service-import.fewer')}</Badge>
  ) : null;
}

function Fresh({ rows, ticks }: { readonly rows: readonly Row[]; readonly ticks: Ticks }) {
  return (
    <Card title={text('service-import.fresh')} aside={countText(rows.length)}>
      <table className="table dense">
        <thead>
          <tr>
            <td />
            <th>{text('col.service')}</th>
            <th>{text('service-import.col-what')}</th>
            <td />
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={`${nameOf(row)}${row.row.details.kind ?? ''}`}>
              <td>
                <Checkbox
                  label={text('service-import.take', { name: nameOf(row) })}
                  checked={ticks.has(row)}
                  onChange={() => ticks.toggle(row)}
                />
              </td>
              <td className="strong">{nameOf(row)}</td>
              <td>
                {fields
                  .filter((field) => field !== 'holder' && row.row.details[field] !== undefined)
                  .map(
                    (field) =>
                      `${fieldText(field)}: ${valueText({ field, value: row.row.details[field] } as never)}`,
                  )
                  .join(' · ')}
              </td>
              <td>
                {row.row.doubts.map((doubt) => (
                  <Badge key={doubt} tone="soon">
                    {text(`service-import.${doubt}`)}
                  </Badge>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Card>
  );
}
