// A role that was lowered: what it may not do any more, it takes back neither here nor at the server.
import { expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import { exampleDetails } from '../../../support/example-commands/people.ts';
import { sharedOffice } from '../../../support/shared-office.ts';

const limit: Command = { type: 'approval/limit', limit: 5000 };
const office = () => sharedOffice({ anna: 'administer', bruno: 'administer' });
const notAllowed = { ok: false, error: { reason: 'not-allowed' } };

test('the desk does not offer it, and refuses it', async () => {
  const { bruno } = await office();
  bruno.give(limit);
  await bruno.sync();
  expect(bruno.host().snapshot().undoable?.type).toBe('approval/limit');
  await bruno.becomes('order');
  await bruno.sync();
  expect(bruno.host().snapshot().undoable).toBeNull();
  expect(bruno.host().undo()).toEqual(notAllowed);
  // What the role still allows is taken back as before.
  bruno.give({ type: 'person/add', details: exampleDetails as never });
  expect(bruno.host().undo().ok).toBe(true);
  await bruno.becomes('read');
  await bruno.sync();
  expect(bruno.host().snapshot().redoable).toBeNull();
});

test.each(['undo', 'redo'] as const)(
  'the server refuses the %s of a desk that has not heard',
  async (step) => {
    const { anna, bruno } = await office();
    bruno.give(limit);
    await bruno.sync();
    if (step === 'redo') {
      expect(bruno.host().undo().ok).toBe(true);
      await bruno.sync();
    }
    await anna.sync();
    const before = [...anna.workspace().approvals];
    await bruno.becomes('prepare');
    expect(bruno.host()[step]().ok).toBe(true);
    await bruno.sync();
    await anna.sync();
    expect(bruno.refused().map(({ refusal }) => refusal?.reason)).toEqual(['not-allowed']);
    expect([...anna.workspace().approvals]).toEqual(before);
    expect([...bruno.workspace().approvals]).toEqual(before);
  },
);
