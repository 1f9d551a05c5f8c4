// What the lines of one invoice say together of a service: the tester's files, made small.
import { describe, expect, test } from 'vitest';
import { foldFacts } from '../../core/register/fold.ts';
import { noAnswers } from '../../renderer/screens/invoices/import/answers.ts';
import { proposedFacts, type ProposedFact } from '../../renderer/screens/invoices/import/proposed-facts.ts';
import { reviewOf } from '../../renderer/screens/invoices/import/review.ts';
import { memoryDisk } from '../support/crashing-disk.ts';
import { invoiceBytes, type MadeLine } from '../support/invoice-files.ts';
import { e1, openOwn, service, stateOf, submit } from '../support/own-host.ts';
import { madeOf, oneLine, received } from '../support/read-files.ts';

const vat = `P.IVA ${e1.vatCode}`;
const year = { from: '2026-03-15', to: '2027-03-15' };
const renewal = (more: Partial<MadeLine> = {}): MadeLine => ({
  ...oneLine,
  text: `Rinnovo Fatturazione Elettronica ${vat}`,
  ...year,
  ...more,
});
const users = (line: number, quantity: string, more: Partial<MadeLine>): MadeLine => ({
  ...oneLine,
  line,
  text: `Utente aggiuntivo ${vat}`,
  quantity,
  ...more,
});

type Invoice = Partial<Parameters<typeof madeOf>[0]>;

async function factsOf(
  invoices: readonly Invoice[],
  end: 'same-day' | 'day-after' = 'same-day',
): Promise<readonly ProposedFact[]> {
  const host = openOwn(memoryDisk());
  submit(host, service({ ...e1, expiry: '2026-03-15', users: [{ quantity: 3, expiry: null }], modules: [] }));
  const state = stateOf(host);
  const files = Object.fromEntries(
    invoices.map((one, index) => [`${index}.xml`, invoiceBytes(madeOf({ date: '2026-12-01', ...one }))]),
  );
  const review = reviewOf(await received(files), state, noAnswers);
  return proposedFacts(review, foldFacts(state.workspace.facts.values()), end);
}

describe('several lines of one service', () => {
  test('two years in two lines: the later expiry, said by its own line', async () => {
    const second = renewal({ line: 2, from: '2027-03-15', to: '2028-03-15' });
    for (const lines of [
      [renewal(), second],
      [{ ...second, line: 1 }, renewal({ line: 2 })],
    ]) {
      const facts = await factsOf([{ lines }]);
      expect(facts).toMatchObject([{ field: 'expiry', details: { expiry: '2028-03-15' }, likely: true }]);
      expect(facts[0]?.line.line.period?.to).toBe('2028-03-15');
    }
  });

  test('bought and extended users are one number; two years of the same users are not added', async () => {
    const extended = { from: '2027-03-15', to: '2027-11-24' };
    expect(
      await factsOf([{ lines: [users(1, '2.00', { to: '2027-11-24' }), users(2, '3.00', extended)] }]),
    ).toMatchObject([
      { field: 'users', details: { users: [{ quantity: 5, expiry: '2027-11-24' }] }, likely: false },
    ]);
    const next = { from: '2027-03-16', to: '2028-03-15' };
    expect(
      await factsOf([{ lines: [users(1, '4.00', { ...year, from: '2026-03-16' }), users(2, '4.00', next)] }]),
    ).toMatchObject([{ details: { users: [{ quantity: 4, expiry: '2028-03-15' }] } }]);
    expect(
      await factsOf([{ lines: [users(1, '1.00', year), users(2, '2.00', { to: '2027-06-15' })] }]),
    ).toMatchObject([
      {
        details: {
          users: [
            { quantity: 1, expiry: '2027-03-15' },
            { quantity: 2, expiry: '2027-06-15' },
          ],
        },
      },
    ]);
  });

  test('a module in two lines has the later expiry', async () => {
    const module = (line: number, to: string) => ({ ...oneLine, line, text: `Modulo Documenti ${vat}`, to });
    expect(await factsOf([{ lines: [module(1, '2028-03-15'), module(2, '2027-03-15')] }])).toMatchObject([
      { details: { modules: [{ kind: 'documents', expiry: '2028-03-15' }] } },
    ]);
  });
});

describe('a period from expiry to expiry', () => {
  test('ends on the expiry, whatever was said of other periods', async () => {
    for (const end of ['same-day', 'day-after'] as const)
      expect(await factsOf([{ lines: [renewal()] }], end)).toMatchObject([
        { details: { expiry: '2027-03-15' } },
      ]);
  });

  test('that ends before it begins says nothing', async () => {
    expect(await factsOf([{ lines: [renewal({ from: '2027-03-16', to: '2026-03-15' })] }])).toEqual([]);
  });
});

describe('what was given back', () => {
  const back = { number: 'NC', type: 'TD04', linked: [{ number: 'A1', date: '2026-12-01' }] };

  test('by a credit note of the same import, or in the same invoice, says no expiry', async () => {
    const paid = { number: 'A1', lines: [renewal()] };
    expect(await factsOf([paid])).toHaveLength(1);
    expect(await factsOf([paid, { ...back, lines: [renewal()] } as Invoice])).toEqual([]);
    const minus = renewal({ line: 2, net: -(oneLine.net ?? 0) });
    expect(await factsOf([{ number: 'A1', lines: [renewal(), minus] }])).toEqual([]);
  });

  test('of another client stays', async () => {
    const other = {
      ...back,
      lines: [renewal({ text: 'Rinnovo Fatturazione Elettronica P.IVA 86334519757' })],
    };
    expect(await factsOf([{ number: 'A1', lines: [renewal()] }, other as Invoice])).toHaveLength(1);
  });
});
