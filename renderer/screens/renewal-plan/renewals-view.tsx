import { useMemo, useState } from 'react';
import type { RenewalChoices } from '../../../core/desk/rows/renewal-choices.ts';
import type { Day } from '../../../core/kernel/day.ts';
import { Button } from '../../components/buttons.tsx';
import { Select } from '../../components/controls.tsx';
import { NoMatch } from '../../components/filter-bar.tsx';
import { Card } from '../../components/surfaces.tsx';
import { language, text } from '../../text/text.ts';
import { fieldText } from '../register/fact-words.ts';
import type { CommonDate } from './timeline/common-date.ts';
import {
  foldKey,
  arrangedGroupings,
  groupings,
  groupKeys,
  isArrangement,
  renewalLines,
  type GroupHead,
  type Grouping,
} from './renewal-groups.ts';
import { RenewalsTable } from './renewals-table.tsx';
import { TimelineLegend } from './timeline/timeline-legend.tsx';
import { timeScale, zooms, type Zoom } from './timeline/time-scale.ts';
import { useWidth } from '../../components/use-width.ts';
import { labelWidth, Timeline } from './timeline/timeline.tsx';
import type { ShownRenewals } from './use-shown-renewals.ts';

const nothing: ReadonlySet<string> = new Set();

const groupingText = (by: Grouping): string =>
  isArrangement(by) ? fieldText(by) : text(`renewal-plan.group-${by}`);

/** The services found, as a timeline or as a table, with or without groups. Both show the same lines. */
export function RenewalsView({
  shown: { rows, arranged },
  sessions,
  today,
  choices: { horizonMonths, method },
  date,
}: {
  readonly shown: ShownRenewals;
  readonly sessions: readonly Day[];
  readonly today: Day;
  readonly choices: RenewalChoices;
  readonly date: CommonDate | null;
}) {
  const [zoom, setZoom] = useState<Zoom>('months');
  const [view, setView] = useState<'timeline' | 'table'>('timeline');
  const [grouping, setGrouping] = useState<Grouping>('none');
  const [folded, setFolded] = useState(nothing);
  const { ref, width } = useWidth();
  const scale = useMemo(
    () => timeScale(today, horizonMonths, zoom, Math.max(0, width - labelWidth)),
    [today, horizonMonths, zoom, width],
  );
  const spoken = language();
  // The heads of the groups are words.
  // oxlint-disable-next-line react/exhaustive-deps
  const lines = useMemo(() => renewalLines(rows, grouping, folded), [rows, grouping, folded, spoken]);

  function fold(head: GroupHead): void {
    const after = new Set(folded);
    if (head.open) after.add(foldKey(head));
    else after.delete(foldKey(head));
    setFolded(after);
  }
  return (
    <>
      <div className="row spread row-wrap">
        <div className="row row-wrap">
          <Select
            inline
            label={text('renewal-plan.group')}
            value={grouping}
            choices={(arranged === null ? groupings : arrangedGroupings).map((id) => ({
              id,
              label: groupingText(id),
            }))}
            onChange={(by) => {
              setGrouping(by);
              setFolded(nothing);
            }}
          />
          {grouping !== 'none' && (
            <Button onPress={() => setFolded(folded.size > 0 ? nothing : groupKeys(rows, grouping))}>
              {text(folded.size > 0 ? 'renewal-plan.unfold-all' : 'renewal-plan.fold-all')}
            </Button>
          )}
        </div>
        <div className="row">
          <div className="chips" role="group" aria-label={text('renewal-plan.view')}>
            {(['timeline', 'table'] as const).map((one) => (
              <button
                key={one}
                type="button"
                className="chip"
                aria-pressed={view === one}
                onClick={() => setView(one)}
              >
                {text(`renewal-plan.view-${one}`)}
              </button>
            ))}
          </div>
          {view === 'timeline' && (
            <Select
              inline
              label={text('renewal-plan.zoom')}
              value={zoom}
              choices={(Object.keys(zooms) as Zoom[]).map((id) => ({
                id,
                label: text(`renewal-plan.zoom-${id}`),
              }))}
              onChange={setZoom}
            />
          )}
        </div>
      </div>
      {/* Its width is the card's, with its lines. */}
      <div ref={ref} className="measure" />
      <Card>
        {rows.length === 0 ? (
          arranged === null ? (
            <p className="empty muted">{text('matrix.no-service')}</p>
          ) : (
            <NoMatch active={arranged.active} onClear={arranged.clear} />
          )
        ) : view === 'table' ? (
          <RenewalsTable lines={lines} onFold={fold} method={method} />
        ) : (
          <>
            <Timeline
              lines={lines}
              onFold={fold}
              sessions={sessions}
              scale={scale}
              today={today}
              date={date}
            />
            <TimelineLegend />
          </>
        )}
      </Card>
    </>
  );
}
