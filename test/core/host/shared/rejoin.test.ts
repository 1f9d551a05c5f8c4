// A desk that joins again by the link of another member.
import { expect, test } from 'vitest';
import { exampleDetails } from '../../../support/example-commands/people.ts';
import { sharedOffice, type OfficeDesk } from '../../../support/shared-office.ts';

const client = '01930000-0000-7000-8000-0000000000ff';
const place = { address: 'http://server', fingerprint: null };
const rejoin = (desk: OfficeDesk, account: string) =>
  desk.host().shared.rejoin({ client, account, name: account, role: 'administer' }, place);

test('what waits here is never sent in another name', async () => {
  const { dario } = await sharedOffice({ dario: 'prepare' });
  dario.connected(false);
  dario.give({ type: 'person/add', details: exampleDetails as never });
  expect(rejoin(dario, 'anna')).toEqual({
    ok: false,
    error: { reason: 'other-member', own: 'dario', other: 'anna' },
  });
  expect(dario.workspace().sharedStudio.get('studio')?.account).toBe('dario');
  expect(rejoin(dario, 'dario').ok).toBe(true);
});

test('if nothing waits, the computer passes to the other member', async () => {
  const { dario } = await sharedOffice({ dario: 'prepare' });
  dario.give({ type: 'person/add', details: exampleDetails as never });
  await dario.sync();
  expect(rejoin(dario, 'anna').ok).toBe(true);
  expect(dario.workspace().sharedStudio.get('studio')).toMatchObject({ account: 'anna', client });
});
