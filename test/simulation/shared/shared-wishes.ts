// What the people of a shared studio want of their desks.
import type { Command } from '../../../core/desk/command.ts';
import type { Host } from '../../../core/host/host.ts';
import type { Person } from '../../../core/people/person.ts';
import { exampleDetails } from '../../support/example-commands/people.ts';
import { typedService } from '../../support/example-commands/register.ts';
import { cartWishes } from '../wishes/cart-wishes.ts';
import { orderWishes } from '../wishes/order-wishes.ts';
import { seatWishes } from '../wishes/seat-wishes.ts';
import type { Numbers, Wish } from '../wishes/wish.ts';
import type { SharedWish } from './shared-schedule.ts';
import type { StudioWish } from './vendor-steps.ts';

const studioWishes: Readonly<Record<StudioWish, Wish>> = { ...cartWishes, ...orderWishes, ...seatWishes };

/** Something that a person wants of a studio with a vendor. */
export function studioWish(host: Host, what: StudioWish, numbers: Numbers): void {
  for (const command of studioWishes[what](numbers)) {
    const made = command(host.state());
    if (made !== undefined) host.submit(made);
  }
}

/** One field of a person, all of them, or the same field of several people: whoever the number chooses. */
function changeOf(person: Person, staff: readonly Person[], number: number): object {
  const { id: personId, email, familyName } = person;
  switch (number % 4) {
    case 0:
      return { type: 'person/change', personId, details: { givenName: `Nome ${number}` } };
    case 1:
      return { type: 'person/change', personId, details: { department: `Reparto ${number % 7}` } };
    case 2: {
      const details = { ...exampleDetails, email, familyName, givenName: `Nome ${number}` };
      return { type: 'person/change', personId, details };
    }
    default: {
      const personIds = [personId, ...staff.slice(0, 1 + (number % 5)).map(({ id }) => id)];
      const end = number % 8 === 3 ? null : '2026-12-31';
      return { type: 'people/change', personIds, details: { end } };
    }
  }
}

/** Something that a person of any desk may want. Others may have changed the same rows meanwhile. */
export function wish(host: Host, what: SharedWish, number: number): void {
  const { workspace, replica } = host.state();
  const pick = <T>(rows: ReadonlyMap<string, T>): T | undefined =>
    [...rows.values()][number % Math.max(1, rows.size)];
  const person = pick(workspace.people);
  const service = pick(replica.services);
  const submit = (command: unknown): unknown => host.submit(command as Command);
  switch (what) {
    case 'add-person':
      // Few addresses: two desks want the same one.
      return void submit({
        type: 'person/add',
        details: { ...exampleDetails, email: `p${number % 40}@x.it`, familyName: `P${number % 40}` },
      });
    case 'change-person':
      if (person !== undefined) submit(changeOf(person, [...workspace.people.values()], number));
      return;
    case 'add-client':
      return void submit({ type: 'client/add', name: `Cliente ${number % 7}`, vatCode: '02342520158' });
    case 'record-service':
      return void submit({
        type: 'register/record',
        asOf: '2026-11-24',
        entries: [
          {
            ...typedService,
            details: {
              ...typedService.details,
              users: [{ quantity: 1 + (number % 5), expiry: null }],
              ...(number % 3 === 0 && { holder: `Ditta ${number % 5}`, vatCode: undefined }),
            },
          },
        ],
      });
    case 'need':
      if (person !== undefined && service !== undefined)
        submit({ type: 'seat/need', serviceId: service.id, personIds: [person.id], needed: number % 4 > 0 });
      return;
    case 'assign':
      if (person !== undefined && service !== undefined)
        submit({ type: 'seat/assign', serviceId: service.id, personIds: [person.id] });
      return;
    case 'free': {
      const seat = pick(workspace.seats);
      if (seat !== undefined)
        submit({ type: 'seat/free', serviceId: seat.serviceId, personIds: [seat.personId] });
      return;
    }
    case 'note':
      if (person !== undefined) submit({ type: 'person/note', personId: person.id, text: `Nota ${number}` });
      return;
    case 'undo':
      host.undo();
      return;
    case 'redo':
      host.redo();
      return;
    case 'erase':
      if (person !== undefined && number % 5 === 0) submit({ type: 'person/erase', personId: person.id });
      return;
  }
}
