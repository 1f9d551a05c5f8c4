// What an import of invoices comes to on a desk of services and purchases.
import { describe, expect, test } from 'vitest';
import type { Host } from '../../core/host/host.ts';
import type { Received } from '../../core/received/files/received.ts';
import type { AppState } from '../../core/desk/rows/state.ts';
import type { ServiceId } from '../../core/kernel/id.ts';
import { foldFacts } from '../../core/register/fold.ts';
import { noAnswers, wordsOf, type Answers } from '../../renderer/screens/invoices/import/answers.ts';
import { lineRemarks, readingText } from '../../renderer/screens/invoices/import/line-words.ts';
import { mailSuggestions } from '../../renderer/screens/invoices/import/mail-suggestions.ts';
import { periodQuestion, proposedFacts } from '../../renderer/screens/invoices/import/proposed-facts.ts';
import { reviewOf, type ReviewLine } from '../../renderer/screens/invoices/import/review.ts';
import { memoryDisk } from '../support/crashing-disk.ts';
import { invoiceBytes, mailBytes, type MadeLine } from '../support/invoice-files.ts';
import { e1, openOwn, service, stateOf, submit, today } from '../support/own-host.ts';
import { happened, preparedE1, purchaseIn, seen } from '../support/purchase-desk.ts';
import { madeOf, oneLine, received } from '../support/read-files.ts';

const other = { ...e1, holder: 'Bar Centrale', vatCode: '86334519757' };

function desk(...services: readonly object[]): Host {
  const host = openOwn(memoryDisk());
  for (const one of services) submit(host, service(one));
  return host;
}

const files = (number: string, lines: readonly MadeLine[], type = 'TD01'): Promise<Received> =>
  received({ [`${number}.xml`]: invoiceBytes(madeOf({ number, lines, type, date: '2026-11-20' })) });

const linesIn = (found: Received, state: AppState, answers: Answers = noAnswers): readonly ReviewLine[] =>
  reviewOf(found, state, answers).invoices.flatMap(({ lines }) => lines);

describe('whose service a line is about', () => {
  test('by panel user and by VAT number; nobody named is nobody’s', async () => {
    const state = stateOf(desk(e1, other));
    const read = await files('1', [
      { ...oneLine, text: `Utente aggiuntivo ARUBA${e1.vatCode}` },
      { ...oneLine, line: 2, text: `Utente aggiuntivo P.IVA ${other.vatCode}` },
      { ...oneLine, line: 3 },
    ]);
    expect(linesIn(read, state).map((one) => one.service?.holder)).toEqual([
      'Studio Marchetti',
      'Bar Centrale',
      undefined,
    ]);
  });

  test('of two services of one holder the kind of the line decides; users are a question', async () => {
    const receiving = { ...e1, kind: 'receive-only', modules: [] };
    const state = stateOf(desk(e1, receiving));
    const text = (what: string): string => `${what} P.IVA ${e1.vatCode}`;
    const read = await files('1', [
      { ...oneLine, text: text('Fatturazione Elettronica Solo Ricezione') },
      { ...oneLine, line: 2, text: text('Modulo Documenti') },
      { ...oneLine, line: 3, text: text('Utente aggiuntivo') },
    ]);
    const lines = linesIn(read, state);
    expect(lines.map((one) => one.service?.kind)).toEqual(['receive-only', 'e-invoicing', undefined]);
    expect(lines[2]?.candidates).toHaveLength(2);
  });

  test('an answer counts for its line, and a kind for all lines with the same words', async () => {
    const state = stateOf(desk(e1, other));
    const read = await files('1', [
      { ...oneLine, text: 'Canone 2026' },
      { ...oneLine, line: 2, text: 'Canone 2027' },
    ]);
    const [first] = linesIn(read, state);
    expect(first?.kind).toBe('ask');
    const [serviceId = '' as ServiceId] = state.replica.services.keys() as Iterable<ServiceId>;
    const lines = linesIn(read, state, {
      ...noAnswers,
      kinds: new Map([[wordsOf('Canone 2026'), 'documents']]),
      services: new Map([[first?.key ?? '', serviceId]]),
    });
    expect(lines.map(({ kind, service: one }) => [kind, one?.id])).toEqual([
      ['documents', serviceId],
      ['documents', undefined],
    ]);
  });
});

