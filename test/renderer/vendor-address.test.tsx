// Where the vendor of a sample studio is: nothing is sent elsewhere before the person has read what goes
// there (safety S3).
import { show } from './screen.tsx';
import { act, screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { VendorAddressCard } from '../../renderer/screens/settings/vendor-address-card.tsx';
import { useDesk } from '../../renderer/store/desk.ts';

const asked = (calls: readonly { readonly name: string; readonly payload: unknown }[]) =>
  calls.filter(({ name }) => name === 'studios/backend').map(({ payload }) => payload);

test('typed, checked, read, confirmed', async () => {
  const { desk, user } = await show(() => <VendorAddressCard />);
  expect(screen.getByText(/nulla esce da questo computer/)).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Usa un altro indirizzo…' }));
  await user.type(screen.getByLabelText('Indirizzo'), 'https://prova.example{Enter}');
  await screen.findByRole('dialog', { name: 'Mandare tutto questo a https://prova.example?' });
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'account e password con cui si accede',
    'carrelli e ordini, con intestatario, partita IVA e indirizzo di fatturazione',
    'gli utenti del pannello, con nome, e-mail e permessi delle persone',
  ]);
  // Return alone does not send: the safe button has the focus.
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Annulla' }));
  expect(asked(desk.calls)).toEqual([{ address: 'https://prova.example', confirmed: false }]);
  await user.click(screen.getByRole('button', { name: 'Manda a questo indirizzo' }));
  expect(asked(desk.calls)).toHaveLength(2);
  expect(asked(desk.calls)[1]).toEqual({ address: 'https://prova.example', confirmed: true });
  expect(screen.queryByRole('dialog')).toBeNull();
});

test('an unsafe address is refused beside the field; giving up sends nothing', async () => {
  const { desk, user } = await show(() => <VendorAddressCard />);
  desk.answers = { 'studios/backend': () => ({ ok: false, error: { reason: 'unsafe-address' } }) };
  await user.click(screen.getByRole('button', { name: 'Usa un altro indirizzo…' }));
  await user.type(screen.getByLabelText('Indirizzo'), 'http://prova.example{Enter}');
  expect(await screen.findByText(/Serve un indirizzo che comincia con https/)).toBeDefined();
  await user.keyboard('{Escape}');
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(asked(desk.calls)).toEqual([{ address: 'http://prova.example', confirmed: false }]);
});

test('an address in use is named, and the simulator inside is one button away', async () => {
  const { desk, user } = await show(() => <VendorAddressCard />);
  await act(async () => useDesk.setState({ backendAddress: 'https://prova.example' }));
  expect(screen.getByText('A https://prova.example, non ad Aruba.')).toBeDefined();
  await user.click(screen.getByRole('button', { name: 'Torna al simulatore dentro il programma' }));
  expect(asked(desk.calls)).toEqual([{ address: null, confirmed: true }]);
});
