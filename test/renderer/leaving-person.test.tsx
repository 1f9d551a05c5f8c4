// Who leaves soon is seen in the staff list, and their detail says what comes after the last day.
import { show } from './screen.tsx';
import { screen, within } from '@testing-library/react';
import { beforeEach, expect, test } from 'vitest';
import type { Command } from '../../core/desk/command.ts';
import type { PersonId, ServiceId } from '../../core/kernel/id.ts';
import { isLeaving } from '../../core/people/person.ts';
import { PeopleScreen } from '../../renderer/screens/people/list/people-screen.tsx';
import { leavingTasks } from '../../renderer/screens/status/tasks/seat-tasks.ts';
import { useDesk } from '../../renderer/store/desk.ts';
import { useUi } from '../../renderer/store/ui-store.ts';
import { day, person } from '../support/samples.ts';
import { sampleOffice } from '../support/sample-state.ts';

const { workspace, replica, today } = sampleOffice().state;
const named = (familyName: string): PersonId => {
  const found = [...workspace.people.values()].find((one) => one.familyName === familyName);
  if (found === undefined) throw new Error(`The sample has no ${familyName}`);
  return found.id;
};
const marco = named('De Luca');
const [studio, other] = ['Studio Bianchi', 'Tipografia'].map((start) => {
  const found = [...replica.services.values()].find(({ holder }) => holder.startsWith(start));
  return found?.id ?? ('none' as ServiceId);
}) as [ServiceId, ServiceId];

const leaves = (end: string): Command => ({
  type: 'person/change',
  personId: marco,
  details: { end: day(end) },
});
const alsoAt: Command = { type: 'seat/need', serviceId: other, personIds: [marco], needed: true };
const given: Command = { type: 'seat/assign', serviceId: other, personIds: [marco] };
const detail = (): HTMLElement => {
  const found = document.querySelector<HTMLElement>('.drawer');
  if (found === null) throw new Error('No person is open');
  return found;
};

beforeEach(() => {
  useUi.setState({ route: { screen: 'people' }, back: [], opened: 'anew', personShown: marco });
});

test('today and the next thirty days are near; a day that is past, later or unknown is not', () => {
  const near = (end: string | null): boolean =>
    isLeaving(person('p', { end: end === null ? null : day(end) }), day('2026-11-24'));
  expect(['2026-11-24', '2026-12-24'].map(near)).toEqual([true, true]);
  expect(['2026-11-23', '2026-12-25', null].map(near)).toEqual([false, false, false]);
});

test('the list says the day, and the detail what to do after it, for who waits too', async () => {
  const { user } = await show(() => <PeopleScreen />, leaves('2026-12-10'));
  expect(within(detail()).getByText('Esce il 10/12/2026')).toBeTruthy();
  expect(screen.getByText(/va eliminato nel pannello, poi può averlo chi aspetta/)).toBeTruthy();
  await user.click(screen.getByRole('button', { name: 'Libera ora…' }));
  expect(useUi.getState().dialog).toEqual({ kind: 'free-seats', serviceId: studio, personIds: [marco] });
});

test('a contract that ends next year changes nothing yet', async () => {
  await show(() => <PeopleScreen />, leaves('2027-11-30'));
  expect(within(detail()).getByText('Assegnato')).toBeTruthy();
  expect(screen.queryByText(/Esce il/)).toBeNull();
});

test('where users of leavers cover all who wait, nobody waits for this one', async () => {
  const first = [...workspace.needs.values()].find(({ serviceId }) => serviceId === studio);
  const personIds = first === undefined ? [] : [first.personId];
  await show(() => <PeopleScreen />, leaves('2026-12-10'), {
    type: 'seat/need',
    serviceId: studio,
    personIds,
    needed: false,
  });
  expect(screen.getByText(/va eliminato nel pannello, poi è libero/)).toBeTruthy();
});

test('the users in other services are listed, and one press shows that service', async () => {
  const { user } = await show(() => <PeopleScreen />, alsoAt, given);
  const list = screen.getByRole('list', { name: 'Utenti in altri servizi' });
  await user.click(within(list).getByRole('button'));
  expect(useUi.getState().peopleService).toBe(other);
});

test('the task opens a service where the person holds a user', async () => {
  await show(() => <PeopleScreen />, leaves('2026-12-10'));
  useUi.setState({ peopleService: other });
  const [task] = leavingTasks(useDesk.getState().state);
  expect(today).toBe('2026-11-24');
  task?.run();
  expect(useUi.getState()).toMatchObject({ personShown: marco, peopleService: studio });
});
