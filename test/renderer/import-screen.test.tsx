// A staff list comes to the screen and is read: stopped, replaced by another one, refused.
import { show } from './screen.tsx';
import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, test } from 'vitest';
import { ImportScreen } from '../../renderer/screens/people/import/import-screen.tsx';
import { installWorkers, workers } from '../support/page-worker.ts';
import { sheetOf, workbook } from '../support/workbooks.ts';
import { csv, give, shown, whole } from './given-lists.ts';

beforeEach(installWorkers);

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

  test('a workbook with several lists: one is read, the others are named, and can be read', async () => {
    const { user } = await show(() => <ImportScreen />);
    const titles = ['Cognome', 'Nome', 'E-mail', 'Fine'];
    const bytes = workbook({
      Legenda: sheetOf([['Colonna', 'Significato']]),
      // What stands beside the table is a note, and moves no cell.
      Arezzo: sheetOf([titles, ['Nuova', 'Lia', 'l.nuova@x.it', '', '', 'part-time']]),
      Siena: sheetOf([
        titles,
        ['Verdi', 'Ada', 'a.verdi@x.it', '03/04/2027'],
        ['Neri', 'Ugo', 'u.neri@x.it'],
      ]),
    });
    await give('drop', { files: [new File([new Uint8Array(bytes)], 'sedi.xlsx')] });
    await shown(/sedi\.xlsx: 1 riga letta, .*foglio Excel “Arezzo”/);
    await shown(/Applica: 1 nuova/);
    await user.click(screen.getByRole('button', { name: /Foglio/ }));
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Arezzo', 'Siena']);
    await user.click(screen.getByRole('option', { name: 'Siena' }));
    await shown(/2 righe lette, .*foglio Excel “Siena”/);
    // Another answer about this sheet's columns keeps the choice of sheets.
    await user.click(screen.getByRole('button', { name: 'Colonne' }));
    await user.click(screen.getByRole('button', { name: /Fine/ }));
    await user.click(screen.getByRole('option', { name: 'Non usata' }));
    await shown(/Siena/);
    expect(screen.getByRole('button', { name: /Foglio/ }).textContent).toContain('Siena');
    // Also where a column that every list needs is not said any more: one can go back to the other sheet.
    await user.click(screen.getByRole('button', { name: /E-mail/ }));
    await user.click(screen.getByRole('option', { name: 'Non usata' }));
    await shown(/Non trovo la colonna/);
    await user.click(screen.getByRole('button', { name: /Foglio/ }));
    expect(screen.getAllByRole('option').map(({ textContent }) => textContent)).toEqual(['Arezzo', 'Siena']);
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
  await shown(/Applica: 1 nuova/);
  workers.mode = 'hanging';
  await give('drop', { files: [csv('Cognome;Nome;E-mail\nC;D;c@x.it', 'dopo.csv')] });
  await shown(/Lettura di dopo\.csv/);
  expect(screen.getByRole('button', { name: /^Applica: 1 nuova/ })).toHaveProperty('disabled', true);
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
