import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, type KeyboardEvent } from 'react';
import type { PersonId } from '../../../../core/kernel/id.ts';
import { Checkbox } from '../../../components/controls.tsx';
import { useRowFocus } from '../../../components/use-row-focus.ts';
import { Spacer } from '../../../components/spacer.tsx';
import { Badge, type Tone } from '../../../components/surfaces.tsx';
import { useUi } from '../../../store/ui-store.ts';
import { dayText } from '../../../text/format.ts';
import { text, type TextId } from '../../../text/text.ts';
import type { PersonRow, PersonStanding, SortKey } from './people-rows.ts';

const rowHeight = 37;

const columns: readonly { readonly key: SortKey; readonly label: TextId }[] = [
  { key: 'name', label: 'people.col-name' },
  { key: 'department', label: 'people.department' },
  { key: 'email', label: 'people.col-email' },
  { key: 'username', label: 'people.col-username' },
  { key: 'standing', label: 'col.state' },
];

const tones: Readonly<Record<PersonStanding, Tone>> = {
  assigned: 'ok',
  waiting: 'soon',
  'in-cart': 'accent',
  ordered: 'accent',
  'left-holding': 'late',
  left: 'wait',
  'not-needed': 'wait',
};

/** The standing in words; `left` says since when. */
export function Standing({ row }: { readonly row: PersonRow }) {
  const { end } = row.person;
  const day = end === null ? '' : dayText(end);
  return <Badge tone={tones[row.standing]}>{text(`seat.${row.standing}`, { day })}</Badge>;
}

/**
 * People, thousands of them if need be: only the rows in sight are in the page. Arrows, Home, End and Page
 * keys move,
 * Space selects, Enter opens the detail, Ctrl+A selects all that are shown.
 */
export function PeopleGrid({
  rows,
  selected,
  onSelect,
  sort,
  onSort,
  shown,
}: {
  readonly rows: readonly PersonRow[];
  readonly selected: ReadonlySet<PersonId>;
  readonly onSelect: (selected: ReadonlySet<PersonId>) => void;
  readonly sort: { readonly key: SortKey; readonly descending: boolean };
  readonly onSort: (sort: { readonly key: SortKey; readonly descending: boolean }) => void;
  readonly shown: PersonId | null;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const items = virtual.getVirtualItems();

  const {
    current,
    setCurrent,
    onKeyDown: moveOn,
  } = useRowFocus({
    count: rows.length,
    list: scroller,
    show: (index) => virtual.scrollToIndex(index),
    page: () => Math.max(1, Math.floor((scroller.current?.clientHeight ?? rowHeight) / rowHeight) - 2),
  });

  function toggle(personId: PersonId): void {
    const next = new Set(selected);
    if (!next.delete(personId)) next.add(personId);
    onSelect(next);
  }

  function selectAll(on: boolean): void {
    const next = new Set(selected);
    for (const { person } of rows) {
      if (on) next.add(person.id);
      else next.delete(person.id);
    }
    onSelect(next);
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (!(event.target instanceof HTMLElement) || !event.target.matches('[data-index]')) return;
    const row = rows[current];
    if (event.key === ' ' && row !== undefined) toggle(row.person.id);
    else if (event.key === 'Enter' && row !== undefined) useUi.setState({ personShown: row.person.id });
    else if (event.key.toLowerCase() === 'a' && (event.ctrlKey || event.metaKey)) selectAll(true);
    else {
      moveOn(event);
      return;
    }
    event.preventDefault();
  }

  if (rows.length === 0) return <p className="empty muted">{text('people.no-match')}</p>;
  const chosen = rows.filter(({ person }) => selected.has(person.id)).length;
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div className="grid-scroll" ref={scroller}>
      <table
        className="table"
        role="grid"
        aria-label={text('people.grid')}
        aria-rowcount={rows.length + 1}
        aria-multiselectable="true"
        onKeyDown={onKeyDown}
      >
        <thead>
          <tr aria-rowindex={1}>
            <th>
              <Checkbox
                label={text('people.select-all')}
                checked={chosen === rows.length}
                partly={chosen > 0 && chosen < rows.length}
                onChange={selectAll}
              />
            </th>
            {columns.map(({ key, label }) => (
              <th
                key={key}
                aria-sort={sort.key === key ? (sort.descending ? 'descending' : 'ascending') : 'none'}
              >
                <button
                  type="button"
                  className="sort"
                  onClick={() => onSort({ key, descending: sort.key === key && !sort.descending })}
                >
                  {text(label)}
                  {sort.key === key ? (sort.descending ? ' ↓' : ' ↑') : ''}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={above} columns={columns.length + 1} />
          {items.map(({ index }) => {
            const row = rows[index];
            if (row === undefined) return null;
            const { person, name, username, standing } = row;
            return (
              <tr
                key={person.id}
                data-index={index}
                aria-rowindex={index + 2}
                aria-selected={selected.has(person.id)}
                data-selected={selected.has(person.id)}
                data-active={person.id === shown}
                tabIndex={index === current ? 0 : -1}
                onFocus={() => setCurrent(index)}
                onClick={() => useUi.setState({ personShown: person.id })}
              >
                <td>
                  <Checkbox
                    tabStop={false}
                    label={text('people.select', { name })}
                    checked={selected.has(person.id)}
                    onChange={() => toggle(person.id)}
                  />
                </td>
                <td className="strong nowrap">{name}</td>
                <td className="muted">{person.department}</td>
                <td className="muted">{person.email}</td>
                <td className="mono">
                  {username ??
                    (standing === 'not-needed' || standing === 'left' ? (
                      ''
                    ) : (
                      <span className="faint">{text('people.to-create')}</span>
                    ))}
                </td>
                <td>
                  <Standing row={row} />
                </td>
              </tr>
            );
          })}
          <Spacer height={below} columns={columns.length + 1} />
        </tbody>
      </table>
    </div>
  );
}
