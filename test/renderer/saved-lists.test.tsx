// Staff lists that are saved as files: the rejected rows, and the whole list.
import { show } from './screen.tsx';
import { screen } from '@testing-library/react';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { ImportScreen } from '../../renderer/screens/people/import/import-screen.tsx';
import { ExportDialog } from '../../renderer/screens/people/list/export-dialog.tsx';
import { installWorkers } from '../support/page-worker.ts';
import { readBytes } from '../support/staff-lists.ts';
import { csv, give, shown } from './given-lists.ts';

beforeEach(installWorkers);

const saved = (desk: { readonly calls: readonly { readonly name: string; readonly payload: unknown }[] }) =>
  desk.calls
    .filter(({ name }) => name === 'files/save')
    .map(
      ({ payload }) =>
        payload as { readonly name: string; readonly content: string; readonly base64: boolean },
    );

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
          "\ufeffRiga;Colonna;Motivo;Cognome;Nome;E-mail;Status\r\n3;E-mail;“=cmd” non è un indirizzo e-mail;Riva;Ugo;'=cmd;\r\n4;;Account sospeso o persona uscita: non serve un utente;Nuova;Lia;l@x.it;Suspended\r\n",
      },
    ]);
  });

  test('the rejected rows of full names say which part is first', async () => {
    const { user, desk } = await show(() => <ImportScreen />);
    await give('drop', { files: [csv('Nominativo;E-mail\nRIVA UGO;u.riva@x.it\nNERI ADA;')] });
    await shown(/Nominativo = cognome e nome/);
    await user.click(screen.getByRole('button', { name: 'Salva le righe scartate' }));
    await vi.waitFor(() => expect(saved(desk)[0]?.content).toMatch(/Motivo;Cognome e nome;E-mail\r\n3;/));
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
