// Undo in a shared studio: what the server has refused is no step any more.
import { expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import type { CartId, ServiceId } from '../../../../core/kernel/id.ts';
import { exampleDetails } from '../../../support/example-commands/people.ts';
import { e1, service } from '../../../support/own-host.ts';
import { sharedOffice, type OfficeDesk } from '../../../support/shared-office.ts';

const add = (givenName: string, email: string): Command => ({
  type: 'person/add',
  details: { ...exampleDetails, givenName, email } as never,
});
const emails = (desk: OfficeDesk) => [...desk.workspace().people.values()].map(({ email }) => email);

test('an earlier step can be undone after a refused one, and stays so when the refused one is let go', async () => {
  const { anna, dario } = await sharedOffice({ anna: 'administer', dario: 'prepare' });
  dario.connected(false);
  dario.give(add('Zeno', 'z@x.it'));
  dario.give(add('Mara', 'dup@x.it'));
  anna.give(add('Anna', 'dup@x.it'));
  await anna.sync();
  dario.connected(true);
  await dario.sync();
  expect(dario.refused()).toHaveLength(1);
  expect(dario.host().snapshot().undoable?.about.names).toEqual(['Zeno Ferri']);
  dario.host().shared.letGo(dario.refused()[0]?.id ?? '');
  expect(dario.host().undo().ok).toBe(true);
  await dario.sync();
  expect(dario.refused()).toEqual([]);
  expect(emails(dario)).toEqual(['dup@x.it']);
});

test('a refused step is not offered, also if its rows are as it would have left them', async () => {
  const { anna, dario } = await sharedOffice({ anna: 'administer', dario: 'prepare' });
  anna.give(service(e1));
  await anna.sync();
  await dario.sync();
  const [serviceId] = dario.host().state().replica.services.keys() as Iterable<ServiceId>;
  const cartId = anna.give({ type: 'cart/open', serviceId: serviceId as ServiceId }).carts?.[0] as CartId;
  await anna.sync();
  await dario.sync();
  dario.connected(false);
  dario.give({ type: 'cart/discard', cartId });
  anna.give({ type: 'cart/discard', cartId });
  await anna.sync();
  dario.connected(true);
  await dario.sync();
  expect(dario.refused()).toHaveLength(1);
  expect(dario.host().snapshot().undoable).toBeNull();
  expect(dario.host().undo()).toEqual({ ok: false, error: { reason: 'nothing-to-undo' } });
});

test('an undo that was refused can be done neither again nor back', async () => {
  const { anna, dario } = await sharedOffice({ anna: 'administer', dario: 'prepare' });
  const personId = dario.give(add('Paolo', 'p@x.it')).people?.[0] as never;
  await dario.sync();
  await anna.sync();
  dario.connected(false);
  expect(dario.host().undo().ok).toBe(true);
  anna.give({ type: 'person/change', personId, details: { department: 'Paghe' } });
  await anna.sync();
  dario.connected(true);
  await dario.sync();
  expect(dario.refused().map(({ refusal }) => refusal?.reason)).toEqual(['changed-since']);
  expect(dario.host().snapshot()).toMatchObject({ undoable: null, redoable: null });
});
