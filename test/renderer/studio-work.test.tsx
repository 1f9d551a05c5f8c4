// Long work on the file of a studio: how far it is, and stopping it.
import { show } from './screen.tsx';
import { act, screen, waitFor } from '@testing-library/react';
import { expect, test } from 'vitest';
import { OpenStudioFile } from '../../renderer/screens/studio/open-studio-file.tsx';
import { exportStudio, takeStudioFile, useStudioWork } from '../../renderer/store/studios.ts';

const stopped = { ok: false, error: { reason: 'stopped' } } as const;

/** A call that answers when it is stopped, and says meanwhile that 40 % are done. */
async function working(kind: 'reading' | 'packing', call: 'studios/import' | 'studios/export') {
  const shown = await show(() => <OpenStudioFile />);
  let end = (): void => undefined;
  const answer = new Promise<typeof stopped>((resolve) => {
    end = () => resolve(stopped);
  });
  shown.desk.answers = {
    [call]: () => answer,
    'studios/progress': () => ({ kind, share: 0.4 }),
    'studios/stop': () => {
      end();
      return { ok: true, value: null };
    },
  };
  return shown;
}

test('a file that is read shows how far it is, and Escape leaves everything as before', async () => {
  const { user, toasts } = await working('reading', 'studios/import');
  const taking = takeStudioFile(new File(['x'], 'x.allinea'));
  const bar = await screen.findByRole('progressbar', { name: 'Leggo il file dello studio' });
  expect(bar).toHaveProperty('value', 0.4);
  await user.keyboard('{Escape}');
  expect(await act(() => taking)).toBe(false);
  await waitFor(() => expect(screen.queryByRole('progressbar')).toBeNull());
  expect(toasts()).toEqual(['Fermato: tutto è come prima.']);
  expect(useStudioWork.getState().work).toBeNull();
});

test('a copy that is packed too, with its button', async () => {
  const { user, toasts } = await working('packing', 'studios/export');
  const saving = exportStudio({ id: 'x', name: 'x', kind: 'own' }, null);
  await screen.findByRole('progressbar', { name: 'Preparo la copia dello studio' });
  await user.click(screen.getByRole('button', { name: 'Interrompi' }));
  await act(() => saving);
  expect(toasts()).toEqual(['Fermato: tutto è come prima.']);
});

test('short work shows nothing', async () => {
  const { desk } = await working('packing', 'studios/export');
  desk.answers = {};
  await act(() => exportStudio({ id: 'x', name: 'x', kind: 'own' }, null));
  expect(desk.calls.filter(({ name }) => name === 'studios/progress')).toEqual([]);
});
