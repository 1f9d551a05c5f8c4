import {
  useLayoutEffect,
  useMemo,
  useState,
  type Dispatch,
  type KeyboardEvent,
  type SetStateAction,
} from 'react';
import type { PersonId } from '../../../../core/kernel/id.ts';
import { memoInLanguage } from '../../../components/memo-in-language.tsx';
import { columnsStyle, linesIn, type Lines } from '../../../components/columns.ts';
import { Checkbox } from '../../../components/controls.tsx';
import { DrawnRows } from '../../../components/long-list.tsx';
import { useFocusedList } from '../../../components/use-focused-list.ts';
import { useUi } from '../../../store/ui-store.ts';
import { language, text } from '../../../text/text.ts';
import type { ChosenColumn } from '../../../../core/desk/rows/saved-view.ts';
import { useLookers } from '../../shared/row-mark.tsx';
import { ColumnsButton } from './columns-button.tsx';
import { columnWords, shownColumns, widthsOf } from './people-columns.ts';
import type { PersonRow, Sort } from './people-rows.ts';
import { PersonRowView } from './person-row.tsx';
import { changePeople } from './selection-bar.tsx';

/** Of one line and of two, in pixels. */
const rowHeights = { 1: 37, 2: 47 } as const;
/** The column of the checkboxes, in pixels. */
const boxes = 42;

/**
 * People, thousands of them if need be: only the rows in sight are in the page. Arrows, Home, End and Page
 * keys move, Space selects, Enter opens the detail, F2 changes a person or all that are selected with it,
 * Ctrl+A selects all that are shown. A table of our own:
 * react-aria keeps a node for each row of its tables, also if they are virtual (renderer/README.md).
 */
export const PeopleGrid = memoInLanguage(function PeopleGrid({
  rows,
  selected,
  onSelect,
  sort,
  onSort,
  shown,
  all,
  chosenColumns,
}: {
  readonly rows: readonly PersonRow[];
  readonly selected: ReadonlySet<PersonId>;
  readonly onSelect: Dispatch<SetStateAction<ReadonlySet<PersonId>>>;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly shown: PersonId | null;
  /** Also those whom the filters hide: the columns are as wide as their words. */
  readonly all: readonly PersonRow[];
  readonly chosenColumns: readonly ChosenColumn[];
}) {
  const columns = shownColumns(chosenColumns);
  const widths = widthsOf(all, columns, language());
  const [lines, setLines] = useState<Lines>(1);
  const rowHeight = rowHeights[lines];
  const { scroller, width, list, current, setCurrent, onKeyDown, show } = useFocusedList({
    count: rows.length,
    estimateSize: () => rowHeight,
    overscan: 4,
  });
  const lookers = useLookers('people');
  const { virtual } = list;
  const needed = width > 0 ? linesIn(width - boxes, widths) : lines;
  if (needed !== lines) setLines(needed);
  useLayoutEffect(() => virtual.measure(), [virtual, lines]);
  const chosen = useMemo(() => rows.filter(({ person }) => selected.has(person.id)).length, [rows, selected]);
  const { toggle, selectAll } = useMemo(() => selectionOf(rows, onSelect), [rows, onSelect]);

  function onKey(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-index]')) return;
    const row = rows[current];
    if (event.key === ' ' && row !== undefined) {
      toggle(row.person.id);
      show();
    } else if (event.key === 'Enter' && row !== undefined) useUi.setState({ personShown: row.person.id });
    else if (event.key === 'F2' && row !== undefined)
      changePeople(selected.has(row.person.id) ? [...selected] : [row.person.id]);
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) selectAll(true);
    else {
      onKeyDown(event);
      return;
    }
    event.preventDefault();
  }

  if (rows.length === 0) return <p className="empty muted">{text('people.no-match')}</p>;
  return (
    <div className="grid-scroll" ref={scroller}>
      <table
        className="table columns"
        style={columnsStyle(widths, lines, rowHeight, boxes)}
        data-lines={lines}
        role="grid"
        aria-label={text('people.grid')}
        aria-rowcount={rows.length + 1}
        aria-multiselectable="true"
        onKeyDown={onKey}
      >
        <Head
          all={rows.length}
          chosen={chosen}
          onSelectAll={selectAll}
          sort={sort}
          onSort={onSort}
          chosenColumns={chosenColumns}
        />
        <DrawnRows list={list} columns={columns.length + 1}>
          {(index) => {
            const row = rows[index];
            // By place, as the focus is: another order or search writes other words into the rows that stand.
            return row === undefined ? null : (
              <PersonRowView
                key={index}
                row={row}
                columns={columns}
                index={index}
                selected={selected.has(row.person.id)}
                shown={row.person.id === shown}
                tabStop={index === current}
                lookers={lookers.get(row.person.id)}
                onFocus={setCurrent}
                onToggle={toggle}
              />
            );
          }}
        </DrawnRows>
      </table>
    </div>
  );
});

/** What Space and Ctrl+A do with the selection. People that the filters hide stay as they are. */
function selectionOf(rows: readonly PersonRow[], onSelect: Dispatch<SetStateAction<ReadonlySet<PersonId>>>) {
  return {
    toggle: (personId: PersonId): void =>
      onSelect((selected) => {
        const next = new Set(selected);
        if (!next.delete(personId)) next.add(personId);
        return next;
      }),
    selectAll: (on: boolean): void =>
      onSelect((selected) => {
        const next = new Set(selected);
        for (const { person } of rows) {
          if (on) next.add(person.id);
          else next.delete(person.id);
        }
        return next;
      }),
  };
}

function Head({
  all,
  chosen,
  onSelectAll,
  sort,
  onSort,
  chosenColumns,
}: {
  readonly all: number;
  readonly chosen: number;
  readonly onSelectAll: (on: boolean) => void;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly chosenColumns: readonly ChosenColumn[];
}) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        <th>
          <Checkbox
            label={text('people.select-all')}
            checked={chosen === all}
            partly={chosen > 0 && chosen < all}
            onChange={onSelectAll}
          />
        </th>
        {shownColumns(chosenColumns).map((key) => (
          <th
            key={key}
            aria-sort={sort.key === key ? (sort.descending ? 'descending' : 'ascending') : 'none'}
          >
            <button
              type="button"
              className="sort"
              onClick={() => onSort({ key, descending: sort.key === key && !sort.descending })}
            >
              {text(columnWords[key].label)}
              {sort.key === key ? (sort.descending ? ' ↓' : ' ↑') : ''}
            </button>
            {key === 'standing' && <ColumnsButton columns={chosenColumns} />}
          </th>
        ))}
      </tr>
    </thead>
  );
}
