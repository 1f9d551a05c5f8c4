// What a person takes from a staff list, and how it is applied.
import { show } from './screen.tsx';
import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, expect, test, vi } from 'vitest';
import { ImportScreen } from '../../renderer/screens/people/import/import-screen.tsx';
import { installWorkers } from '../support/page-worker.ts';
import { csv, give, shown } from './given-lists.ts';

beforeEach(installWorkers);

test('names in capitals are no change until they are ticked', async () => {
  const { user, desk } = await show(() => <ImportScreen />);
  const person = [...desk.state.workspace.people.values()].find(({ id }) => id === 'p-f-riva');
  await give('drop', {
    files: [csv(`Cognome;Nome;E-mail\nRIVA;FRANCESCA;${person?.email ?? ''}`)],
  });
  await shown(/Niente da applicare/);
  const tick = screen.getByRole('checkbox', {
    name: 'Prendi anche maiuscole e minuscole dall’elenco: un nome',
  });
  expect(tick).toHaveProperty('checked', false);
  await user.click(tick);
  await shown(/Applica: 0 nuove, 1 modificata/);
  await user.click(screen.getByRole('button', { name: /^Applica: / }));
  await vi.waitFor(() => expect(desk.state.workspace.people.get('p-f-riva')?.familyName).toBe('RIVA'));
});

test('a second press while the list is being sent does nothing; one that was refused can be sent again', async () => {
  const { desk } = await show(() => <ImportScreen />);
  desk.answers = { 'command/submit': () => ({ ok: false, error: { reason: 'read-only' } }) };
  await give('drop', { files: [csv('Cognome;Nome;E-mail\nNuova;Lia;l.nuova@x.it')] });
  await shown(/Applica: 1 nuova/);
  const apply = screen.getByRole('button', { name: /^Applica: / });
  await vi.waitFor(() => expect(apply).toHaveProperty('disabled', false));
  fireEvent.click(apply);
  fireEvent.click(apply);
  await vi.waitFor(() => expect(desk.submitted('people/import')).toHaveLength(1));
  await vi.waitFor(() => expect(apply).toHaveProperty('disabled', false));
  fireEvent.click(apply);
  await vi.waitFor(() => expect(desk.submitted('people/import')).toHaveLength(2));
});

test('a row that is not ticked stays out; who is not in the list can be marked as left', async () => {
  const { user, desk, toasts } = await show(() => <ImportScreen />);
  await give('paste', {
    text: 'Cognome\tNome\tE-mail\nNuova\tLia\tl.nuova@x.it\nNuovo\tUgo\tu.nuovo@x.it\n',
  });
  await shown(/Applica: 2 nuove, 0 modificate/);
  await user.click(screen.getByRole('checkbox', { name: 'Prendi Lia Nuova' }));
  await user.click(screen.getByRole('button', { name: 'Applica: 1 nuova, 0 modificate' }));
  expect(toasts()).toEqual(['Elenco applicato: 1 nuova, 0 modificate.']);
  const emails = new Set([...desk.state.workspace.people.values()].map(({ email }) => email));
  expect([emails.has('u.nuovo@x.it'), emails.has('l.nuova@x.it')]).toEqual([true, false]);
});

