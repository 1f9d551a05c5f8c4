import { panelPlanOf } from '../../../core/desk/seats/seat-boards.ts';
import type { AppState } from '../../../core/desk/rows/state.ts';
import type { PersonId } from '../../../core/kernel/id.ts';
import { permissionTemplates } from '../../../core/services/permission.ts';
import { ownService, peopleOf, serviceOf, type Numbers, type Wish } from './wish.ts';

/** Who holds a seat of the studio's own service, from any of them on. */
function held(state: AppState, [, b]: Numbers): PersonId[] {
  const all = [...state.workspace.seats.values()]
    .filter((seat) => seat.serviceId === ownService)
    .map(({ personId }) => personId);
  const first = b % Math.max(1, all.length);
  return [...all.slice(first), ...all.slice(0, first)];
}

const templates = ['viewer', 'editor', 'sender', 'manager'] as const;

export const seatWishes = {
  need: (numbers) => [
    (state) => ({
      type: 'seat/need',
      serviceId: serviceOf(state, numbers),
      personIds: peopleOf(state, numbers),
      needed: numbers[2] % 4 !== 0,
    }),
  ],
  assign: (numbers) => [
    (state) => ({
      type: 'seat/assign',
      serviceId: serviceOf(state, numbers),
      personIds: peopleOf(state, numbers).slice(0, 1),
    }),
  ],
  free: (numbers) => [
    (state) => ({
      type: 'seat/free',
      serviceId: serviceOf(state, numbers),
      personIds: peopleOf(state, numbers).slice(0, 1),
    }),
  ],
  give: (numbers) => [
    (state) => ({
      type: 'seat/assign',
      serviceId: ownService,
      personIds: peopleOf(state, numbers).slice(0, 1),
    }),
  ],
  permit: (numbers) => [
    (state) => ({
      type: 'seat/permissions',
      serviceId: ownService,
      personIds: held(state, numbers).slice(0, 2),
      permissions: [...permissionTemplates[templates[numbers[2] % 4] ?? 'viewer']],
    }),
  ],
  'free-held': (numbers) => [
    (state) => ({
      type: 'seat/free',
      serviceId: ownService,
      personIds: held(state, numbers).slice(0, 1),
    }),
  ],
  align: ([a]) => [
    (state) => {
      const service = state.replica.services.get(ownService);
      const steps = service === undefined ? [] : panelPlanOf(state, service).steps;
      return {
        type: 'panel/align',
        serviceId: ownService,
        usernames: steps.slice(0, 1 + (a % 3)).map(({ username }) => username),
      };
    },
  ],
} satisfies Readonly<Record<string, Wish>>;
