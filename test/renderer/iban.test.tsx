import { show } from './screen.tsx';
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import { payee } from '../../electron/simulator/orders/new-order.ts';
import { Iban } from '../../renderer/screens/orders/iban.tsx';

const shownGroups = (): readonly string[] =>
  [...document.querySelectorAll('.iban span')].map(({ textContent }) => textContent);

test('an IBAN that passes is shown in groups of four, and copied without a space', async () => {
  let copied = '';
  document.execCommand = () => {
    copied = window.getSelection()?.toString() ?? '';
    return true;
  };
  const { user, toasts } = await show(() => <Iban iban={payee.iban} />);
  expect(shownGroups()).toEqual(['IT98', 'O999', '9900', '0000', '0000', '0123', '456']);
  expect(screen.queryByRole('alert')).toBe(null);
  await user.click(screen.getByRole('button', { name: 'Copia IBAN' }));
  expect([copied, toasts()]).toEqual([payee.iban, ['IBAN copiato, senza spazi.']]);
});

test.each([
  ['a CIN that is not its own', 'IT05P9999900000000000123456', 'la lettera CIN non corrisponde al conto'],
  ['a digit typed wrong', 'IT98O9999900000000000123457', 'le cifre di controllo non tornano'],
  ['a digit left out', 'IT98O999990000000000012345', 'non ha la lunghezza del suo paese'],
  ['no IBAN at all', 'su richiesta', 'contiene segni che un IBAN non ha'],
])('%s: suspect, with the reason, and not to be copied', async (_, iban, why) => {
  await show(() => <Iban iban={iban} />);
  expect(screen.getByRole('alert').textContent).toContain(why);
  expect([
    screen.queryByRole('button'),
    document.querySelector('.iban')?.getAttribute('data-suspect'),
  ]).toEqual([null, 'true']);
});
