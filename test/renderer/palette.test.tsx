import { show } from './screen.tsx';
import { screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import type { AppState } from '../../core/desk/rows/state.ts';
import { finish } from '../../core/kernel/steps.ts';
import { commandEntries } from '../../renderer/shell/palette-entries.ts';
import { searchable, searchPalette, type PaletteEntry } from '../../renderer/shell/palette-search.ts';
import { verbEntries } from '../../renderer/shell/palette-verbs.ts';
import { Palette } from '../../renderer/shell/palette.tsx';
import { useUi } from '../../renderer/store/ui-store.ts';
import { inBothLanguages, inLanguage, type TextId } from '../../renderer/text/text.ts';

function OpenPalette() {
  const [open, setOpen] = useState(true);
  return open ? <Palette onClose={() => setOpen(false)} /> : null;
}

const marked = (): string | null =>
  screen.queryByRole('option', { name: (_name, option) => option.hasAttribute('data-focused') })
    ?.textContent ?? null;

test('typing marks the first entry, arrows move, Enter runs the marked one', async () => {
  const { user } = await show(() => <OpenPalette />);
  await user.type(screen.getByRole('textbox'), 'anna ferri');
  await waitFor(() => expect(marked()).toContain('Anna Ferri'));
  await user.clear(screen.getByRole('textbox'));
  await user.type(screen.getByRole('textbox'), 'riva');
  await waitFor(() => expect(marked()).toMatch(/Riva/));
  const all = screen.getAllByRole('option').map((option) => option.textContent);
  expect(all.length).toBeGreaterThan(1);
  expect(marked()).toBe(all[0]);
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(marked()).toBe(all[1]));
  await user.keyboard('{Enter}');
  await waitFor(() => expect(useUi.getState().personShown).not.toBeNull());
});

test('Enter after a deletion or a paste runs the first entry', async () => {
  const { user } = await show(() => <OpenPalette />);
  await user.type(screen.getByRole('textbox'), 'anna ferrix{Backspace}{Enter}');
  await waitFor(() => expect(useUi.getState().personShown).not.toBeNull());
});

test('nothing found says so, and Enter does nothing', async () => {
  const { user } = await show(() => <OpenPalette />);
  await user.type(screen.getByRole('textbox'), 'qqq{Enter}');
  expect(screen.getByText('Nessun risultato per “qqq”.')).toBeTruthy();
  expect(screen.getByRole('textbox')).toBeTruthy();
});

const shown = (): readonly string[] => screen.getAllByRole('option').map(({ textContent }) => textContent);

test('a name that begins with the word comes before an e-mail address that holds it', async () => {
  const { user } = await show(() => <OpenPalette />);
  await user.type(screen.getByRole('textbox'), 'studio bianchi');
  await waitFor(() => expect(shown()[0]).toMatch(/^Studio Bianchi e Associati/));
});

test('a word of the name comes before another word for it, and both before the note', () => {
  const entry = (label: string, note = '', also = ''): PaletteEntry => ({
    id: label,
    group: 'palette.person',
    label,
    note,
    also,
    run: () => undefined,
  });
  const rows = [
    entry('Anna Ferri', 'Contabilità a.ferri@rossi.example'),
    entry('Impostazioni', '', 'rossi'),
    entry('Carrossi'),
    entry('Officine Rossi srl'),
    entry('Rossi Paolo'),
  ];
  const read = finish(searchable(rows, (row) => row));
  const found = (query: string) => searchPalette([read], query, 9).map(({ label }) => label);
  expect(found('rossi')).toEqual([
    'Rossi Paolo',
    'Officine Rossi srl',
    'Impostazioni',
    'Carrossi',
    'Anna Ferri',
  ]);
  expect(found('anna rossi')).toEqual(['Anna Ferri']);
  expect(found('')).toHaveLength(5);
});

