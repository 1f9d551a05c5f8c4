import { show } from './screen.tsx';
import { act, fireEvent, screen, within, waitFor } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ImportScreen } from '../../renderer/screens/people/import/import-screen.tsx';
import { ExportDialog } from '../../renderer/screens/people/list/export-dialog.tsx';
import { installWorkers, workers } from '../support/page-worker.ts';
import { readBytes } from '../support/staff-lists.ts';

beforeEach(installWorkers);

const csv = (text: string, name = 'elenco.csv'): File => new File([text], name, { type: 'text/csv' });
const whole = () => document.body.textContent;

function dataOf({ files = [], text = '' }: { readonly files?: readonly File[]; readonly text?: string }) {
  return {
    files,
    types: text === '' ? ['Files'] : ['text/plain'],
    getData: (type: string) => (type === 'text/plain' ? text : ''),
  };
}

async function give(
  kind: 'drop' | 'paste',
  data: { readonly files?: readonly File[]; readonly text?: string },
  target: Element = document.body,
): Promise<void> {
  await act(async () => {
    if (kind === 'drop') fireEvent.drop(target, { dataTransfer: dataOf(data) });
    else fireEvent.paste(target, { clipboardData: dataOf(data) });
  });
}

const shown = (pattern: RegExp) => vi.waitFor(() => expect(whole()).toMatch(pattern), 5000);
const saved = (desk: { readonly calls: readonly { readonly name: string; readonly payload: unknown }[] }) =>
  desk.calls
    .filter(({ name }) => name === 'files/save')
    .map(
      ({ payload }) =>
        payload as { readonly name: string; readonly content: string; readonly base64: boolean },
    );

describe('a list comes to the screen', () => {
  test('dropped anywhere; of several files the first is read, and it is said', async () => {
    const { toasts } = await show(() => <ImportScreen />);
    await give('drop', {
      files: [csv('Cognome;Nome;E-mail\nNuova;Lia;l.nuova@x.it'), csv('x', 'altro.csv')],
    });
    await shown(/elenco\.csv: 1 riga letta/);
    expect(toasts()).toEqual(['Un elenco alla volta: letto solo elenco.csv.']);
  });

  test('pasted as cells of a spreadsheet, or as a copied file', async () => {
    await show(() => <ImportScreen />);
    await give('paste', { text: 'Cognome\tNome\tE-mail\nNuova\tLia\tl.nuova@x.it\n' });
    await shown(/Celle incollate: 1 riga letta, intestazioni alla riga 1, testo incollato/);
    await give('paste', { files: [csv('Cognome;Nome;E-mail\nA;B;a@x.it\nC;D;c@x.it')] });
    await shown(/elenco\.csv: 2 righe lette/);
  });

  test('the button and the message group the thousands', async () => {
    const { user, toasts } = await show(() => <ImportScreen />);
    const people = Array.from({ length: 1100 }, (_, at) => `Nuova\tLia\tl.nuova${at}@x.it`);
    await give('paste', { text: ['Cognome\tNome\tE-mail', ...people].join('\n') });
    await shown(/Applica: 1\.100 nuove, 0 modificate/);
    await user.click(screen.getByRole('button', { name: 'Applica: 1.100 nuove, 0 modificate' }));
    expect(toasts()).toEqual(['Elenco applicato: 1.100 nuove, 0 modificate.']);
  });

  test('an empty clipboard is told; what is pasted into a field is left to the field', async () => {
    await show(() => (
      <>
        <input aria-label="altro" />
        <ImportScreen />
      </>
    ));
    await give('paste', { text: 'Cognome\tNome\tE-mail\nA\tB\ta@x.it' }, screen.getByLabelText('altro'));
    expect(whole()).not.toMatch(/incollate/);
    await give('paste', {});
    await shown(/Negli appunti non c’è testo/);
  });

  test('a file that disappears while it is read is told with what is safe and what to do', async () => {
    await show(() => <ImportScreen />);
    const gone = csv('x', 'sparito.xlsx');
    gone.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotFoundError'));
    await give('drop', { files: [gone] });
    await shown(/sparito\.xlsx: ?Il file non si può più leggere.*Niente è cambiato/);
  });

  test('a newer list wins over one that is still being read', async () => {
    await show(() => <ImportScreen />);
    const slow = csv('x', 'lento.csv');
    slow.arrayBuffer = () => new Promise(() => undefined);
    await give('drop', { files: [slow] });
    await shown(/Lettura di lento\.csv/);
    await give('drop', { files: [csv('Cognome;Nome;E-mail\nA;B;a@x.it', 'nuovo.csv')] });
    await shown(/nuovo\.csv: 1 riga letta/);
    expect(whole()).not.toMatch(/lento/);
  });

  test.each(['button', 'Escape'])('reading is stopped by %s, and nothing has changed', async (way) => {
    const { user, toasts, desk } = await show(() => <ImportScreen />);
    const slow = csv('x', 'lento.csv');
    slow.arrayBuffer = () => new Promise(() => undefined);
    await give('drop', { files: [slow] });
    await shown(/Lettura di lento\.csv…Lettura: 0%/);
    if (way === 'button') await user.click(screen.getByRole('button', { name: 'Interrompi' }));
    else await user.keyboard('{Escape}');
    expect(toasts()).toEqual(['Lettura interrotta: niente è cambiato.']);
    expect(screen.queryByRole('progressbar')).toBeNull();
    expect(desk.submitted('people/import')).toEqual([]);
  });
});

