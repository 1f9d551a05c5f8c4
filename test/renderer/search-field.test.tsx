// A search box in a row of filters.
import { render, screen } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import { expect, test, vi } from 'vitest';
import { SearchField } from '../../renderer/components/controls.tsx';

test('Escape empties it and goes no further; once empty it goes on, to the dialog', async () => {
  const heard = vi.fn<(key: string) => void>();
  function Search() {
    const [query, setQuery] = useState('');
    return (
      // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- It stands for a dialog.
      <div onKeyDown={({ key }) => heard(key)}>
        <SearchField label="Cerca" value={query} onChange={setQuery} />
      </div>
    );
  }
  render(<Search />);
  const user = userEvent.setup();
  const box = screen.getByRole<HTMLInputElement>('searchbox', { name: 'Cerca' });
  await user.type(box, 'ab');
  expect(box.value).toBe('ab');
  await user.keyboard('{Escape}');
  expect([box.value, document.activeElement]).toEqual(['', box]);
  await user.keyboard('{Escape}');
  expect(heard.mock.calls.flat()).toEqual(['a', 'b', 'Escape']);
});
