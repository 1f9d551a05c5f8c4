import { create } from 'zustand';
import type { PersonId, ServiceId } from '../../core/kernel/id.ts';
import { seatId, type SeatId } from '../../core/seats/seat.ts';
import type { PanelPermission } from '../../core/services/permission.ts';

export interface DraftedSeat {
  readonly serviceId: ServiceId;
  readonly personId: PersonId;
  readonly seat: boolean;
}

export interface SeatDraft {
  readonly cells: ReadonlyMap<SeatId, DraftedSeat>;
  /** What new seats of the draft start with. */
  readonly permissions: readonly PanelPermission[];
}

/** What was marked in the matrix and is not applied yet: of this window only, and gone with it. */
export const useSeatDraft = create<SeatDraft>()(() => ({ cells: new Map(), permissions: ['read'] }));

/** Marks cells; one that asks for what is there already is no mark. */
export function markCells(marks: readonly (DraftedSeat & { readonly already: boolean })[]): void {
  useSeatDraft.setState(({ cells }) => {
    const next = new Map(cells);
    for (const { serviceId, personId, seat, already } of marks) {
      const id = seatId(serviceId, personId);
      if (already) next.delete(id);
      else next.set(id, { serviceId, personId, seat });
    }
    return { cells: next };
  });
}

export function clearDraft(): void {
  useSeatDraft.setState({ cells: new Map() });
}
