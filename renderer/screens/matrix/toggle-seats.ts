import type { AppState } from '../../../core/desk/rows/state.ts';
import { seatId } from '../../../core/seats/seat.ts';
import type { Service } from '../../../core/services/service.ts';
import { markCells, useSeatDraft } from '../../store/seat-draft.ts';
import { toast } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import type { MatrixRow } from './matrix-data.ts';
import type { Block } from './use-cells.ts';

/** Marks the whole rectangle: gives seats, or takes them back if everybody in it already has one. */
export function toggleSeats(
  { workspace: { seats, needs } }: AppState,
  rows: readonly MatrixRow[],
  services: readonly Service[],
  block: Block,
): void {
  const { cells } = useSeatDraft.getState();
  const found: {
    readonly service: Service;
    readonly row: Extract<MatrixRow, { kind: 'person' }>;
    readonly has: boolean;
    readonly wants: boolean;
  }[] = [];
  for (const row of rows.slice(block.top, block.bottom + 1)) {
    if (row.kind !== 'person') continue;
    for (const service of services.slice(block.left - 1, block.right)) {
      const id = seatId(service.id, row.person.id);
      const has = seats.has(id) || needs.has(id);
      found.push({ service, row, has, wants: cells.get(id)?.seat ?? has });
    }
  }
  const give =
    !found.filter(({ row }) => !row.left).every(({ wants }) => wants) && found.some(({ row }) => !row.left);
  const marks = found
    .filter(({ row, has }) => !(give && row.left && !has))
    .map(({ service, row, has }) => ({
      serviceId: service.id,
      personId: row.person.id,
      seat: give,
      already: has === give,
    }));
  if (found.length > 0 && marks.every(({ already }) => already) && cells.size === 0)
    toast(text('matrix.nothing-to-mark'));
  markCells(marks);
}
