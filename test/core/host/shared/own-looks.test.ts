// Language and theme of a shared studio are those of each computer.
import { expect, test } from 'vitest';
import { looksOf } from '../../../../electron/desk-thread/questions.ts';
import { sharedOffice } from '../../../support/shared-office.ts';

test('whoever may do nothing else chooses them here; nobody else sees it, and they stay', async () => {
  const { anna, dario } = await sharedOffice({ anna: 'administer', dario: 'read' });
  const looks = () => [anna, dario].map((desk) => looksOf(desk.host().state()));
  const firms = { language: 'it', theme: 'system', studio: 'own' };
  expect(looks()).toEqual([firms, firms]);
  expect(dario.give({ type: 'firm/settings', theme: 'dark' })).toEqual({});
  expect(dario.give({ type: 'firm/settings', language: 'en' })).toEqual({});
  anna.give({ type: 'firm/settings', theme: 'light' });
  for (const desk of [anna, dario, anna]) await desk.sync();
  const chosen = [
    { ...firms, theme: 'light' },
    { ...firms, theme: 'dark', language: 'en' },
  ];
  expect(looks()).toEqual(chosen);
  expect(dario.workspace().waiting.size + anna.workspace().waiting.size).toBe(0);
  expect(anna.workspace().firm.get('firm')).toMatchObject({ language: 'it', theme: 'system' });
  dario.restart();
  await dario.sync();
  expect(looks()).toEqual(chosen);
});

test('a rule of the firm is everybody’s, and for who administers', async () => {
  const { anna, dario } = await sharedOffice({ anna: 'administer', dario: 'prepare' });
  expect(dario.host().submit({ type: 'firm/settings', rule: 'completed-month' })).toEqual({
    ok: false,
    error: { reason: 'not-allowed' },
  });
  anna.give({ type: 'firm/settings', rule: 'completed-month' });
  await anna.sync();
  await dario.sync();
  expect(dario.workspace().firm.get('firm')?.rule).toBe('completed-month');
});
