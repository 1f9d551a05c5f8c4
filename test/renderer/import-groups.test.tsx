import { show } from './screen.tsx';
import { screen } from '@testing-library/react';
import { useState } from 'react';
import { describe, expect, test } from 'vitest';
import { importableRows, planImport } from '../../core/people/import/import-people.ts';
import { ImportGroups } from '../../renderer/screens/people/import/import-groups.tsx';
import type { Group } from '../../renderer/screens/people/import/import-lines.tsx';
import { sampleOffice } from '../support/sample-state.ts';
import { listIn } from '../support/staff-lists.ts';

const header = 'Cognome;Nome;E-mail;Inizio;Fine';
const bad = [
  'Riva;;senza-nome@x.it;;',
  'Riva;Ugo;;;',
  'Riva;Ugo;non-un-indirizzo;;',
  'Riva;Ugo;u.riva@x.it;31/02/2026;',
  'Riva;Ugo;u.riva@x.it;01/03/2026;01/02/2026',
  ';;;;',
  `${'R'.repeat(200)};Ugo;lungo@x.it;;`,
];
const text = [
  header,
  'Nuova;Lia;l.nuova@studiobianchi.example;;',
  ...bad,
  'Ferri;Annamaria;a.ferri@studiobianchi.example;;',
  'Altra;Lia;l.nuova@studiobianchi.example;;',
].join('\n');

async function showList(file: string) {
  const { list, found } = listIn(file);
  const { people } = sampleOffice().state.workspace;
  const plan = planImport(people, importableRows(list), new Set(list.present));
  const Groups = () => {
    const [chosen, onChoose] = useState<Group | null>(null);
    return (
      <ImportGroups
        list={list}
        plan={plan}
        found={found}
        chosen={chosen}
        ticks={{ off: new Set(), set: () => undefined }}
        onChoose={onChoose}
      />
    );
  };
  return { list, plan, ...(await show(() => <Groups />)) };
}

const rows = (): readonly string[] =>
  screen
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

describe('the groups of an import', () => {
  test('every rejected row is listed with its number, its reason and what was read', async () => {
    const { list } = await showList(text);
    expect(list.rejected).toHaveLength(8);
    const shown = rows();
    expect(shown).toHaveLength(list.rejected.length);
    for (const [index, { row }] of list.rejected.entries())
      expect(shown[index]?.startsWith(String(row))).toBe(true);
    expect(shown.join('\n')).toMatch(
      /Manca il nome[\s\S]*Manca l’indirizzo[\s\S]*non-un-indirizzo[\s\S]*31\/02\/2026[\s\S]*prima dell’inizio[\s\S]*Riga vuota[\s\S]*Testo troppo lungo/,
    );
    expect(shown.at(-1)).toContain('già alla riga 2');
    expect(shown.join('')).not.toMatch(/reject\.|undefined|\{/);
  });

  test('numbers are grouped; days that are not known leave no arrow', async () => {
    const people = Array.from({ length: 1234 }, (_, at) => {
      const days = ['', '01/03/2026', '01/03/2026', ''][at] ?? '';
      const ends = ['', '', '30/11/2026', '31/12/2026'][at] ?? '';
      return `Nuova;Lia;l.nuova${at}@x.it;${days};${ends}`;
    });
    await showList([header, ...people].join('\n'));
    expect(screen.getByRole('button', { name: 'Nuove 1.234' })).toBeTruthy();
    expect(screen.getByText('Mostrate le prime 500 di 1.234.')).toBeTruthy();
    expect(
      screen
        .getAllByRole('row')
        .slice(1, 5)
        .map((row) => row.lastElementChild?.textContent),
    ).toEqual(['', 'dal 01/03/2026', '01/03/2026 → 30/11/2026', 'fino al 31/12/2026']);
  });

  test('nothing is lost: the rows of all groups are the rows of the file', async () => {
    const { list, plan } = await showList(text);
    const inGroups =
      plan.added.length +
      plan.changed.length +
      plan.unchanged.length +
      plan.conflicting.length +
      list.rejected.length;
    expect(inGroups).toBe(text.split('\n').length - 1);
  });

  test('each group shows its count and its people', async () => {
    const { user } = await showList(text);
    const chip = (name: RegExp) => screen.getByRole('button', { name });
    expect(chip(/^Scartate 8$/).getAttribute('aria-pressed')).toBe('true');
    await user.click(chip(/^Nuove 1$/));
    expect(rows()).toEqual([expect.stringContaining('Lia Nuova') as string]);
    await user.click(chip(/^Modificate 1$/));
    // The list has columns for start and end, and both are blank: the desk's values would be removed.
    expect(rows()[0]).toMatch(/Annamaria Ferri.*Nome: Anna → Annamaria.*02\/05\/2012 → vuoto/);
    await user.click(chip(/^Non in elenco 33$/));
    expect(rows()).toHaveLength(33);
    await user.click(chip(/^Uguali 0$/));
    expect(document.body.textContent).toContain('Nessuna riga in questo gruppo.');
  });

  test('a suspended account is among the rejected, with its reason', async () => {
    await showList('First name,Last name,Email,Status\nLia,Nuova,l@x.it,Suspended\nUgo,Riva,u@x.it,Active');
    expect(rows()).toEqual([expect.stringMatching(/^2.*sospeso.*Lia Nuova, l@x\.it/i) as string]);
  });

  test('more rows than anybody reads: the count is whole, and the sentence says how many are shown', async () => {
    await showList([header, ...Array.from({ length: 700 }, () => 'Riva;Ugo;no;;')].join('\n'));
    expect(screen.getByRole('button', { name: /^Scartate 700$/ })).toBeTruthy();
    expect(document.body.textContent).toMatch(/500 di 700|700/);
  });
});