test('a list that is being read is stopped with its worker; the window still answers', async () => {
  const { user, toasts } = await show(() => <ImportScreen />);
  workers.mode = 'hanging';
  await give('drop', { files: [csv('Cognome;Nome;E-mail\nA;B;a@x.it', 'lungo.csv')] });
  await shown(/Lettura di lungo\.csv…Lettura: 40%/);
  expect(workers.alive).toBe(1);
  await user.click(screen.getByRole('button', { name: 'Interrompi' }));
  expect([workers.alive, toasts()]).toEqual([0, ['Lettura interrotta: niente è cambiato.']]);
});

test('while another list is read, the one on screen cannot be applied', async () => {
  await show(() => <ImportScreen />);
  await give('drop', { files: [csv('Cognome;Nome;E-mail\nA;B;a@x.it', 'prima.csv')] });
  await shown(/Applica: 1 nuove/);
  workers.mode = 'hanging';
  await give('drop', { files: [csv('Cognome;Nome;E-mail\nC;D;c@x.it', 'dopo.csv')] });
  await shown(/Lettura di dopo\.csv/);
  expect(screen.getByRole('button', { name: /^Applica: 1 nuove/ })).toHaveProperty('disabled', true);
});

test.each([
  [
    'broken',
    /lungo\.csv: ?La lettura si è interrotta da sola, forse perché.*Allinea e i dati sono al sicuro/,
  ],
  ['refused', /lungo\.csv: ?La lettura non è partita\. Niente è cambiato/],
] as const)('a worker that is %s is told with what is safe', async (mode, sentence) => {
  const { desk } = await show(() => <ImportScreen />);
  workers.mode = mode;
  await give('drop', { files: [csv('Cognome;Nome;E-mail\nA;B;a@x.it', 'lungo.csv')] });
  await shown(sentence);
  expect([workers.alive, desk.submitted('people/import')]).toEqual([0, []]);
});

test('a list beyond the budget is refused with the limit and what to do', async () => {
  await show(() => <ImportScreen />);
  await give('drop', { files: [csv(`Cognome;Nome;E-mail\n${'x;y;z\n'.repeat(100_001)}`)] });
  await shown(/elenco\.csv: ?L’elenco supera 100\.000 righe.*dividilo in più file/);
});

describe('columns by hand', () => {
  async function choose(
    user: Awaited<ReturnType<typeof show>>['user'],
    column: RegExp,
    field: string,
  ): Promise<void> {
    await user.click(screen.getByRole('button', { name: column }));
    await user.click(within(screen.getByRole('listbox')).getByRole('option', { name: field }));
  }

  test('a list without an e-mail column asks for it, and the next list with that header does not', async () => {
    const { user, desk } = await show(() => <ImportScreen />);
    const text = 'Cognome;Nome;Contatto\nNuova;Lia;l.nuova@x.it';
    await give('drop', { files: [csv(text)] });
    await shown(/Non trovo la colonna e-mail: indica qui sotto qual è/);
    expect(whole()).toMatch(/es\. l\.nuova@x\.it/);
    await choose(user, /Contatto$/, 'e-mail');
    await shown(/1 riga letta/);
    expect(desk.submitted('columns/remember')).toEqual([
      { type: 'columns/remember', choices: [{ key: 'contatto', use: 'email' }] },
    ]);
    await give('drop', { files: [csv(text, 'di-nuovo.csv')] });
    await shown(/di-nuovo\.csv: 1 riga letta/);
  });

  test('cells without headers: the addresses are found, the names are said by place, and nothing is remembered', async () => {
    const { user, desk } = await show(() => <ImportScreen />);
    await give('paste', { text: 'Nuova\tLia\tl.nuova@x.it\nAltra\tEva\te.altra@x.it' });
    await shown(/Non trovo la colonna nome/);
    await choose(user, /Colonna A$/, 'cognome');
    await shown(/Non trovo la colonna nome/);
    await choose(user, /Colonna B$/, 'nome');
    await shown(/2 righe lette, senza intestazioni/);
    expect(desk.submitted('columns/remember')).toEqual([]);
  });

  test('a recognised column is taken out of use, and put back', async () => {
    const { user } = await show(() => <ImportScreen />);
    await give('drop', { files: [csv('Cognome;Nome;E-mail;Area\nNuova;Lia;l.nuova@x.it;Arezzo')] });
    await shown(/Area = reparto/);
    await user.click(screen.getByRole('button', { name: 'Colonne' }));
    await choose(user, /Area$/, 'Non usata');
    await shown(/Non usate: Area/);
    await choose(user, /Area$/, 'reparto');
    await shown(/Area = reparto/);
  });
});

