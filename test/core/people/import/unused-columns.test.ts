// Which columns the person is asked about: those that hold something and that nothing uses.
import { describe, expect, test } from 'vitest';
import type { ColumnChoices, ColumnUse } from '../../../../core/people/import/columns.ts';
import { unusedColumns } from '../../../../core/people/import/unused-columns.ts';
import { listIn } from '../../../support/staff-lists.ts';

const chosen = (...pairs: readonly (readonly [string, ColumnUse])[]): ColumnChoices => new Map(pairs);

function asked(text: string, choices: ColumnChoices = new Map()): readonly string[] {
  return unusedColumns(listIn(text, choices).found, choices).map(
    ({ index, header, sample }) => `${index} ${header}: ${sample}`,
  );
}

const list = 'Cognome;Nome;E-mail;Note interne;Cod. gest.\nRiva;Anna;a@x.it;part time;\nSanna;Ugo;u@x.it;;77';

describe('the question', () => {
  test('names the columns, each with its first text', () => {
    expect(asked(list)).toEqual(['3 Note interne: part time', '4 Cod. gest.: 77']);
  });

  test('is not asked again about a column that is not needed', () => {
    expect(asked(list, chosen(['noteinterne', 'unused']))).toEqual(['4 Cod. gest.: 77']);
  });

  test('is not asked about a column that has a use now', () => {
    expect(asked(list, chosen(['noteinterne', 'department']))).toEqual(['4 Cod. gest.: 77']);
  });

  test('is not asked about a blank column', () => {
    expect(asked('Cognome;Nome;E-mail;Vuota\nRiva;Anna;a@x.it;')).toEqual([]);
  });

  test('is asked about a second column for a field', () => {
    expect(asked('Cognome;Nome;E-mail;Reparto;Sede\nRiva;Anna;a@x.it;Paghe;Arezzo')).toEqual([
      '4 Sede: Arezzo',
    ]);
  });

  test('is asked about a column without a header', () => {
    expect(asked('Cognome;Nome;E-mail;\nRiva;Anna;a@x.it;Arezzo')).toEqual(['3 : Arezzo']);
    const here = chosen([':1', 'family-name'], [':2', 'given-name'], [':3', 'email']);
    expect(asked('Riva;Anna;a@x.it;Arezzo', here)).toEqual(['3 : Arezzo']);
  });

  test('is not asked about a name that other columns give already', () => {
    expect(asked('First name;Last name;Email;Display name\nAnna;Riva;a@x.it;Anna Riva')).toEqual([]);
  });

  test('is not asked about what Allinea added to the rejected rows', () => {
    expect(
      asked('Riga;Colonna;Motivo;Cognome;Nome;E-mail\n4;E-mail;non è un indirizzo;Riva;Anna;a@x.it'),
    ).toEqual([]);
  });
});
