// "A chi?": a free user goes to a person in one step.
import { show } from './screen.tsx';
import { screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { boardOf } from '../../core/desk/seats/seat-boards.ts';
import type { PersonId, ServiceId } from '../../core/kernel/id.ts';
import { GiveSeatDialog } from '../../renderer/screens/people/list/give-seat-dialog.tsx';
import { useDesk } from '../../renderer/store/desk.ts';

const serviceId = 'fe-serra' as ServiceId;
const board = () => {
  const { state } = useDesk.getState();
  const service = state.replica.services.get(serviceId);
  if (service === undefined) throw new Error('The sample has it');
  return boardOf(state, service);
};
const names = (): readonly string[] => screen.getAllByRole('option').map(({ textContent }) => textContent);

test('who waits comes first; Enter gives the user to the marked person', async () => {
  let closed = 0;
  const { user, toasts } = await show(
    () => <GiveSeatDialog serviceId={serviceId} onClose={() => (closed += 1)} />,
    { type: 'seat/need', serviceId, personIds: ['p-d-fontana'] as PersonId[], needed: true },
  );
  expect(names()[0]).toMatch(/Desirée Fontana|D.* Fontana/);
  expect(names()[0]).toContain('In attesa');
  const before = board().free;
  await user.type(screen.getByRole('textbox'), 'anna ferri');
  await waitFor(() => expect(names()).toHaveLength(1));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(board().free).toBe(before - 1));
  expect([...board().seatOf.keys()]).toContain('p-a-ferri');
  expect(toasts()).toContain('Utente dato: Anna Ferri.');
  expect(closed).toBe(0);
});

test('nobody who has left or holds a user there is offered', async () => {
  await show(() => <GiveSeatDialog serviceId={'fe-studio' as ServiceId} onClose={() => undefined} />);
  expect(names().some((name) => /Paolo Greco|Anna Ferri|Marco De Luca/.test(name))).toBe(false);
});

test('somebody whom the list does not have is added in place, and gets the user', async () => {
  let closed = 0;
  const { user, toasts } = await show(() => (
    <GiveSeatDialog serviceId={serviceId} onClose={() => (closed += 1)} />
  ));
  const before = board().free;
  await user.type(screen.getByRole('textbox'), 'lia bertani');
  await waitFor(() => expect(names()).toEqual(['Nuova persona: lia bertani…']));
  await user.keyboard('{Enter}');
  const family = await screen.findByRole('textbox', { name: 'Cognome' });
  expect(screen.getByRole('textbox', { name: 'Nome' })).toHaveProperty('value', 'lia');
  expect(family).toHaveProperty('value', 'bertani');
  // Without an address it says what is missing, and nobody is added.
  await user.type(family, '{Enter}');
  expect(await screen.findByText('Scrivi un indirizzo e-mail, per esempio nome@studio.it.')).toBeTruthy();
  const email = screen.getByRole('textbox', { name: /mail/i });
  await user.type(email, 'a.ferri@studiobianchi.example{Enter}');
  // The desk refuses an address that somebody has, and the form stays.
  await waitFor(() => expect(toasts().some((text) => text.includes('a.ferri@'))).toBe(true));
  await user.clear(email);
  await user.type(email, 'l.bertani@studiobianchi.example{Enter}');
  await waitFor(() => expect(board().free).toBe(before - 1));
  expect(toasts()).toContain('Utente dato: lia bertani.');
  expect(closed).toBe(0);
  expect(await screen.findByRole('textbox', { name: 'A chi?' })).toHaveProperty('value', '');
});