test('all shown rows are left out and taken again with one tick; who is absent is marked as left in place', async () => {
  const { user, desk, toasts } = await show(() => <ImportScreen />);
  await give('paste', {
    text: 'Cognome\tNome\tE-mail\nNuova\tLia\tl.nuova@x.it\nNuovo\tUgo\tu.nuovo@x.it\n',
  });
  await shown(/Applica: 2 nuove/);
  const all = screen.getByRole('checkbox', { name: 'Prendi tutte le righe mostrate' });
  await user.click(all);
  await shown(/Niente da applicare/);
  await user.click(all);
  await shown(/Applica: 2 nuove/);
  await user.click(screen.getByRole('button', { name: /^Non in elenco/ }));
  const mark = screen.getByRole('button', { name: 'Segna uscito' });
  expect(mark.hasAttribute('disabled')).toBe(true);
  for (const name of ['Anna Ferri', 'Marco De Luca'])
    await user.click(screen.getByRole('checkbox', { name: `Segna uscito: ${name}` }));
  const day = screen.getByRole('textbox', { name: 'Uscito il' });
  await user.clear(day);
  // Before the first of them began: said at once, and nothing can be pressed.
  await user.type(day, '01/01/1990');
  expect(screen.getByText(/^Il giorno viene prima dell’inizio di/)).toBeTruthy();
  expect(mark.hasAttribute('disabled')).toBe(true);
  await user.clear(day);
  await user.type(day, '20/11/2026{Enter}');
  await waitFor(() => expect(toasts()).toContain('Uscita segnata al 20/11/2026 per 2 persone.'));
  const { people } = desk.state.workspace;
  expect(
    [...people.values()]
      .filter(({ end }) => end === '2026-11-20')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['p-a-ferri', 'p-m-deluca']);
  // Both are one step, and everything else of them stayed.
  expect(people.get('p-a-ferri')).toMatchObject({ familyName: 'Ferri', department: 'Contabilità' });
  await waitFor(() =>
    expect(screen.queryByRole('checkbox', { name: 'Segna uscito: Anna Ferri' })).toBeNull(),
  );
});

test('dates that can be read both ways are asked about before anything is applied', async () => {
  const { user, desk } = await show(() => <ImportScreen />);
  const list =
    'Cognome;Nome;E-mail;Inizio\nNuova;Lia;l.nuova@x.it;03/04/2020\nNuovo;Ugo;u.nuovo@x.it;12/31/2020';
  await give('drop', { files: [csv(list)] });
  await shown(/In alcune date di questo elenco il mese viene per primo/);
  expect(screen.getByRole('button', { name: 'Prima rispondi sulle date' })).toHaveProperty('disabled', true);
  await user.click(screen.getByRole('button', { name: '4 marzo: prima il mese' }));
  await shown(/dal 04\/03\/2020/);
  expect(screen.queryByRole('button', { name: '3 aprile: prima il giorno' })).toBeNull();
  // Another answer reads the list again, and the one about the dates holds.
  await user.click(screen.getByRole('button', { name: 'Colonne' }));
  await user.click(screen.getByRole('button', { name: /Nome$/ }));
  await user.click(within(screen.getByRole('listbox')).getByRole('option', { name: 'nome' }));
  await shown(/dal 04\/03\/2020/);
  await user.click(screen.getByRole('button', { name: /^Applica: 2 nuove/ }));
  await vi.waitFor(() =>
    expect(
      [...desk.state.workspace.people.values()].find(({ email }) => email === 'l.nuova@x.it')?.start,
    ).toBe('2020-03-04'),
  );
});

test('who stands in a rejected or a suspended row is not among those whom the list lacks', async () => {
  const { desk } = await show(() => <ImportScreen />);
  const [first, second] = [...desk.state.workspace.people.values()];
  const { size } = desk.state.workspace.people;
  await give('drop', {
    files: [
      csv(
        `Cognome;Nome;E-mail;Stato;Fine\nA;B;${first?.email ?? ''};Sospeso;\nC;D;${second?.email ?? ''};;31/02/2026\nE;F;e@x.it;Attivo;`,
      ),
    ],
  });
  await shown(new RegExp(`Non in elenco ${size - 2}(?!\\d)`));
});

test('another list under the same name begins anew: nothing of the one before is left out', async () => {
  const { user } = await show(() => <ImportScreen />);
  const list = (name: string) =>
    `Cognome\tNome\tE-mail\nNuova\tLia\tl.nuova@x.it\n${name}\tUgo\tu.nuovo@x.it\n`;
  await give('paste', { text: list('Nuovo') });
  await shown(/Applica: 2 nuove, 0 modificate/);
  await user.click(screen.getByRole('checkbox', { name: 'Prendi Lia Nuova' }));
  await shown(/Applica: 1 nuova, 0 modificate/);
  await give('paste', { text: list('Altro') });
  await shown(/Applica: 2 nuove, 0 modificate/);
});
