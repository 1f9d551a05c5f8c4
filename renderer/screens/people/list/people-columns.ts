// The columns of the staff list: which are shown, what they say, and how wide they are.
import {
  chosenColumns,
  staffColumns,
  type ChosenColumn,
  type StaffColumn,
} from '../../../../core/desk/rows/saved-view.ts';
import { columnOf } from '../../../components/columns.ts';
import { remembered } from '../../../store/remembered.ts';
import { firstShown, showIn, useShownLists } from '../../../store/shown-lists.ts';
import { text, type Language, type TextId } from '../../../text/text.ts';
import type { PersonRow } from './people-rows.ts';
import { dayOrNothing, standingText } from './person-row.tsx';

interface ColumnWords {
  readonly label: TextId;
  /** In a narrow list, words with more characters are broken. */
  readonly least: number;
  readonly words: (row: PersonRow) => string;
  /** All its letters or digits are equally wide. */
  readonly mono?: boolean;
}

/** A day is never broken. */
const dayWidth = { least: 12, mono: true };

export const columnWords: Readonly<Record<StaffColumn, ColumnWords>> = {
  name: { label: 'people.col-name', least: 16, words: ({ name }) => name },
  department: { label: 'people.department', least: 12, words: ({ person }) => person.department },
  email: { label: 'people.col-email', least: 20, words: ({ person }) => person.email },
  username: {
    label: 'people.col-username',
    least: 12,
    words: ({ username }) => username ?? text('people.to-create'),
    mono: true,
  },
  start: { label: 'person.start-short', ...dayWidth, words: ({ person }) => dayOrNothing(person.start) },
  end: { label: 'person.end-short', ...dayWidth, words: ({ person }) => dayOrNothing(person.end) },
  // The badge around it takes the place of two letters.
  standing: { label: 'col.state', least: 22, words: (row) => `${standingText(row)}  ` },
};

const isShown = (column: StaffColumn, chosen: readonly ChosenColumn[]): boolean =>
  column === 'name' || column === 'standing' || chosen.includes(column);

/** All columns that the list shows, in their order. */
export const shownColumns = remembered((chosen: readonly ChosenColumn[]): readonly StaffColumn[] =>
  staffColumns.filter((column) => isShown(column, chosen)),
);

/** What the columns hold for all of these people, whoever of them is in sight. */
export const widthsOf = remembered(
  (rows: readonly PersonRow[], columns: readonly StaffColumn[], _language: Language) => {
    const standings = [...new Map(rows.map((row) => [row.standing, row])).values()];
    return columns.map((column) => {
      const { label, least, words, mono } = columnWords[column];
      return columnOf(text(label), (column === 'standing' ? standings : rows).map(words), least, mono);
    });
  },
);

/** Shows these columns. A list that was sorted by one that goes is in the order of standings again. */
export function showColumns(columns: readonly ChosenColumn[]): void {
  const { sort } = useShownLists.getState().people;
  const sorted = isShown(sort.key, columns) ? sort : firstShown.people.sort;
  showIn('people', { columns, sort: sorted });
}

/** These columns with one more, or without one. */
export const withColumn = (
  columns: readonly ChosenColumn[],
  column: ChosenColumn,
  on: boolean,
): readonly ChosenColumn[] => chosenColumns.filter((one) => (one === column ? on : columns.includes(one)));
