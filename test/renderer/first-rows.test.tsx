// The first rows of a long list, and more of them.
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { MoreRows, useFirstRows } from '../../renderer/components/first-rows.tsx';

const many = Array.from({ length: 25 }, (_, index) => `riga ${index}`);

/** A list of rows, ten at a time. Two buttons: one adds a row, the other searches for something else. */
function list(rows: readonly string[]) {
  function Rows() {
    const [shown, setShown] = useState(rows);
    const [search, setSearch] = useState('');
    const first = useFirstRows(shown, 10, search);
    return (
      <>
        <ul>
          {first.first.map((row) => (
            <li key={row}>{row}</li>
          ))}
        </ul>
        <MoreRows list={first} />
        <button type="button" onClick={() => setShown(['nuova', ...shown])}>
          aggiungi
        </button>
        <button type="button" onClick={() => setSearch('altro')}>
          cerca
        </button>
      </>
    );
  }
  render(<Rows />);
  return {
    user: userEvent.setup(),
    words: () => screen.queryByRole('status')?.textContent,
    rows: () => screen.queryAllByRole('listitem').length,
    more: () => screen.queryByRole('button', { name: /Mostra altri/ }),
  };
}

test('a short list is whole and says nothing', () => {
  const { rows, words, more } = list(many.slice(0, 10));
  expect([rows(), words(), more()]).toEqual([10, undefined, null]);
});

test('of a long one the first rows are shown, and as many more at each press; the focus is kept', async () => {
  const { user, rows, words, more } = list(many);
  expect([rows(), words(), more()?.textContent]).toEqual([10, 'Mostrati 10 di 25', 'Mostra altri 10']);
  more()?.focus();
  await user.keyboard('{Enter}');
  expect([rows(), more()?.textContent]).toEqual([20, 'Mostra altri 5']);
  expect(document.activeElement).toBe(more());
  await user.keyboard('{Enter}');
  expect([rows(), words(), more()]).toEqual([25, 'Mostrati 25 di 25', null]);
  expect(document.activeElement?.textContent).toBe('Mostrati 25 di 25');
});

test('a row that comes meanwhile takes nothing away; another search begins with the first ones', async () => {
  const { user, rows, more } = list(many);
  await user.click(more() as HTMLElement);
  await user.click(screen.getByRole('button', { name: 'aggiungi' }));
  expect([rows(), more()?.textContent]).toEqual([20, 'Mostra altri 6']);
  await user.click(screen.getByRole('button', { name: 'cerca' }));
  expect([rows(), more()?.textContent]).toEqual([10, 'Mostra altri 10']);
});
