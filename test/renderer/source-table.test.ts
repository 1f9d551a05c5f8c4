import { listed } from '../support/cell-tables.ts';
import { expect, test } from 'vitest';
import type { ServiceId } from '../../core/kernel/id.ts';
import type { Fact } from '../../core/register/fact.ts';
import { foldService } from '../../core/register/fold.ts';
import { expirySources } from '../../renderer/screens/register/expiry-sources.ts';
import { sourceTable } from '../../renderer/screens/services/source-table.ts';
import { day } from '../support/samples.ts';

const today = day('24/11/2026');

const fact = (id: string, part: object): Fact =>
  ({
    id,
    at: 1,
    by: null,
    about: 's-1',
    asOf: today,
    source: { kind: 'typed' },
    evidence: null,
    corrects: null,
    reason: null,
    confirmed: true,
    ...part,
  }) as unknown as Fact;

test('a row a field, with source, day and operator; what is old or open is said', () => {
  const old = {
    asOf: day('01/08/2026'),
    source: { kind: 'sheet', file: 'servizi.xlsx', row: 4 },
    by: 'Anna',
  };
  const service = foldService('s-1' as ServiceId, [
    fact('a', { field: 'holder', value: 'Alba srl' }),
    fact('b', { field: 'kind', value: 'e-invoicing' }),
    fact('c', { field: 'expiry', value: '2027-03-15', ...old }),
    fact('d', { field: 'note', value: 'vecchia', ...old }),
    fact('e', { field: 'users', value: [{ quantity: 3, expiry: null }] }),
    fact('f', { field: 'users', value: [], source: { kind: 'paste' } }),
  ]);
  const { headers, rows } = listed(sourceTable([service], today));
  expect(headers).toEqual([
    'Intestatario',
    'Servizio',
    'Dato',
    'Valore',
    'Fonte',
    'Giorno',
    'Operatore',
    'Stato',
  ]);
  const said = rows.map((cells) =>
    cells.map((cell) => (cell === null ? '' : 'text' in cell ? cell.text : 'day' in cell ? cell.day : '?')),
  );
  expect(new Set(said.map((cells) => cells.slice(0, 2).join('|')))).toEqual(
    new Set(['Alba srl|Fatturazione Elettronica']),
  );
  expect(said.map((cells) => cells.slice(2))).toEqual([
    ['Intestatario', 'Alba srl', 'scritto a mano', today, '', ''],
    ['Servizio', 'Fatturazione Elettronica', 'scritto a mano', today, '', ''],
    ['Scadenza', '15/03/2027', 'servizi.xlsx, riga 4', '2026-08-01', 'Anna', 'da ricontrollare'],
    ['Utenti aggiuntivi', '3, come il servizio', 'scritto a mano', today, '', 'da verificare'],
    ['Utenti aggiuntivi', 'nessuno', 'da testo incollato', today, '', 'da verificare'],
    // A note is the studio's own: it does not get old.
    ['Note', 'vecchia', 'servizi.xlsx, riga 4', '2026-08-01', 'Anna', ''],
  ]);
});

test('the plan says where each expiry comes from, by the newest fact, and what is old', () => {
  const sourceOf = expirySources(
    [
      fact('a', { field: 'expiry', value: '2027-03-15', asOf: day('01/08/2026'), by: 'Anna' }),
      fact('b', { field: 'expiry', value: '2027-04-15', about: 's-2', source: { kind: 'paste' } }),
      fact('c', { field: 'expiry', value: '2027-03-15', about: 's-2', asOf: day('01/01/2026') }),
      fact('d', { field: 'holder', value: 'Alba srl', about: 's-3' }),
    ],
    today,
  );
  expect(['s-1', 's-2', 's-3'].map((id) => sourceOf(id as ServiceId))).toEqual([
    'scritto a mano, del 01/08/2026, Anna, da ricontrollare',
    'da testo incollato, del 24/11/2026',
    '',
  ]);
});
