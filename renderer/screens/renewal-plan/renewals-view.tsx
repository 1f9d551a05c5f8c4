import { useMemo, useState } from 'react';
import {
  arrangedGroupings,
  renewalGroupings,
  renewalShapes,
  timelineZooms,
  type RenewalGrouping,
  type RenewalShape,
  type TimelineZoom,
} from '../../../core/desk/rows/saved-view.ts';
import type { RenewalChoices } from '../../../core/desk/rows/renewal-choices.ts';
import type { Day } from '../../../core/kernel/day.ts';
import { Button } from '../../components/buttons.tsx';
import { Chips } from '../../components/chips.tsx';
import { Select } from '../../components/controls.tsx';
import { NoMatch } from '../../components/filter-bar.tsx';
import { Card } from '../../components/surfaces.tsx';
import { showIn, useShownLists } from '../../store/shown-lists.ts';
import { language, text } from '../../text/text.ts';
import { fieldText } from '../register/fact-words.ts';
import { ViewsButton } from '../views/views-button.tsx';
import type { CommonDate } from './timeline/common-date.ts';
import { foldKey, groupKeys, isArrangement, renewalLines, type GroupHead } from './renewal-groups.ts';
import { PlanFilters } from './plan-filters.tsx';
import { RenewalsTable } from './renewals-table.tsx';
import { TimelineLegend } from './timeline/timeline-legend.tsx';
import { timeScale } from './timeline/time-scale.ts';
import { useWidth } from '../../components/use-width.ts';
import { labelWidth, Timeline } from './timeline/timeline.tsx';
import type { ShownRenewals } from './use-shown-renewals.ts';

const nothing: ReadonlySet<string> = new Set();

const groupBy = (grouping: RenewalGrouping): void => showIn('renewals', { grouping });
const showAs = (shape: RenewalShape): void => showIn('renewals', { shape });
const zoomTo = (zoom: TimelineZoom): void => showIn('renewals', { zoom });

const groupingText = (by: RenewalGrouping): string =>
  isArrangement(by) ? fieldText(by) : text(`renewal-plan.group-${by}`);

/**
 * The filters and choices, and the services found: as a timeline or as a table, with or without groups. Both
 * show the same lines.
 */
export function RenewalsView({
  shown,
  all,
  sessions,
  today,
  choices,
  planned: { horizonMonths, method },
  onYears,
  date,
}: {
  readonly shown: ShownRenewals;
  /** The number of services without any filter. */
  readonly all: number;
  readonly sessions: readonly Day[];
  readonly today: Day;
  /** What was chosen. */
  readonly choices: RenewalChoices;
  /** The choices of the plan that is shown: the one before, until the next one is worked out. */
  readonly planned: RenewalChoices;
  /** Called when the list of years opens and when it closes. */
  readonly onYears: (open: boolean) => void;
  readonly date: CommonDate | null;
}) {
  const { rows, arranged } = shown;
  const asked = useShownLists((lists) => lists.renewals);
  const { zoom, shape, grouping } = asked;
  const [closed, setClosed] = useState({ grouping, keys: nothing });
  // A saved view may have brought other groups.
  const folded = closed.grouping === grouping ? closed.keys : nothing;
  const setFolded = (keys: ReadonlySet<string>): void => setClosed({ grouping, keys });
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
      <PlanFilters shown={shown} all={all} choices={choices} onYears={onYears}>
        <GroupTools shown={shown} by={grouping} folded={folded} onFolded={setFolded} />
        <ViewsButton shown={asked} />
        <ShapeTools shape={shape} zoom={zoom} />
      </PlanFilters>
      {/* Its width is the card's, with its lines. */}
      <div ref={ref} className="measure" />
      <Card>
        {rows.length === 0 ? (
          arranged === null ? (
            <p className="empty muted">{text('matrix.no-service')}</p>
          ) : (
            <NoMatch active={arranged.active} onClear={arranged.clear} />
          )
        ) : shape === 'table' ? (
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

/** How the services are put into groups, and whether these are open. */
function GroupTools({
  shown: { rows, arranged },
  by,
  folded,
  onFolded,
}: {
  readonly shown: ShownRenewals;
  readonly by: RenewalGrouping;
  readonly folded: ReadonlySet<string>;
  readonly onFolded: (folded: ReadonlySet<string>) => void;
}) {
  return (
    <>
      <Select
        inline
        label={text('renewal-plan.group')}
        value={by}
        choices={(arranged === null ? renewalGroupings : arrangedGroupings).map((id) => ({
          id,
          label: groupingText(id),
        }))}
        onChange={groupBy}
      />
      {by !== 'none' && (
        <Button onPress={() => onFolded(folded.size > 0 ? nothing : groupKeys(rows, by))}>
          {text(folded.size > 0 ? 'renewal-plan.unfold-all' : 'renewal-plan.fold-all')}
        </Button>
      )}
    </>
  );
}

/** Timeline or table, and how much of the timeline one sees at once. */
function ShapeTools({ shape, zoom }: { readonly shape: RenewalShape; readonly zoom: TimelineZoom }) {
  return (
    <div className="row at-end">
      <Chips
        label={text('renewal-plan.view')}
        choices={renewalShapes.map((id) => ({ id, label: text(`renewal-plan.view-${id}`) }))}
        value={shape}
        onChange={showAs}
      />
      {shape === 'timeline' && (
        <Select
          inline
          label={text('renewal-plan.zoom')}
          value={zoom}
          choices={timelineZooms.map((id) => ({ id, label: text(`renewal-plan.zoom-${id}`) }))}
          onChange={zoomTo}
        />
      )}
    </div>
  );
}
