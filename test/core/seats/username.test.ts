import { describe, expect, test } from 'vitest';
import { basePermissions, neededPermissions, permissions } from '../../../core/services/permission.ts';
import { isUsername, proposeUsername } from '../../../core/seats/username.ts';

describe('usernames (H3)', () => {
  test.each([
    ['Anna', 'Ferri', [], 'aferri01'],
    ['Alberto', 'Ferri', ['aferri01'], 'aferri02'],
    ['Niccolò', "Dall'Oglio", [], 'ndalloglio01'],
    ['Giulia', 'De Luca', [], 'gdeluca01'],
    ['Andrea', 'Müller', [], 'amuller01'],
    ['Li', 'Wu', [], 'lwu00001'],
    ['Søren', 'Jørgensen', [], 'sjorgensen01'],
    ['Łukasz', 'Wiśniewski', [], 'lwisniewski01'],
    ['Đorđe', 'Đurić', [], 'dduric01'],
    ['Ægir', 'Þór', [], 'athor001'],
    ['Işıl', 'Groß', [], 'igross01'],
    ['Œuvrard', 'Ðæß', [], 'odaess01'],
    ['Анна', 'Иванова', [], 'aivanova01'],
    ['Юлія', 'Щербаківський', [], 'ishcherbakivskii01'],
    ['Άννα', 'Παπαδοπούλου', [], 'apapadopoulou01'],
  ])('%s %s with %j taken: %s', (givenName, familyName, taken, expected) => {
    expect(proposeUsername({ givenName, familyName, email: 'x.y@studio.it' }, new Set(taken))).toBe(expected);
  });

  test.each([
    ['wang.li@studio.it', 'wangli01'],
    ['Ø.王@studio.it', 'o0000001'],
    ['王@studio.it', 'utente01'],
  ])('a name of other letters takes the mailbox of %s: %s', (email, expected) => {
    expect(proposeUsername({ givenName: '李', familyName: '王', email }, new Set())).toBe(expected);
  });

  test('8 to 32 letters and digits, nothing else', () => {
    expect(
      ['aferri01', 'AFERRI01', 'aferri0', 'aferri-01', 'àferri01', 'a'.repeat(33), ''].map(isUsername),
    ).toEqual([true, true, false, false, false, false, false]);
  });

  test('a hundred people of one name', () => {
    const taken = new Set<string>();
    for (let index = 0; index < 150; index += 1)
      taken.add(proposeUsername({ givenName: 'Anna', familyName: 'Ferri', email: 'a@studio.it' }, taken));
    expect(taken.size).toBe(150);
    expect([...taken].at(-1)).toBe('aferri150');
  });
});

describe('permissions (H4)', () => {
  test('all others need to read; banks need creating too', () => {
    expect(basePermissions).toEqual(['read']);
    expect(permissions.map((permission) => neededPermissions(permission).length)).toEqual([0, 1, 2, 1, 1]);
    expect(neededPermissions('banks')).toEqual(['read', 'create']);
  });
});
