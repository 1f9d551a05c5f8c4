// The columns of a staff list: chosen by hand, remembered, and asked for where nobody uses them.
import { show } from './screen.tsx';
import { screen, within } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ImportScreen } from '../../renderer/screens/people/import/import-screen.tsx';
import { installWorkers } from '../support/page-worker.ts';
import { csv, give, shown, whole } from './given-lists.ts';

beforeEach(installWorkers);

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

  test('cells without headers: the names are found by the addresses, and can be said otherwise', async () => {
    const { user } = await show(() => <ImportScreen />);
    await give('paste', { text: 'Nuova\tLia\tl.nuova@x.it\nAltra\tEva\te.altra@x.it' });
    await shown(/A = cognome, B = nome, C = e-mail/);
    await shown(/Lia Nuova.*Eva Altra/);
    await user.click(screen.getByRole('button', { name: 'Colonne' }));
    await choose(user, /Colonna A$/, 'nome');
    await shown(/Non trovo la colonna cognome/);
    await choose(user, /Colonna B$/, 'cognome');
    await shown(/Nuova Lia.*Altra Eva/);
  });

  test('where the addresses do not tell, the names are said by place, and nothing is remembered', async () => {
    const { user, desk } = await show(() => <ImportScreen />);
    await give('paste', { text: 'Nuova\tLia\tlia.nuova@x.it\nAltra\tEva\teva.altra@x.it' });
    await shown(/Non trovo la colonna nome/);
    await choose(user, /Colonna A$/, 'cognome');
    await shown(/Non trovo la colonna nome/);
    await choose(user, /Colonna B$/, 'nome');
    await shown(/2 righe lette, senza intestazioni/);
    expect(desk.submitted('columns/remember')).toEqual([]);
  });

  test('a column in which yes means at work is recognised, or chosen', async () => {
    const { user } = await show(() => <ImportScreen />);
    const rows = '\nNuova;Lia;l.nuova@x.it;Sì\nAltra;Eva;e.altra@x.it;No';
    await give('drop', { files: [csv(`Cognome;Nome;E-mail;In forza${rows}`)] });
    await shown(/In forza = account attivo o in forza \(sì o no\)/);
    await shown(/Applica: 1 nuova/);
    await give('drop', { files: [csv(`Cognome;Nome;E-mail;Lavora qui${rows}`)] });
    await shown(/Applica: 2 nuove/);
    await user.click(screen.getByRole('button', { name: 'Colonne' }));
    await choose(user, /Non usata.*Lavora qui$/, 'account attivo o in forza (sì o no)');
    await shown(/Applica: 1 nuova/);
    await shown(/Account sospeso o persona uscita: non serve un utente.*Eva Altra/);
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
