import { useLayoutEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { Checkbox } from '../../../components/controls.tsx';
import { DrawnRows } from '../../../components/long-list.tsx';
import { useFocusedList } from '../../../components/use-focused-list.ts';
import { text } from '../../../text/text.ts';
import type { Line } from './lines.ts';
import type { Share } from './ticks.ts';

const rowHeight = 37;
const columns = 6;

/**
 * All rows of an import in one table. Only the rows in sight are in the page. Arrows, Home, End and Page keys
 * move, Space ticks a row or an invoice, Enter opens and closes an invoice or a group.
 */
export function ReviewTable({
  lines,
  share,
  canTick,
  onTick,
  onFocus,
  onOpen,
  renderCells,
}: {
  readonly lines: readonly Line[];
  readonly share: (line: Line | null) => Share;
  readonly canTick: (line: Line | null) => boolean;
  readonly onTick: (line: Line | null) => void;
  readonly onFocus: (line: Line) => void;
  readonly onOpen: (line: Line) => void;
  readonly renderCells: (line: Line) => ReactNode;
}) {
  const { scroller, list, current, setCurrent, onKeyDown, show } = useFocusedList({
    count: lines.length,
    getItemKey: (index) => lines[index]?.key ?? index,
    estimateSize: () => rowHeight,
    overscan: 12,
  });

  // The button that chose the files is gone, so the first row takes the focus.
  const isNew = useRef(true);
  useLayoutEffect(() => {
    const first = isNew.current ? scroller.current?.querySelector<HTMLElement>('[data-index="0"]') : null;
    if (first === null || first === undefined) return;
    isNew.current = false;
    if (document.activeElement === document.body) first.focus();
  });

  function onKey(event: KeyboardEvent): void {
    const line = lines[current];
    if (line === undefined || !(event.target instanceof HTMLElement)) return;
    if (!event.target.matches('[data-index]')) return;
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (event.key === ' ' && canTick(line)) {
      onTick(line);
      show();
    } else if ((event.key === 'Enter' || event.key === ' ') && plain) onOpen(line);
    else return onKeyDown(event);
    event.preventDefault();
  }

  return (
    <div className="grid-scroll import-scroll" ref={scroller}>
      <table
        className="table dense import-table invoice-table"
        role="grid"
        aria-label={text('invoice-import.table')}
        aria-rowcount={lines.length + 1}
        onKeyDown={onKey}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th>
              {canTick(null) && (
                <Checkbox
                  label={text('invoice-import.all')}
                  checked={share(null) === 'all'}
                  partly={share(null) === 'some'}
                  onChange={() => onTick(null)}
                />
              )}
            </th>
            <th>{text('invoice-import.col-text')}</th>
            <th>{text('invoice-import.col-reading')}</th>
            <th>{text('invoice-import.col-service')}</th>
            <th className="num">{text('invoice-import.col-net')}</th>
            <td />
          </tr>
        </thead>
        <DrawnRows list={list} columns={columns}>
          {(index) => {
            const line = lines[index];
            return line === undefined ? null : (
              <tr
                key={line.key}
                ref={list.virtual.measureElement}
                data-index={index}
                data-line={line.kind === 'invoice' || line.kind === 'mail' ? 'group' : line.kind}
                data-active={index === current || undefined}
                aria-rowindex={index + 2}
                aria-selected={canTick(line) ? share(line) === 'all' : undefined}
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
