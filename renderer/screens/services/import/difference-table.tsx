import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Checkbox } from '../../../components/controls.tsx';
import { DrawnRows } from '../../../components/long-list.tsx';
import { useFocusedList } from '../../../components/use-focused-list.ts';
import { text, type TextId } from '../../../text/text.ts';
import type { Line } from './lines.ts';
import { tickKey, type Share, type Ticks } from './ticks.ts';

const rowHeight = 37;
const columns = 6;

/** What Enter and a click on the line's button do: open a group, all of its rows, or the form of a row. */
export type OnOpen = (line: Line) => void;

/**
 * All groups in one table. Only the rows in sight are in the page. Arrows, Home, End and Page keys move,
 * Space ticks a row or a group, Enter opens a group or the form of a row.
 */
export function DifferenceTable({
  lines,
  ticks,
  keysOf,
  wanted,
  onWanted,
  onFocus,
  onOpen,
  said = 'service-import.col-list',
  renderCells,
}: {
  readonly lines: readonly Line[];
  readonly ticks: Ticks;
  /** The ticks that a line stands for: its own, or those of its group. All of them without a line. */
  readonly keysOf: (line: Line | null) => readonly string[];
  /** The line that takes the focus as soon as it is there. */
  readonly wanted: string | null;
  readonly onWanted: () => void;
  readonly onFocus: (line: Line) => void;
  readonly onOpen: OnOpen;
  /** The heading of the values that are compared. */
  readonly said?: TextId;
  readonly renderCells: (line: Line) => ReactNode;
}) {
  const { scroller, list, current, setCurrent, onKeyDown, show } = useFocusedList({
    count: lines.length,
    getItemKey: (index) => lines[index]?.key ?? index,
    estimateSize: () => rowHeight,
    overscan: 12,
  });

  /** The line that was scrolled to. Once is enough: scrolling draws the rows anew. */
  const scrolledTo = useRef<string | null>(null);
  useLayoutEffect(() => {
    const index = wanted === null ? -1 : lines.findIndex(({ key }) => key === wanted);
    if (index === -1) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${index}"]`);
    if (row !== null && row !== undefined) {
      scrolledTo.current = null;
      row.focus();
      onWanted();
    } else if (scrolledTo.current !== wanted) {
      scrolledTo.current = wanted;
      list.virtual.scrollToIndex(index);
    }
  });

  function tick(line: Line | null): void {
    const keys = keysOf(line);
    ticks.set(keys, ticks.share(keys) !== 'all');
  }
  function onKey(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-index]')) return;
    // The list may have been compared anew since the row got the focus: its place is the one it has now.
    const line = lines[Number(event.target.dataset['index'])];
    if (line === undefined) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === ' ' && keysOf(line).length > 0) {
      tick(line);
      show();
    } else if ((event.key === 'Enter' || event.key === ' ') && plain) onOpen(line);
    else return onKeyDown(event);
    event.preventDefault();
  }

  return (
    <div className="grid-scroll import-scroll" ref={scroller}>
      <table
        className="table dense import-table"
        role="grid"
        aria-label={text('service-import.table')}
        aria-rowcount={lines.length + 1}
        onKeyDown={onKey}
      >
        <Head
          said={said}
          share={ticks.share(keysOf(null))}
          any={keysOf(null).length > 0}
          onTick={() => tick(null)}
        />
        <DrawnRows list={list} columns={columns}>
          {(index) => {
            const line = lines[index];
            return line === undefined ? null : (
              <tr
                key={line.key}
                ref={list.virtual.measureElement}
                data-index={index}
                data-line={line.kind}
                data-active={index === current || undefined}
                aria-rowindex={index + 2}
                aria-selected={tickKey(line) === undefined ? undefined : ticks.has(line.key)}
                tabIndex={index === current ? 0 : -1}
                onFocus={() => {
                  setCurrent(index);
                  onFocus(line);
                }}
              >
                {renderCells(line)}
              </tr>
            );
          }}
        </DrawnRows>
      </table>
    </div>
  );
}

function Head({
  said,
  share,
  any,
  onTick,
}: {
  readonly said: TextId;
  readonly share: Share;
  readonly any: boolean;
  readonly onTick: () => void;
}) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th>
          {any && (
            <Checkbox
              label={text('service-import.all-rows')}
              checked={share === 'all'}
              partly={share === 'some'}
              onChange={onTick}
            />
          )}
        </th>
        {(['col.service', 'service-import.col-what', 'service-import.col-before', said] as const).map(
          (id) => (
            <th key={id}>{text(id)}</th>
          ),
        )}
        <td />
      </tr>
    </thead>
  );
}
