// What the preview of a backup says of purchases that do not come back, and what a refused backup says.
import { screen } from '@testing-library/react';
import { expect, test } from 'vitest';
import type { BackupPreview, RestoreEffect } from '../../core/bridge/backups.ts';
import { PreviewTables } from '../../renderer/screens/backups/preview-tables.tsx';
import { troubleText } from '../../renderer/store/backups.ts';
import { show } from './screen.tsx';

const none = { count: 0, names: [] };
const counts = { people: 0, services: 1, clients: 0, quotes: 0, purchases: 1 };
const preview = (...effects: readonly RestoreEffect[]): BackupPreview => ({
  name: 'x',
  number: 5,
  at: null,
  old: counts,
  now: counts,
  effects,
});
const away: RestoreEffect = {
  group: 'purchases-away',
  lost: { count: 1, names: ['Studio Marchetti'] },
  changed: none,
  back: none,
};

test('a purchase that stays away is told in a sentence, and is nothing to restore', async () => {
  await show(() => <PreviewTables preview={preview(away)} />);
  expect(
    screen.getByText(/1 acquisto della copia non torna \(Studio Marchetti\): per lo stesso/),
  ).toBeTruthy();
  expect(screen.getByText(/non c’è nulla da ripristinare/)).toBeTruthy();
});

test('beside what is restored it is in no row of the table', async () => {
  const people = { ...away, group: 'people', lost: none, back: { count: 1, names: ['Nina Sala'] } } as const;
  await show(() => (
    <PreviewTables preview={preview(people, { ...away, lost: { count: 5, names: ['A'] } })} />
  ));
  const table = screen.getByRole('table', { name: 'Ripristinandola' });
  expect(table.textContent).toContain('Nina Sala');
  expect(table.querySelectorAll('tbody tr')).toHaveLength(1);
  expect(screen.getByText(/5 acquisti della copia non tornano \(A …\): /)).toBeTruthy();
});

test('a backup of another studio is refused with what to do', async () => {
  await show(() => <></>);
  expect(troubleText('foreign')).toMatch(/di un altro studio: nulla è stato cambiato. Si apre come studio/);
  expect(troubleText('EIO')).toBe('Non è riuscito (EIO). Lo studio è rimasto com’era.');
});