describe('columns that are not used', () => {
  const list = 'Cognome;Nome;E-mail;Note interne;Cod. gest.\nNuova;Lia;l.nuova@x.it;Paghe;77';
  const question = () => document.querySelector('.banner')?.textContent ?? '';

  test('are a question above the preview', async () => {
    await show(() => <ImportScreen />);
    await give('drop', { files: [csv(list)] });
    await shown(/elenco\.csv: 1 riga letta/);
    expect(question()).toMatch(
      /^Due colonne non sono usate: «Note interne» e «Cod\. gest\.»\. Che cosa sono\?/,
    );
    expect(question()).toMatch(/es\. Paghe.*es\. 77/);
    const order = document
      .querySelector('.banner')
      ?.compareDocumentPosition(document.querySelector('.chips') ?? document.body);
    expect(order).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
    expect(whole()).not.toMatch(/Non usate: /);
  });

  test('a use is chosen there, and remembered', async () => {
    const { user, desk } = await show(() => <ImportScreen />);
    await give('drop', { files: [csv(list)] });
    await shown(/Due colonne non sono usate/);
    await user.click(screen.getByRole('button', { name: /Note interne$/ }));
    await user.click(within(screen.getByRole('listbox')).getByRole('option', { name: 'reparto' }));
    await shown(/Note interne = reparto/);
    expect(question()).toMatch(/^Una colonna non è usata: «Cod\. gest\.»\. Che cos’è\?/);
    await user.click(screen.getByRole('button', { name: 'Non serve' }));
    await vi.waitFor(() => expect(question()).toBe(''));
    expect(whole()).toMatch(/Non usate: Cod\. gest\./);
    expect(desk.submitted('columns/remember')).toEqual([
      { type: 'columns/remember', choices: [{ key: 'noteinterne', use: 'department' }] },
      { type: 'columns/remember', choices: [{ key: 'codgest', use: 'unused' }] },
    ]);
    await give('drop', { files: [csv(list, 'di-nuovo.csv')] });
    await shown(/di-nuovo\.csv: 1 riga letta/);
    expect(question()).toBe('');
  });

  test('all at once are not needed', async () => {
    const { user, desk } = await show(() => <ImportScreen />);
    const five = 'Cognome;Nome;E-mail;A1;B1;C1;D1;E1\nNuova;Lia;l.nuova@x.it;1;2;3;4;5';
    await give('drop', { files: [csv(five)] });
    await shown(/5 colonne non sono usate: «A1», «B1», «C1», «D1» e un’altra\. Che cosa sono\?/);
    await user.click(screen.getByRole('button', { name: 'Non servono' }));
    await vi.waitFor(() => expect(question()).toBe(''));
    expect(desk.state.workspace.columnMappings.size).toBe(5);
  });

  test('without a header they are asked for by their places, and only for this list', async () => {
    const { user, desk } = await show(() => <ImportScreen />);
    desk.state.workspace.columnMappings.clear();
    await give('drop', { files: [csv('Cognome;Nome;E-mail;\nNuova;Lia;l.nuova@x.it;Arezzo')] });
    await shown(/Una colonna non è usata: «Colonna 4»/);
    await user.click(screen.getByRole('button', { name: 'Non serve' }));
    await vi.waitFor(() => expect(question()).toBe(''));
    expect(desk.submitted('columns/remember')).toEqual([]);
  });
});

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
  await shown(/Applica: 0 nuove, 1 modificate/);
  await user.click(screen.getByRole('button', { name: /^Applica: / }));
  await vi.waitFor(() => expect(desk.state.workspace.people.get('p-f-riva')?.familyName).toBe('RIVA'));
});

