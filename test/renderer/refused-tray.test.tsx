// What the server has refused: in words that are enough to decide. What is real is let go after a question.
import { show } from './screen.tsx';
import { act, screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import { ok } from '../../core/kernel/result.ts';
import type { WaitingCommand } from '../../core/desk/rows/shared-rows.ts';
import { RefusedTray } from '../../renderer/screens/shared/refused-tray.tsx';
import { Dialogs } from '../../renderer/shell/dialogs.tsx';
import { useDesk } from '../../renderer/store/desk.ts';
import { openDialog } from '../../renderer/store/ui-store.ts';

const row = (
  number: number,
  command: WaitingCommand['command'],
  refusal: WaitingCommand['refusal'],
  names?: readonly string[],
): WaitingCommand => ({
  id: `01930000-0000-7000-8000-00000000000${number}`,
  seq: number,
  at: Date.parse('2026-11-24T09:05:00+01:00') + number,
  day: '2026-11-24' as never,
  command,
  rows: null,
  state: 'refused',
  version: 4,
  refusal,
  ...(names !== undefined && { about: { names, more: 0 } }),
});

const put = (...rows: readonly WaitingCommand[]): void =>
  act(() =>
    useDesk.setState(({ state }) => ({
      state: {
        ...state,
        workspace: { ...state.workspace, waiting: new Map(rows.map((one) => [one.id, one])) },
      },
    })),
  );

const gone = { reason: 'unknown', what: 'purchase' };
const step = (number: number, what: object): WaitingCommand =>
  row(number, { type: 'purchase/happened', purchaseId: 'p', what }, gone, ['Studio Marchetti']);
const ordered = { kind: 'ordered', day: '2026-11-24', orderNumber: '50012345', method: 'bank-transfer' };
const wishes = () =>
  screen.getAllByRole('listitem').map((item) => within(item).getAllByText(/./)[0]?.textContent);
const reasons = () => screen.getAllByRole('listitem').map((item) => item.textContent ?? '');

test('each row says whom it is about, what happened, and its day and number', async () => {
  await show(() => <RefusedTray />);
  put(
    row(1, { type: 'purchase/prepare', cartId: 'c' }, gone, ['Studio Marchetti']),
    step(2, ordered),
    step(3, { kind: 'paid', day: '2026-11-25' }),
    row(4, { type: 'person/add', details: { email: 'd.rossi@x.it' } }, gone, ['Dario Rossi']),
    row(5, { type: 'register/record', entries: [{ details: { holder: 'Bar Sport' } }] }, gone),
    row(6, { type: 'undo', cid: 'x' }, { reason: 'changed-since' }, ['Anna Ferri']),
  );
  const [prepared = '', order = '', ...rest] = reasons();
  expect(prepared).toMatch(/^Acquisto, Studio Marchetti: acquisto preparato/);
  expect(order).toMatch(/^Acquisto, Studio Marchetti: Ordine 50012345 del 24\/11\/2026, bonifico/i);
  expect(rest.map((text) => text.slice(0, text.indexOf(' (')))).toEqual([
    'Acquisto, Studio Marchetti: Pagato il 25/11/2026',
    'Persona «d.rossi@x.it», Dario Rossi: persona aggiunta',
    'Dati di un servizio, Bar Sport: dati registrati',
    'Annullamento, Anna Ferri',
  ]);
  expect(wishes()).toHaveLength(6);
});

test('nobody is named as the reason who is none, and another version is said to be one', async () => {
  await show(() => <RefusedTray />);
  const changedBy = { name: 'Carla', at: Date.parse('2026-11-24T09:00:00+01:00') };
  const approve = { type: 'approval/give', purchaseId: 'p' };
  put(
    row(1, approve, { reason: 'approval-not-needed', changedBy }),
    row(2, approve, { reason: 'approved-already', name: 'Bruno', changedBy }),
    row(3, { type: 'person/note', personId: 'p' }, { ...gone, changedBy }),
    row(4, { type: 'cart/new-thing' }, { reason: 'bad-input', field: 'command', problem: 'unknown form' }),
    row(5, { type: 'view/save' }, { reason: 'bad-input', field: 'command', problem: 'a name' }),
  );
  // The last two have lost their content: there is nothing to give again.
  expect(screen.getAllByRole('button', { name: /^Rifai/ })).toHaveLength(3);
  expect(reasons().map((text) => text.includes('Ultima modifica: Carla'))).toEqual([
    false,
    false,
    true,
    false,
    false,
  ]);
  expect(reasons()[0]).toContain('l’approvazione non serve più');
  expect(reasons()[1]).toContain('già approvato da Bruno');
  expect(reasons()[3]).toMatch(/^Carrello .*il server non si capiscono.*premi Rifai.*resta qui/);
  expect(reasons()[4]).toContain('un carattere che il server non può conservare');
});

test('a real order or payment is let go only after a question with its number; anything else at once', async () => {
  const { desk, user } = await show(() => (
    <>
      <RefusedTray />
      <Dialogs />
    </>
  ));
  const letGo = () => desk.calls.filter(({ name }) => name === 'shared/let-go').map(({ payload }) => payload);
  const paid = step(3, { kind: 'paid', day: '2026-11-25' });
  const opened = step(1, { kind: 'opened' });
  put(opened, step(2, ordered), paid);
  const [first, , last] = screen.getAllByRole('button', { name: /^Lascia stare/ });
  await user.click(first as HTMLElement);
  expect(letGo()).toEqual([{ id: opened.id }]);
  await user.click(last as HTMLElement);
  const dialog = await screen.findByRole('dialog');
  expect(dialog.textContent).toContain('L’ordine 50012345 c’è davvero da Aruba');
  expect(letGo()).toHaveLength(1);
  await user.click(within(dialog).getByRole('button', { name: 'Lascia stare' }));
  expect(letGo()).toEqual([{ id: opened.id }, { id: paid.id }]);
});

test('a person that was refused is given again with the corrected details', async () => {
  const details = {
    givenName: 'Mara',
    familyName: 'Villa',
    email: 'dup@x.it',
    department: '',
    start: null,
    end: null,
  };
  const refused = row(1, { type: 'person/add', details }, { reason: 'duplicate-email', email: 'dup@x.it' });
  const { desk, user } = await show(() => <Dialogs />);
  desk.answers = { 'shared/again': () => ok(null) };
  put(refused);
  act(() => openDialog({ kind: 'person', personId: null, again: refused.id }));
  await screen.findByRole('dialog');
  await user.clear(screen.getByRole('textbox', { name: /mail/i }));
  await user.type(screen.getByRole('textbox', { name: /mail/i }), 'mara@x.it');
  await user.click(screen.getByRole('button', { name: /Salva|Aggiungi/ }));
  expect(desk.calls.filter(({ name }) => name.startsWith('shared/'))).toEqual([
    {
      name: 'shared/again',
      payload: {
        id: refused.id,
        instead: { type: 'person/add', details: { ...details, email: 'mara@x.it' } },
      },
    },
  ]);
  expect(desk.submitted('person/add')).toEqual([]);
});
