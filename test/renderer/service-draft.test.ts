// @vitest-environment node
// The form of a service: a VAT number that is typed is checked as one in a list is.
import '../support/page-language.ts';
import { describe, expect, test } from 'vitest';
import { changedOnly, draftOf, readDraft } from '../../renderer/screens/register/service-draft.ts';

const before = { ...draftOf(null), holder: 'Bianchi srl', expiry: '15/03/2027' };
const typed = (vatCode: string, known = before) => readDraft({ ...known, vatCode }, known);

describe('the VAT number', () => {
  test.each([
    ['02342520158', { vatCode: '02342520158' }],
    ['IT 02342520158', { vatCode: '02342520158' }],
    ['DE 123 456 789', { vatCode: 'DE123456789' }],
    ['RSSMRA79B11C566R', { taxCode: 'RSSMRA79B11C566R' }],
    ['', {}],
  ])('%j', (text, codes) => {
    const { details } = typed(text);
    expect({ vatCode: details?.vatCode, taxCode: details?.taxCode }).toEqual({
      vatCode: undefined,
      taxCode: undefined,
      ...codes,
    });
  });

  test.each(['GB999', 'XX123456789', '02342520159', 'ditta'])('%j is refused at its field', (text) => {
    expect(typed(text)).toMatchObject({
      details: null,
      problems: { vatCode: expect.stringMatching(/^La partita IVA ha 11 cifre.*sigla del paese/) },
    });
  });

  test('a tax code does not take the place of a VAT number without a word', () => {
    const known = { ...before, vatCode: '02342520158' };
    expect(typed('RSSMRA79B11C566R', known)).toMatchObject({
      details: null,
      problems: {
        vatCode: 'Questo è un codice fiscale: la partita IVA 02342520158 resta nel registro. Rimettila qui.',
      },
    });
  });

  test('one that the register has already stays', () => {
    const known = { ...before, vatCode: 'GB999' };
    const { details, problems } = typed('GB999', known);
    expect(problems).toEqual({});
    expect(changedOnly({ ...known, caretaker: 'Anna' }, known, { ...details, caretaker: 'Anna' })).toEqual({
      caretaker: 'Anna',
    });
  });
});
