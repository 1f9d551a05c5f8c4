// "Chi esce e quando": by month with marks, by keyboard, and the same as a table.
import { show } from './screen.tsx';
import { screen, within } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { PersonId } from '../../core/kernel/id.ts';
import { LeavingPicture } from '../../renderer/screens/history/leaving-picture.tsx';
import { useDesk } from '../../renderer/store/desk.ts';
import { useUi } from '../../renderer/store/ui-store.ts';
import { sampleOffice } from '../support/sample-state.ts';
import { day } from '../support/samples.ts';

const leaves = (id: string, end: string) => {
  const { id: _, ...details } = sampleOffice().state.workspace.people.get(id) ?? { id: '' };
  return {
    type: 'person/change',
    personId: id as PersonId,
    details: { ...details, end: day(end) },
  } as const;
};

test('nobody who leaves: it says so, and offers no table', async () => {
  await show(() => <LeavingPicture />);
  expect(screen.getByText('Di nessuno si conosce un ultimo giorno futuro.')).toBeTruthy();
  expect(screen.queryByRole('button')).toBeNull();
});

test('who leaves when, with the users to free; a month opens its people; the table has the same', async () => {
  const { state } = sampleOffice();
  const next = `${Number(state.today.slice(0, 4)) + 1}-02-15`;
  const { user } = await show(
    () => <LeavingPicture />,
    leaves('p-a-ferri', next) as never,
    leaves('p-d-fontana', next) as never,
  );
  expect(useDesk.getState().state.workspace.people.get('p-a-ferri')?.end).toBe(next);
  expect(screen.getByText(/^2 persone, un utente da liberare$/)).toBeTruthy();
  const months = screen.getByRole('list', { name: 'Chi esce e quando' });
  const bars = within(months).getAllByRole('button');
  expect(bars).toHaveLength(12);
  // One tab stop, and arrows from month to month.
  expect(bars.filter(({ tabIndex }) => tabIndex === 0)).toHaveLength(1);
  const february = within(months).getByRole('button', { name: /^febbraio .*: escono 2 persone$/i });
  february.focus();
  await user.keyboard('{Enter}');
  const people = screen.getByRole('list', { name: /^febbraio .*: escono 2 persone$/i });
  expect(people.textContent).toMatch(/15\/02\/\d{4}Anna Ferriun utente/);
  expect(people.textContent).toMatch(/Fontananessun utente/);
  await user.click(within(people).getByRole('button', { name: 'Anna Ferri' }));
  expect(useUi.getState().personShown).toBe('p-a-ferri');
  await user.click(screen.getByRole('button', { name: 'Tabella: Chi esce e quando' }));
  const rows = within(screen.getByRole('table')).getAllByRole('row');
  expect(rows).toHaveLength(3);
  expect(rows[1]?.textContent).toMatch(/^Anna FerriContabilità15\/02\/\d{4}1$/);
});