describe('what a line sells', () => {
  test('a person corrects what the words decided, for all lines with the same words', async () => {
    const state = stateOf(desk(e1));
    const read = await files('1', [
      { ...oneLine, text: 'Modulo Documenti 2026' },
      { ...oneLine, line: 2, text: 'Modulo Documenti 2027' },
      { ...oneLine, line: 3, text: 'Utente aggiuntivo' },
    ]);
    const kinds = (answer?: 'woocommerce' | 'kept' | 'left-out') =>
      linesIn(read, state, {
        ...noAnswers,
        kinds: new Map(answer === undefined ? [] : [[wordsOf('Modulo Documenti'), answer]]),
      }).map(({ kind }) => kind);
    expect(kinds()).toEqual(['documents', 'documents', 'user']);
    expect(kinds('woocommerce')).toEqual(['woocommerce', 'woocommerce', 'user']);
    expect(kinds('kept')).toEqual([null, null, 'user']);
    expect(kinds('left-out')).toEqual(['left-out', 'left-out', 'user']);
  });

  test('several things in one line are asked; a quantity that the unit contradicts is said', async () => {
    const read = await files('1', [
      { ...oneLine, text: 'Rinnovo Fatturazione Elettronica + 3 utenti + Modulo Documenti' },
      { ...oneLine, line: 2, text: 'Utenti aggiuntivi', quantity: '12.00', unit: 'MESI' },
      { ...oneLine, line: 3 },
      { ...oneLine, line: 4, net: -490, quantity: '-1.00' },
    ]);
    const lines = linesIn(read, stateOf(desk(e1)));
    const said = lines.map((line) => lineRemarks(line).map((remark) => remark.text));
    expect(lines[0]?.kind).toBe('ask');
    expect(said[0]).toContain('da chiarire');
    expect(said[1]).toEqual(['quantità da controllare']);
    expect(readingText(lines[1] as ReviewLine)).toBe('Utente aggiuntivo, 12.00 MESI');
    expect(said[2]).toEqual([]);
    expect(said[3]).not.toContain('quantità da controllare');
  });
});

describe('beside purchases', () => {
  async function ordered(): Promise<{ readonly host: Host; readonly lines: readonly MadeLine[] }> {
    const host = openOwn(memoryDisk());
    const id = preparedE1(host);
    submit(host, happened(id, { kind: 'composed' }));
    const { quote } = purchaseIn(host, id).record.revision;
    const receipt = seen(quote.gross);
    submit(host, happened(id, { kind: 'compared', day: today, receipt, cause: null, note: '' }));
    submit(
      host,
      happened(id, {
        kind: 'ordered',
        day: today,
        orderNumber: 'MO 77001' as never,
        method: 'bank-transfer',
      }),
    );
    const words = {
      'e-invoicing': 'Fatturazione Elettronica',
      user: 'Utente aggiuntivo',
      documents: 'Modulo Documenti',
    } as const;
    return {
      host,
      lines: quote.lines.map((line, index) => ({
        line: index + 1,
        text: `${words[line.kind as 'user']}, ordine n. MO77001`,
        quantity: `${line.quantity}.00`,
        net: line.net,
      })),
    };
  }

  test('every line as expected, and its service by the purchase', async () => {
    const { host, lines } = await ordered();
    const state = stateOf(host);
    const review = reviewOf(await files('1', lines), state, noAnswers);
    expect(review.purchases).toMatchObject([{ by: 'order-number' }]);
    expect(review.purchases[0]?.billed).toBe(review.purchases[0]?.expected);
    const all = review.invoices.flatMap((invoice) => invoice.lines);
    expect(all.map(({ purchase, service: one }) => [purchase?.match.what, one?.holder])).toEqual(
      lines.map(() => ['equal', 'Studio Marchetti']),
    );
  });

  test('a recorded advance and the balance of the import are one', async () => {
    const { host, lines } = await ordered();
    const half = lines.map((line) => ({ ...line, net: Math.floor(line.net / 2) }));
    const rest = lines.map((line) => ({ ...line, net: line.net - Math.floor(line.net / 2) }));
    const advance = (await files('1', half, 'TD02')).invoices[0]?.invoice;
    submit(host, {
      type: 'invoice/record',
      invoices: [
        {
          ...advance,
          source: 'a',
          leftOut: 0,
          facts: [],
          lines: advance?.lines.map((line) => ({
            ...line,
            kind: line.kind.what === 'item' ? line.kind.kind : null,
            serviceId: null,
            purchase: null,
          })),
        },
      ],
    } as never);
    const review = reviewOf(await files('2', rest), stateOf(host), noAnswers);
    expect(review.purchases[0]?.lines.map(({ what }) => what)).toEqual(lines.map(() => 'equal'));
    // The same advance again: it is there already, and counts once.
    const again = reviewOf(await files('1', half, 'TD02'), stateOf(host), noAnswers);
    expect(again.invoices[0]?.known).toBe(true);
    expect(again.purchases).toEqual([]);
  });

  test('a mail of the order and one of its payment name the purchase, and nothing is written', async () => {
    const { host } = await ordered();
    const mail = async (subject: string) => {
      const raw = mailBytes({ From: 'a@aruba.it', Subject: subject }, 'Ordine n. MO77001');
      const found = (await received({ 'm.eml': raw })).mails[0]?.mail;
      return found === undefined ? [] : mailSuggestions(found, stateOf(host)).map(({ what }) => what);
    };
    expect(await mail('Conferma ordine servizi')).toEqual(['its-order']);
    expect(await mail('Conferma pagamento')).toEqual(['payment']);
  });
});

