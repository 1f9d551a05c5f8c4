import type { Client } from '../../core/desk/rows/client.ts';
import type { AppState, Firm, ReplicaChange, WorkspaceChange } from '../../core/desk/rows/state.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { ClientId, ServiceId } from '../../core/kernel/id.ts';
import { emailKey } from '../../core/people/person.ts';
import { defaultOffPolicy } from '../../core/renewals/add-users.ts';
import { defaultMonthRule } from '../../core/renewals/months.ts';
import { seatId, type Seat, type SeatNeed } from '../../core/seats/seat.ts';
import { sampleState } from '../simulator/sample/sample.ts';
import { sampleVatCode } from '../simulator/sample/sample-vat-code.ts';
import { samplePeople } from './sample-people.ts';

const firm = (account: string, vat: string): Firm => ({
  id: 'firm',
  name: 'Studio Bianchi e Associati',
  account,
  payer: {
    name: 'Studio Bianchi e Associati',
    vatCode: vat,
    address: 'Corso Italia 12',
    postcode: '52100',
    municipality: 'Arezzo',
    province: 'AR',
    email: 'amministrazione@studiobianchi.example',
    eInvoiceAddress: 'M5UXCR1',
  },
  rule: defaultMonthRule,
  offPolicy: defaultOffPolicy,
  language: 'it',
  theme: 'system',
  studio: 'sample',
});

const client = (name: string, vat: string): Client => ({ id: vat as ClientId, name, vatCode: vat });

const clients: readonly Client[] = [
  client('Vivai Toscani', sampleVatCode('0445566042')),
  client('Otticanova srl', sampleVatCode('0556677051')),
];

const waitingMailboxes = ['g.sanna', 'd.fontana'];
const ownService = 'fe-studio' as ServiceId;

/** What the sample firm knows about its services before its first exchange with the vendor. */
export function sampleServices(today: Day): readonly ReplicaChange[] {
  const { services, orders, priceLists } = sampleState(today);
  return [
    ...services.rows().map((value): ReplicaChange => ({ table: 'services', id: value.id, value })),
    ...orders.rows().map((value): ReplicaChange => ({ table: 'orders', id: value.orderNumber, value })),
    ...priceLists.map((value): ReplicaChange => ({ table: 'priceLists', id: value.version, value })),
  ];
}

/**
 * The sample firm's own rows: people, people who need a seat, and the seats that the panel
 * already has, matched by e-mail.
 */
export function sampleDesk({ replica, today }: AppState, account: string): readonly WorkspaceChange[] {
  const people = samplePeople(today);
  const byEmail = new Map(people.map((person) => [emailKey(person.email), person]));
  const seats = [...replica.services.values()].flatMap((service) =>
    service.users.flatMap(({ username, email }): Seat[] => {
      const person = byEmail.get(emailKey(email));
      if (person === undefined) return [];
      return [
        {
          id: seatId(service.id, person.id),
          serviceId: service.id,
          personId: person.id,
          username,
          permissions: ['read', 'create'],
          // The history's event is of today too. Nobody knows when the panel's user was made.
          since: today,
        },
      ];
    }),
  );
  const needs = people
    .filter((person) => waitingMailboxes.some((mailbox) => person.email.startsWith(`${mailbox}@`)))
    .map((person, index): SeatNeed => ({
      id: seatId(ownService, person.id),
      serviceId: ownService,
      personId: person.id,
      permissions: null,
      order: index + 1,
    }));
  return [
    { table: 'firm', id: 'firm', value: firm(account, replica.services.get(ownService)?.vatCode ?? '') },
    ...people.map((value): WorkspaceChange => ({ table: 'people', id: value.id, value })),
    ...clients.map((value): WorkspaceChange => ({ table: 'clients', id: value.id, value })),
    ...needs.map((value): WorkspaceChange => ({ table: 'needs', id: value.id, value })),
    ...seats.flatMap((value): WorkspaceChange[] => [
      { table: 'seats', id: value.id, value },
      {
        table: 'usernames',
        id: `${value.serviceId}/${value.username}`,
        value: {
          id: `${value.serviceId}/${value.username}`,
          serviceId: value.serviceId,
          username: value.username,
          personId: value.personId,
        },
      },
    ]),
  ];
}
