import type { Header } from './columns.ts';
import { plainCell } from './plain-cell.ts';
import { orderShown } from './read-dates.ts';

/** Looks at the dates of the rows, and then knows whether some are surely month first and others are open. */
export function datesOf({ columns }: Header): {
  readonly look: (cells: readonly string[]) => void;
  readonly areAmbiguous: () => boolean;
} {
  const shown = new Set<string>();
  return {
    look(cells) {
      for (const { field, index } of columns)
        if (field === 'start' || field === 'end') shown.add(orderShown(plainCell(cells[index] ?? ''), field));
    },
    areAmbiguous: () => shown.has('month-day') && shown.has('either'),
  };
}