test('a second press while the list is being sent does nothing; one that was refused can be sent again', async () => {
  const { desk } = await show(() => <ImportScreen />);
  desk.answers = { 'command/submit': () => ({ ok: false, error: { reason: 'read-only' } }) };
  await give('drop', { files: [csv('Cognome;Nome;E-mail\nNuova;Lia;l.nuova@x.it')] });
  await shown(/Applica: 1 nuove/);
  const apply = screen.getByRole('button', { name: /^Applica: / });
  await vi.waitFor(() => expect(apply).toHaveProperty('disabled', false));
  fireEvent.click(apply);
  fireEvent.click(apply);
  await vi.waitFor(() => expect(desk.submitted('people/import')).toHaveLength(1));
  await vi.waitFor(() => expect(apply).toHaveProperty('disabled', false));
  fireEvent.click(apply);
  await vi.waitFor(() => expect(desk.submitted('people/import')).toHaveLength(2));
});

describe('what is saved comes back', () => {
  test('the rejected rows, with number, column and reason', async () => {
    const { user, desk, toasts } = await show(() => <ImportScreen />);
    await give('drop', {
      files: [
        csv(
          'Elenco\nCognome;Nome;E-mail;Status\nRiva;Ugo;=cmd;\nNuova;Lia;l@x.it;Suspended\nRiva;Ugo;u@x.it;',
        ),
      ],
    });
    await shown(/3 righe lette/);
    await user.click(screen.getByRole('button', { name: 'Salva le righe scartate' }));
    await vi.waitFor(() => expect(toasts()).toEqual(['2 righe salvate in Righe scartate.csv.']));
    expect(saved(desk)).toEqual([
      {
        name: 'Righe scartate.csv',
        base64: false,
        content:
          "\ufeffRiga;Colonna;Motivo;Cognome;Nome;E-mail;Status\r\n3;E-mail;“=cmd” non è un indirizzo e-mail;Riva;Ugo;'=cmd;\r\n4;;Account sospeso: nessun utente serve;Nuova;Lia;l@x.it;Suspended\r\n",
      },
    ]);
  });

  test.each([
    ['CSV', 'Personale.csv'],
    ['Excel (.xlsx)', 'Personale.xlsx'],
  ])('the staff list as %s', async (form, name) => {
    const onClose = vi.fn();
    const { user, desk } = await show(() => <ExportDialog onClose={onClose} />);
    await user.click(screen.getByRole('button', { name: form }));
    await vi.waitFor(() => expect(onClose).toHaveBeenCalled());
    const [file] = saved(desk);
    expect(file?.name).toBe(name);
    const reading = readBytes(Buffer.from(file?.content ?? '', file?.base64 === true ? 'base64' : 'utf8'));
    if (!('kind' in reading) || reading.kind !== 'list') throw new Error('It is a staff list');
    expect([reading.list.rows.length, reading.list.rejected]).toEqual([desk.state.workspace.people.size, []]);
  });

  test('a file that cannot be written is told, and the dialog stays', async () => {
    const onClose = vi.fn();
    const { user, desk, toasts } = await show(() => <ExportDialog onClose={onClose} />);
    desk.answers = { 'files/save': () => ({ ok: false, error: { reason: 'not-written', code: 'EBUSY' } }) };
    await user.click(screen.getByRole('button', { name: 'CSV' }));
    await vi.waitFor(() =>
      expect(toasts().join()).toMatch(/non si può scrivere.*al sicuro.*scegli un altro nome/),
    );
    expect(onClose).not.toHaveBeenCalled();
  });
});

test('a row that is not ticked stays out; who is not in the list can be marked as left', async () => {
  const { user, desk, toasts } = await show(() => <ImportScreen />);
  await give('paste', {
    text: 'Cognome\tNome\tE-mail\nNuova\tLia\tl.nuova@x.it\nNuovo\tUgo\tu.nuovo@x.it\n',
  });
  await shown(/Applica: 2 nuove, 0 modificate/);
  await user.click(screen.getByRole('checkbox', { name: 'Prendi Lia Nuova' }));
  await user.click(screen.getByRole('button', { name: 'Applica: 1 nuove, 0 modificate' }));
  expect(toasts()).toEqual(['Elenco applicato: 1 nuove, 0 modificate.']);
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
