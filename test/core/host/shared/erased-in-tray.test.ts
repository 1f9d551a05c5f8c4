// Somebody is erased while another desk has work about the person: nothing of it stays in the tray.
import { expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import type { PersonId } from '../../../../core/kernel/id.ts';
import { exampleDetails } from '../../../support/example-commands/people.ts';
import { sharedOffice, type OfficeDesk } from '../../../support/shared-office.ts';

const add = (givenName: string, familyName: string, email: string): Command => ({
  type: 'person/add',
  details: { ...exampleDetails, givenName, familyName, email } as never,
});
const office = () => sharedOffice({ anna: 'administer', dario: 'prepare' });
const inTray = (desk: OfficeDesk) =>
  desk.refused().map(({ command, about, refusal }) => ({ command, about, reason: refusal?.reason }));

test('work that comes after the erasure is refused, and only its kind and the reason stay', async () => {
  const { anna, dario } = await office();
  const personId = anna.give(add('Paolo', 'Greco', 'p.greco@x.it')).people?.[0] as PersonId;
  await anna.sync();
  await dario.sync();
  dario.connected(false);
  dario.give({ type: 'person/note', personId, text: 'Greco malato fino a marzo' });
  dario.give({ type: 'person/change', personId, details: { email: 'paolo@nuovo.it' } });
  anna.give({ type: 'person/erase', personId });
  await anna.sync();
  dario.connected(true);
  await dario.sync();
  expect(inTray(dario)).toEqual([
    { command: { type: 'person/note' }, reason: 'unknown' },
    { command: { type: 'person/change' }, reason: 'unknown' },
  ]);
  expect(dario.again(dario.refused()[0]?.id ?? '').ok).toBe(false);
  dario.restart();
  expect(inTray(dario)).toHaveLength(2);
});

test('what lies in the tray already loses its content with the erasure, and the reason its words', async () => {
  const { anna, dario } = await office();
  const personId = anna.give(add('Paolo', 'Greco', 'p.greco@x.it')).people?.[0] as PersonId;
  dario.connected(false);
  dario.give(add('Paolo', 'Greco', 'p.greco@x.it'));
  dario.give(add('Zeno', 'Riva', 'z@x.it'));
  anna.give(add('Mara', 'Villa', 'z@x.it'));
  await anna.sync();
  dario.connected(true);
  await dario.sync();
  expect(dario.refused()).toHaveLength(2);
  anna.give({ type: 'person/erase', personId });
  await anna.sync();
  await dario.sync();
  const [paolo, zeno] = dario.refused();
  expect(JSON.stringify(paolo)).not.toMatch(/greco/i);
  expect(paolo).toMatchObject({
    command: { type: 'person/add' },
    refusal: { reason: 'duplicate-email', email: '…' },
  });
  // The others stay as they are.
  expect(zeno?.command).toEqual(add('Zeno', 'Riva', 'z@x.it'));
});

test('the erasing itself names nobody, at the desk that erases and at the others', async () => {
  const { anna, dario } = await office();
  const personId = anna.give(add('Paolo', 'Greco', 'p.greco@x.it')).people?.[0] as PersonId;
  await anna.sync();
  await dario.sync();
  anna.give({ type: 'person/erase', personId });
  await anna.sync();
  await dario.sync();
  for (const desk of [anna, dario])
    expect(JSON.stringify([...desk.workspace().waiting.values()])).not.toMatch(/Greco/i);
});
