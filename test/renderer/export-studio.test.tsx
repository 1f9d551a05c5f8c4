// The passphrase of a studio's file is typed twice, or left out.
import { expect, test } from 'vitest';
import { screen } from '@testing-library/react';
import { ExportStudioDialog } from '../../renderer/screens/studio/export-studio-dialog.tsx';
import { show } from './screen.tsx';

const studio = { id: 'studio-marchetti', name: 'Studio Marchetti', kind: 'own' } as const;
const first = (): HTMLElement => screen.getByLabelText('Frase di protezione');
const save = (): HTMLElement => screen.getByRole('button', { name: /^Salva/ });

async function open() {
  let closed = 0;
  const shown = await show(() => <ExportStudioDialog studio={studio} onClose={() => void (closed += 1)} />);
  const asked = (): readonly unknown[] =>
    shown.desk.calls.filter(({ name }) => name === 'studios/export').map(({ payload }) => payload);
  return { ...shown, asked, closed: () => closed };
}

test('two different passphrases save nothing and say so; the same twice does', async () => {
  const { user, asked } = await open();
  await user.type(first(), 'uva matura');
  await user.type(screen.getByLabelText('La stessa frase, di nuovo'), 'uva acerba{Enter}');
  expect(asked()).toEqual([]);
  await user.clear(screen.getByLabelText('La stessa frase, di nuovo'));
  await user.type(screen.getByLabelText('La stessa frase, di nuovo'), 'uva matura{Enter}');
  expect(asked()).toEqual([{ id: studio.id, passphrase: 'uva matura' }]);
});

test('who takes the passphrase back saves without one, whatever was repeated', async () => {
  const { user, asked, closed } = await open();
  await user.type(first(), 'uva matura');
  await user.type(screen.getByLabelText('La stessa frase, di nuovo'), 'uva');
  await user.clear(first());
  await user.click(save());
  expect(asked()).toEqual([{ id: studio.id, passphrase: null }]);
  expect(closed()).toBe(1);
});