describe('what a line says of its service', () => {
  const period = { from: '2027-03-16', to: '2028-03-15' };
  const renewal = { ...oneLine, text: `Fatturazione Elettronica ARUBA${e1.vatCode}`, ...period };
  const about = (state: AppState) => foldFacts(state.workspace.facts.values());

  async function factsOf(line: MadeLine, type: string, end: 'same-day' | 'day-after' | null, date: string) {
    const state = stateOf(desk(e1));
    const read = await received({ 'a.xml': invoiceBytes(madeOf({ lines: [line], type, date })) });
    return proposedFacts(reviewOf(read, state, noAnswers), about(state), end);
  }

  test('no expiry before somebody has said what the last day is', async () => {
    expect(await factsOf(renewal, 'TD01', null, '2026-12-01')).toEqual([]);
    expect((await factsOf(renewal, 'TD01', 'same-day', '2026-12-01'))[0]).toMatchObject({
      details: { expiry: '2028-03-15' },
      likely: true,
      against: null,
    });
    expect((await factsOf(renewal, 'TD01', 'day-after', '2026-12-01'))[0]?.details).toEqual({
      expiry: '2028-03-16',
    });
  });

  test('nothing of an advance or of what is given back', async () => {
    expect(await factsOf(renewal, 'TD02', 'same-day', '2026-12-01')).toEqual([]);
    expect(await factsOf(renewal, 'TD04', 'same-day', '2026-12-01')).toEqual([]);
  });

  test('a value that the register knows of a later day, or of the same one, is not taken by itself', async () => {
    expect((await factsOf(renewal, 'TD01', 'same-day', '2026-11-01'))[0]).toMatchObject({
      likely: false,
      against: 'newer',
    });
    expect((await factsOf(renewal, 'TD01', 'same-day', today))[0]).toMatchObject({
      likely: false,
      against: 'same-day',
    });
  });

  test('the number of users is offered and never likely; what is known is no fact', async () => {
    const users = { ...oneLine, text: `Utenti aggiuntivi ARUBA${e1.vatCode}`, quantity: '5.00' };
    expect(await factsOf(users, 'TD01', null, '2026-12-01')).toMatchObject([
      { field: 'users', details: { users: [{ quantity: 5, expiry: null }] }, likely: false },
    ]);
    expect(await factsOf({ ...users, quantity: '3.00' }, 'TD01', null, '2026-12-01')).toEqual([]);
  });

  async function factsOfLines(lines: readonly MadeLine[], end: 'same-day' | null) {
    const state = stateOf(desk(e1));
    const read = await received({ 'a.xml': invoiceBytes(madeOf({ lines, date: '2026-12-01' })) });
    return proposedFacts(reviewOf(read, state, noAnswers), about(state), end);
  }
  const bought = (line: number, what: string, more: Partial<MadeLine> = {}): MadeLine => ({
    ...oneLine,
    line,
    text: `${what} ARUBA${e1.vatCode}`,
    ...period,
    ...more,
  });

  test('modules with a period are offered together with the known ones, and never likely', async () => {
    const lines = [bought(1, 'Modulo Incassi'), bought(2, 'Modulo WooCommerce', { to: '2028-04-15' })];
    expect(await factsOfLines(lines, null)).toEqual([]);
    const facts = await factsOfLines(lines, 'same-day');
    expect(facts).toMatchObject([{ field: 'modules', likely: false, line: { line: { line: 1 } } }]);
    expect(facts[0]?.details.modules).toEqual([
      ...e1.modules.filter(({ kind }) => kind !== 'collections'),
      { kind: 'collections', expiry: '2028-03-15' },
      { kind: 'woocommerce', expiry: '2028-04-15' },
    ]);
    expect(await factsOfLines([bought(1, 'Modulo Incassi', { to: '' })], 'same-day')).toEqual([]);
  });

  test('extra GB with a period are offered, unless the words name the size of a packet', async () => {
    const space = (what: string) => factsOfLines([bought(1, what, { quantity: '5.00' })], 'same-day');
    expect(await space('1 GB spazio aggiuntivo')).toMatchObject([
      { field: 'space', details: { space: [{ quantity: 5, expiry: '2028-03-15' }] }, likely: false },
    ]);
    expect(await space('Spazio aggiuntivo 10GB')).toEqual([]);
    expect(await factsOfLines([bought(1, 'Spazio aggiuntivo', { quantity: '' })], 'same-day')).toEqual([]);
  });

  test('confirmed expiries say which reading of a period is right', async () => {
    const state = stateOf(desk(e1));
    const asks = async (line: MadeLine) =>
      periodQuestion(reviewOf(await files('1', [line]), state, noAnswers), about(state));
    expect(await asks(renewal)).toMatchObject({ sameDay: 1, dayAfter: 0, example: '2028-03-15' });
    expect(await asks({ ...renewal, from: '2026-03-15', to: '2027-03-14' })).toMatchObject({ dayAfter: 1 });
    expect(await asks({ ...renewal, from: '2027-03-15', to: '2028-03-14' })).toMatchObject({ dayAfter: 1 });
    expect(await asks(oneLine)).toBeNull();
  });
});
