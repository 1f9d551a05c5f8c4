import { useMemo } from 'react';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { hasLeft } from '../../../core/people/person.ts';
import { wishesBeyondRules, wishesOfRules, type SeatWish } from '../../../core/seats/seat-rule.ts';
import { samePermissions } from '../../../core/services/permission.ts';
import { useSeatDraft, type SeatDraft } from '../../store/seat-draft.ts';

interface Wishes {
  readonly wishes: readonly SeatWish[];
  /** Wishes that free the seats of people who have left. */
  readonly leavers: readonly SeatWish[];
  /** Wishes that free the seats that no rule gives. Empty for a draft. */
  readonly beyond: readonly SeatWish[];
}

/** Frees the seats that people who have left still hold on these services (rule H5). */
function leaverWishes(state: AppState, services: ReadonlySet<ServiceId>): readonly SeatWish[] {
  const wishes: SeatWish[] = [];
  for (const { serviceId, personId } of state.workspace.seats.values()) {
    const person = state.workspace.people.get(personId);
    if (services.has(serviceId) && person !== undefined && hasLeft(person, state.today))
      wishes.push({ serviceId, personId, seat: false, permissions: null });
  }
  return wishes;
}

function draftWishes({ cells, permissions }: SeatDraft): readonly SeatWish[] {
  const wanted = samePermissions(permissions, ['read']) ? null : permissions;
  return [...cells.values()].map((cell) => ({ ...cell, permissions: cell.seat ? wanted : null }));
}

/** The wishes of the draft or of the rules. */
export function useSeatWishes(
  state: AppState,
  from: 'draft' | 'rules',
  { freeLeavers, freeBeyond }: { readonly freeLeavers: boolean; readonly freeBeyond: boolean },
): Wishes {
  const draft = useSeatDraft();
  const asked = useMemo(() => {
    const { seatRules, people } = state.workspace;
    return from === 'rules' ? wishesOfRules(seatRules.values(), people, state.today) : draftWishes(draft);
  }, [from, state, draft]);
  const leavers = useMemo(
    () => leaverWishes(state, new Set(asked.map(({ serviceId }) => serviceId))),
    [state, asked],
  );
  const beyond = useMemo(() => {
    const { seatRules, seats, people } = state.workspace;
    return from === 'rules' ? wishesBeyondRules(seatRules.values(), seats.values(), people) : [];
  }, [from, state]);
  const wishes = useMemo(
    () => [...asked, ...(freeLeavers ? leavers : []), ...(freeBeyond ? beyond : [])],
    [asked, leavers, beyond, freeLeavers, freeBeyond],
  );
  return { wishes, leavers, beyond };
}
