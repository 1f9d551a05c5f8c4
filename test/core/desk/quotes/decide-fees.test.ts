// Fees and words of the firm in a quote, and quotes of older versions. Rules C1, C2.
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import { quoteDocumentSchema } from '../../../../core/desk/rows/quote-rows.ts';
import { parse } from '../../../../core/kernel/parse.ts';
import { usualFees } from '../../../../core/quotes/fees.ts';
import { contribution } from '../../../../core/quotes/fund.ts';
import { latest, totalsOf } from '../../../../core/quotes/quote-document.ts';
import { feeOf, forRenewal, longer, quoteBench } from '../../../support/quote-bench.ts';
import { day, euro } from '../../../support/samples.ts';

const gone = '01930000-0000-7000-8000-000000000009';

describe('fees of a draft', () => {
  test('added at the end, changed in place, removed; the vendor’s figures stay', () => {
    const { newest, must, again } = quoteBench();
    const quote = newest();
    must(feeOf(quote, { description: ' Configurazione ' }));
    must(feeOf(quote, { description: 'Assistenza 2027', unit: '', hundredths: 100, unitPrice: 9000 }));
    const [first, second] = latest(again(quote)).fees;
    expect([first?.description, second?.description]).toEqual(['Configurazione', 'Assistenza 2027']);
    expect(first?.id).not.toBe(second?.id);
    // 58,19 of Aruba and 210,00 of the firm: VAT once on 268,19.
    const { services, own, net, vat, gross } = totalsOf(latest(again(quote)));
    expect([services, own, net, vat, gross].map(euro)).toEqual([
      '58.19',
      '210.00',
      '268.19',
      '59.00',
      '327.19',
    ]);
    expect(latest(again(quote)).quote).toEqual(latest(quote).quote);
    must(feeOf(quote, { description: 'Configurazione', vatBasisPoints: 0 }, first?.id));
    expect(latest(again(quote)).fees.map(({ id, vatBasisPoints }) => [id, vatBasisPoints])).toEqual([
      [first?.id, 0],
      [second?.id, 2200],
    ]);
    must({ type: 'quote/remove-fee', quoteId: quote.id, feeId: first?.id } as Command);
    expect(latest(again(quote)).fees.map(({ id }) => id)).toEqual([second?.id]);
  });

  test('moved to another place; beyond the end is the last one; undone in one step', () => {
    const { newest, must, again, refusal } = quoteBench();
    const quote = newest();
    for (const description of ['Uno', 'Due', 'Tre']) must(feeOf(quote, { description }));
    const order = () => latest(again(quote)).fees.map(({ description }) => description);
    const at = (place: number) => latest(again(quote)).fees[place]?.id;
    const move = (feeId: unknown, to: number) =>
      ({ type: 'quote/move-fee', quoteId: quote.id, feeId, to }) as Command;
    must(move(at(2), 0));
    expect(order()).toEqual(['Tre', 'Uno', 'Due']);
    must(move(at(0), 50));
    expect(order()).toEqual(['Uno', 'Due', 'Tre']);
    must(move(at(0), 1));
    expect(order()).toEqual(['Due', 'Uno', 'Tre']);
    expect(refusal(move(gone, 0))).toEqual({ reason: 'quote-moved-on' });
  });

  test('a nature counts only without VAT, and the usual fees keep it', () => {
    const { newest, must, again } = quoteBench();
    const quote = newest();
    must(feeOf(quote, { description: 'Marca', vatBasisPoints: 0, nature: 'N1' }));
    must(feeOf(quote, { description: 'Ore', vatBasisPoints: 2200, nature: 'N1' }));
    const fees = latest(again(quote)).fees;
    expect(fees.map(({ nature }) => nature)).toEqual(['N1', undefined]);
    expect(Object.hasOwn(fees[1] ?? {}, 'nature')).toBe(false);
    expect(usualFees([fees]).map(({ description, nature }) => [description, nature])).toEqual([
      ['Ore', undefined],
      ['Marca', 'N1'],
    ]);
  });

  test('the contribution to the fund: set, counted, copied into a new quote and a revision, removed', () => {
    const { newest, must, again, issue } = quoteBench();
    const quote = newest();
    const fund = { basisPoints: 400, vatBasisPoints: 2200 };
    must({ type: 'quote/fund', quoteId: quote.id, fund });
    // Without fees there is nothing to count it on.
    expect(totalsOf(latest(again(quote))).own).toBe(0);
    must(feeOf(quote, { hundredths: 100, unitPrice: 10_013 }));
    must(
      feeOf(quote, {
        description: 'Bollo',
        hundredths: 100,
        unitPrice: 200,
        vatBasisPoints: 0,
        nature: 'N1',
      }),
    );
    // 4 % of 100,13 is 4,0052; the stamp does not count.
    expect(contribution(latest(again(quote)).fees, fund)).toMatchObject({ base: 10_013, net: 401 });
    expect(totalsOf(latest(again(quote))).own).toBe(10_013 + 200 + 401);
    const copy = newest({ type: 'quote/new', source: { kind: 'quote', quoteId: quote.id } } as Command);
    expect(latest(copy).fund).toEqual(fund);
    issue(quote);
    must({ type: 'quote/revise', quoteId: quote.id, validUntil: day('2026-12-30') } as Command);
    expect(latest(again(quote)).fund).toEqual(fund);
    must({ type: 'quote/fund', quoteId: copy.id, fund: null } as Command);
    expect(Object.hasOwn(latest(again(copy)), 'fund')).toBe(false);
  });

  test('refused: no description, too long, too many, one that is gone, and in an issued quote', () => {
    const { newest, must, refusal, issue } = quoteBench();
    const quote = newest();
    expect(refusal(feeOf(quote, { description: ' ' }))).toEqual({ reason: 'fee-without-description' });
    expect(refusal(feeOf(quote, { description: 'a'.repeat(201) }))).toEqual({
      reason: 'text-too-long',
      what: 'fee',
      length: 201,
      most: 200,
    });
    expect(refusal(feeOf(quote, { unit: 'u'.repeat(21) }))).toMatchObject({ what: 'unit' });
    expect(refusal(feeOf(quote, { hundredths: 9_999_999, unitPrice: 9_999_999 }))).toEqual({
      reason: 'fee-out-of-range',
    });
    expect(refusal(feeOf(quote, {}, gone))).toEqual({ reason: 'quote-moved-on' });
    for (let index = 0; index < 50; index += 1) must(feeOf(quote));
    expect(refusal(feeOf(quote))).toEqual({ reason: 'too-many-fees', most: 50 });
    issue(quote);
    expect(refusal(feeOf(quote))).toEqual({ reason: 'quote-not-draft' });
    expect(refusal({ type: 'quote/remove-fee', quoteId: quote.id, feeId: gone } as Command)).toEqual({
      reason: 'quote-not-draft',
    });
  });

  test('a revision and a copy keep the fees and the words', () => {
    const { newest, must, again, issue } = quoteBench();
    const quote = newest(forRenewal);
    must(feeOf(quote));
    must({ type: 'quote/words', quoteId: quote.id, opening: ' Gentile cliente,\n', closing: 'A presto' });
    expect(again(quote)).toMatchObject({ opening: 'Gentile cliente,', closing: 'A presto' });
    issue(quote);
    must({ type: 'quote/revise', quoteId: quote.id, validUntil: day('2027-01-31') });
    const { fees } = latest(again(quote));
    expect(fees).toHaveLength(1);
    const copy = newest({ type: 'quote/new', source: { kind: 'quote', quoteId: quote.id } });
    expect(copy).toMatchObject({ opening: 'Gentile cliente,', closing: 'A presto' });
    expect(latest(copy).fees).toEqual(fees);
  });

  test('words and details that are not named stay: a colleague may have changed them meanwhile', () => {
    const { newest, must, again } = quoteBench();
    const quote = newest();
    const of = { quoteId: quote.id };
    must({ type: 'quote/words', ...of, opening: 'Gentile cliente,', closing: 'A presto' });
    must({ type: 'quote/words', ...of, closing: ' Saluti ' });
    must({ type: 'quote/details', ...of, recipient: { name: ' Alba srl ', lines: ['Via Po 1', ' '] } });
    must({ type: 'quote/details', ...of, recipient: { vatCode: '02342520158' }, notes: 'Nota' });
    must({ type: 'quote/details', ...of, validUntil: day('2027-01-31') });
    expect(again(quote)).toMatchObject({
      opening: 'Gentile cliente,',
      closing: 'Saluti',
      recipient: { name: 'Alba srl', vatCode: '02342520158', lines: ['Via Po 1'] },
      validUntil: day('2027-01-31'),
      notes: 'Nota',
    });
  });

  test('words that are too long are refused, and an issued quote keeps its own', () => {
    const { newest, refusal, issue } = quoteBench();
    const quote = newest();
    const words = (opening: string): Command => ({
      type: 'quote/words',
      quoteId: quote.id,
      opening,
      closing: '',
    });
    expect(refusal(words('a'.repeat(2001)))).toMatchObject({ reason: 'text-too-long', what: 'opening' });
    issue(quote);
    expect(refusal(words('Gentile'))).toEqual({ reason: 'quote-not-draft' });
  });

  test('the cart takes only what the vendor sells, and the fees move nothing in it', () => {
    const { newest, must, issue, state } = quoteBench();
    const quote = newest();
    must(feeOf(quote));
    issue(quote);
    must({ type: 'quote/to-cart', quoteId: quote.id });
    const cart = state.workspace.carts.get('service-fe-studio');
    expect(cart).toMatchObject({ quantity: 2, quoteId: quote.id });
    expect(JSON.stringify(cart)).not.toContain('Configurazione');
  });
});

test('a quote of an older version opens as one service without fees and words', () => {
  const { newest, must, again } = quoteBench();
  const quote = newest();
  must(longer(quote, { notes: 'Consegna dopo il pagamento.' }));
  const { opening: _o, closing: _c, revisions, ...old } = again(quote);
  const [{ further: _f, fees: _n, ...revision }] = revisions;
  const stored: unknown = JSON.parse(JSON.stringify({ ...old, revisions: [revision] }));
  expect(parse(quoteDocumentSchema, stored)).toEqual({ ok: true, value: again(quote) });
  expect(totalsOf(latest(again(quote)))).toMatchObject({ net: 5819, vat: 1280, gross: 7099, own: 0 });
});
