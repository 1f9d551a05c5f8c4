// Changing people: one in its dialog, several at once.
import { show } from './screen.tsx';
import { act, screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import type { PersonId } from '../../core/kernel/id.ts';
import { bridge } from '../../renderer/bridge.ts';
import { ChangePeopleDialog } from '../../renderer/screens/people/list/change-people-dialog.tsx';
import { PersonDialog } from '../../renderer/screens/people/person/person-dialog.tsx';
import { changePeople } from '../../renderer/screens/people/list/selection-bar.tsx';
import { useUi } from '../../renderer/store/ui-store.ts';

const [ferri, riva] = ['p-a-ferri', 'p-f-riva'] as PersonId[] as [PersonId, PersonId];
const several = async (onClose = vi.fn()) => ({
  ...(await show(() => <ChangePeopleDialog personIds={[ferri, riva]} onClose={onClose} />)),
  onClose,
});
const department = () => screen.getByLabelText('Reparto');
const end = () => screen.getByLabelText('Fine (gg/mm/aaaa)');
const save = () => screen.getByRole('button', { name: 'Salva' });

test('several people get what is written, in one command; what is left empty stays', async () => {
  const { user, desk, onClose, toasts } = await several();
  expect(screen.getByRole('dialog', { name: 'Modifica 2 persone' })).toBeTruthy();
  await user.type(department(), ' Paghe ');
  await user.click(save());
  expect(desk.submitted('people/change')).toEqual([
    { type: 'people/change', personIds: [ferri, riva], details: { department: 'Paghe' } },
  ]);
  expect([onClose.mock.calls.length, toasts()]).toEqual([1, ['2 persone modificate.']]);
});

test('a day that nobody can leave on is told at its field, with a name, and nothing is sent', async () => {
  const { user, desk, onClose } = await several();
  await user.type(end(), '31/02/2027');
  await user.click(save());
  expect(screen.getByText(/31\/02\/2027.* non è/)).toBeTruthy();
  await user.clear(end());
  await user.type(end(), '31/12/1999');
  await user.click(save());
  expect(screen.getByText(/^Il giorno viene prima dell’inizio di .+\.$/)).toBeTruthy();
  expect([desk.submitted('people/change'), onClose.mock.calls.length]).toEqual([[], 0]);
  await user.clear(end());
  await user.type(end(), '31/12/2026{Enter}');
  expect(desk.submitted('people/change')).toMatchObject([{ details: { end: '2026-12-31' } }]);
});

test('the end is removed only if somebody has one and it is ticked', async () => {
  const { user, desk } = await several();
  expect(screen.queryByRole('checkbox')).toBeNull();
  await act(() =>
    bridge.call('command/submit', {
      type: 'person/change',
      personId: riva,
      details: { end: '2026-12-31' as never },
    }),
  );
  await user.click(screen.getByRole('checkbox', { name: /^Togli la fine .*una persona$/ }));
  expect(end()).toHaveProperty('disabled', true);
  await user.click(save());
  expect(desk.submitted('people/change')).toMatchObject([{ details: { end: null } }]);
  expect(desk.state.workspace.people.get(riva)?.end).toBeNull();
});

test('nothing written changes nothing', async () => {
  const { user, desk, onClose } = await several();
  await user.click(save());
  expect([desk.submitted('people/change'), onClose.mock.calls.length]).toEqual([[], 1]);
});

test('one person is changed in the person’s own dialog', async () => {
  await show(() => null);
  changePeople([ferri]);
  expect(useUi.getState().dialog).toEqual({ kind: 'person', personId: ferri });
  changePeople([ferri, riva]);
  expect(useUi.getState().dialog).toEqual({ kind: 'change-people', personIds: [ferri, riva] });
});

test('a person’s dialog sends what was changed alone, also after a colleague changed something else', async () => {
  const { user, desk } = await show(() => <PersonDialog personId={ferri} again={null} onClose={vi.fn()} />);
  await act(() =>
    bridge.call('command/submit', {
      type: 'person/change',
      personId: ferri,
      details: { givenName: 'Annamaria' },
    }),
  );
  await user.clear(department());
  await user.type(department(), 'Paghe');
  await user.click(save());
  expect(desk.submitted('person/change').at(-1)).toEqual({
    type: 'person/change',
    personId: ferri,
    details: { department: 'Paghe' },
  });
  expect(desk.state.workspace.people.get(ferri)).toMatchObject({
    givenName: 'Annamaria',
    department: 'Paghe',
  });
});

test('a person’s dialog that changed nothing sends nothing and closes', async () => {
  const onClose = vi.fn();
  const { user, desk } = await show(() => <PersonDialog personId={ferri} again={null} onClose={onClose} />);
  await user.click(save());
  expect([desk.submitted('person/change'), onClose.mock.calls.length]).toEqual([[], 1]);
});