test.each([
  ['rinnova rossi', 'Rinnova: Officine Rossi srl'],
  ['renew rossi', 'Rinnova: Officine Rossi srl'],
  ['rinnova conti', 'Riattiva: Farmacia Conti'],
  ['aggiungi serra', 'Aggiungi utenti: Tipografia Serra'],
  ['buy serra', 'Aggiungi utenti: Tipografia Serra'],
  ['aggiungi utenti a serra', 'Aggiungi utenti: Tipografia Serra'],
  ['aggiungi 3 serra', 'Aggiungi 3 utenti: Tipografia Serra'],
  ['compra 1 utente per Serra', 'Aggiungi 1 utente: Tipografia Serra'],
  ['12 utenti a serra', 'Aggiungi 12 utenti: Tipografia Serra'],
  ['3 seats for serra', 'Aggiungi 3 utenti: Tipografia Serra'],
  ['annulla', 'Annulla l’ultima operazione'],
  ['tema scuro', 'Aspetto scuro'],
  ['dark', 'Aspetto scuro'],
  ['staff', 'Personale'],
  ['keyboard', 'Scorciatoie'],
  ['scadenze', 'Rinnovi'],
])('“%s” finds first “%s”', async (query, first) => {
  const { user } = await show(() => <OpenPalette />);
  await user.type(screen.getByRole('textbox'), query);
  await waitFor(() => expect(shown()[0]?.startsWith(first)).toBe(true));
});

test('each command is found by its name in either language, whichever is shown', async () => {
  const { desk } = await show(() => null);
  const lost: string[] = [];
  let looked = 0;
  for (const shownIn of ['it', 'en'] as const)
    inLanguage(shownIn, () => {
      for (const simulated of [true, false]) {
        const entries = commandEntries(desk.state, simulated);
        const read = finish(searchable(entries, (entry) => entry));
        for (const { id } of entries)
          for (const name of inBothLanguages(id as TextId)) {
            looked += 1;
            if (!searchPalette([read], name, 9).some((found) => found.id === id))
              lost.push(`${shownIn}: ${name}`);
          }
      }
    });
  expect(lost).toEqual([]);
  expect(looked).toBeGreaterThan(200);
});

test('“aggiungi” alone offers new people and the services to which users can be added', async () => {
  const { user } = await show(() => <OpenPalette />);
  await user.type(screen.getByRole('textbox'), 'aggiungi');
  await waitFor(() => expect(shown().some((one) => one.startsWith('Aggiungi utenti: '))).toBe(true));
  expect(shown().some((one) => one.startsWith('Nuova persona'))).toBe(true);
  expect(shown().some((one) => one.includes('Farmacia Conti'))).toBe(false);
});

const labels = (state: AppState, query: string): readonly string[] =>
  verbEntries(state, query, 15).map(({ label }) => label);

test('of users that cannot be added, and of other numbers, no number is offered', async () => {
  const { desk } = await show(() => null);
  const others = [
    '3 serra',
    '0 utenti serra',
    '1000 utenti serra',
    '3,5 utenti serra',
    '3 utenti conti',
    'dai 3 serra',
  ];
  expect(others.flatMap((query) => labels(desk.state, query))).toEqual([]);
  expect(labels(desk.state, '3 utenti se')).toEqual(['Aggiungi 3 utenti: Tipografia Serra']);
});

test('a small word between verb and name is no part of the name, unless nothing else is typed', async () => {
  const { desk } = await show(() => null);
  expect(labels(desk.state, '2 utenti a').length).toBeGreaterThan(5);
  const al = labels(desk.state, 'aggiungi al').map((label) => label.split(': ')[1]?.toLowerCase() ?? '');
  expect(al.length).toBeGreaterThan(0);
  expect(al.filter((name) => !name.includes('al'))).toEqual([]);
});

test('a number opens the cart with so many users, by one command', async () => {
  const { desk, user } = await show(() => <OpenPalette />);
  await user.type(screen.getByRole('textbox'), 'aggiungi 3 serra{Enter}');
  await waitFor(() =>
    expect([...desk.state.workspace.carts.values()].map(({ quantity }) => quantity)).toEqual([3]),
  );
  expect(desk.calls.filter(({ name }) => name === 'command/submit')).toHaveLength(1);
});
