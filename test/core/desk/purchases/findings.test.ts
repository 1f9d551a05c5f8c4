// What purchases and lines of invoices say about Aruba's rounding (rule I3), with the figures of rules E.
import { describe, expect, test } from 'vitest';
import { findings, ruleProposal } from '../../../../core/desk/purchases/findings.ts';
import { unexplainedDifferences } from '../../../../core/desk/purchases/differences.ts';
import { ruleConsequences } from '../../../../core/desk/purchases/rule-consequences.ts';
import type { Command } from '../../../../core/desk/command.ts';
import type { Host } from '../../../../core/host/host.ts';
import type { PurchaseId, ServiceId } from '../../../../core/kernel/id.ts';
import { lineKey } from '../../../../core/quotes/figures.ts';
import { memoryDisk } from '../../../support/crashing-disk.ts';
import { openOwn, stateOf, submit, today } from '../../../support/own-host.ts';
import { compared, happened, orderE1, preparedE1, purchaseIn } from '../../../support/purchase-desk.ts';

interface Line {
  readonly kind: string;
  readonly quantity: number;
  readonly net: number;
  readonly period?: { readonly from: string; readonly to: string };
  readonly purchase?: { readonly id: PurchaseId; readonly line: string } | null;
}

const invoice = (number: string, lines: readonly Line[], more: object = {}): Command =>
  ({
    type: 'invoice/record',
    invoices: [
      {
        source: 'a.xml',
        supplier: { name: 'Aruba PEC S.p.A.', vatCode: '01879020517', taxCode: '' },
        customer: { name: 'Studio Marchetti', vatCode: '01234560512', taxCode: '' },
        documentType: 'TD01',
        role: 'invoice',
        number,
        date: today,
        linked: [],
        total: null,
        doubts: [],
        leftOut: 0,
        facts: [],
        ...more,
        lines: lines.map((line, index) => ({
          line: index + 1,
          text: line.kind,
          type: null,
          vatBasisPoints: 2200,
          holder: null,
          order: '',
          serviceId: null,
          period: null,
          purchase: null,
          ...line,
        })),
      },
    ],
  }) as unknown as Command;

/** The key of the purchase's line of a kind, extended or bought. */
function keyOf(host: Host, id: PurchaseId, kind: string): string {
  const line = purchaseIn(host, id).record.revision.quote.lines.find(
    (one) => one.kind === kind && one.reason === 'extension',
  );
  if (line === undefined) throw new Error(kind);
  return lineKey(line);
}

const proposal = (host: Host) => ruleProposal(findings(stateOf(host)));

describe('purchases', () => {
  test('64,42 is given by completed months alone, 66,38 by two rules, 71,00 by none', () => {
    const read = (gross: number, cause: 'price' | null = null) => {
      const host = openOwn(memoryDisk());
      const id = preparedE1(host);
      submit(host, happened(id, { kind: 'composed' }));
      submit(host, happened(id, compared(gross, cause)));
      return proposal(host);
    };
    expect(read(6442)).toMatchObject({ kind: 'one', value: 'completed-month' });
    expect(read(6638)).toMatchObject({ kind: 'several', values: ['actual-days', 'thirty-360'] });
    // A named cause explains it: it says nothing about the rules.
    expect(read(7100, 'price')).toEqual({ kind: 'no-findings' });
  });

  test('two totals that no rule gives together propose nothing', () => {
    const host = openOwn(memoryDisk());
    const id = preparedE1(host);
    submit(host, happened(id, { kind: 'composed' }));
    submit(host, happened(id, compared(6442)));
    const [serviceId = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
    submit(host, {
      type: 'receipt/record',
      serviceId,
      quantity: 2,
      receipt: { extension: true, net: null, gross: 7099 as never, usersUntil: null },
    });
    expect(proposal(host).kind).toBe('none');
  });

  test('a difference stays beside the forecast until the firm’s rule gives it', () => {
    const host = openOwn(memoryDisk());
    const id = orderE1(host, 6442);
    expect(unexplainedDifferences(stateOf(host))).toMatchObject([
      { difference: -657, purchase: { record: { id } } },
    ]);
    submit(host, {
      type: 'firm/settings',
      rule: 'completed-month',
      offPolicy: 'own-year',
      language: 'it',
      theme: 'system',
    });
    expect(unexplainedDifferences(stateOf(host))).toEqual([]);
    // The purchase itself keeps what it was prepared with.
    expect(purchaseIn(host, id).record.revision.quote.gross).toBe(7099);
  });

  test('what another rule would change is said before it is adopted', () => {
    const host = openOwn(memoryDisk());
    preparedE1(host);
    const [serviceId = '' as ServiceId] = stateOf(host).replica.services.keys() as Iterable<ServiceId>;
    submit(host, { type: 'quote/new', source: { kind: 'service', serviceId, what: 'add-users' } } as never);
    const before = stateOf(host);
    const { quotes } = ruleConsequences(before, { rule: 'completed-month' });
    // One user more: 4,90 + 19,93 + 9,80 + 13,27 instead of 4,90 + 22,43 + 11,03 + 14,93, with VAT.
    expect(quotes).toMatchObject([{ quoted: 6501, before: 6501, after: 5844 }]);
    expect(ruleConsequences(before, { rule: 'started-month' }).quotes).toEqual([]);
  });
});

describe('lines of invoices', () => {
  test('one line of a purchase names the rule', () => {
    const host = openOwn(memoryDisk());
    const id = orderE1(host);
    const line = keyOf(host, id, 'e-invoicing');
    expect(proposal(host)).toMatchObject({ kind: 'one', value: 'started-month' });
    const other = openOwn(memoryDisk());
    const second = preparedE1(other);
    submit(
      other,
      invoice('1', [
        {
          kind: 'e-invoicing',
          quantity: 1,
          net: 1993,
          purchase: { id: second, line: keyOf(other, second, 'e-invoicing') },
        },
      ]),
    );
    expect(proposal(other)).toMatchObject({
      kind: 'one',
      value: 'completed-month',
      findings: [{ from: 'invoice' }],
    });
    expect(line).toContain('extension');
  });

  test('an advance and its balance are one sum; what was given back says nothing', () => {
    const host = openOwn(memoryDisk());
    const id = preparedE1(host);
    const purchase = { id, line: keyOf(host, id, 'documents') };
    submit(
      host,
      invoice('1', [{ kind: 'documents', quantity: 1, net: 1000, purchase }], {
        role: 'advance',
        documentType: 'TD02',
      }),
    );
    submit(host, invoice('2', [{ kind: 'documents', quantity: 1, net: 327, purchase }]));
    expect(proposal(host)).toMatchObject({ kind: 'one', value: 'completed-month' });
    submit(
      host,
      invoice('3', [{ kind: 'documents', quantity: 1, net: -1327, purchase }], {
        role: 'credit-note',
        documentType: 'TD04',
      }),
    );
    expect(proposal(host).kind).toBe('no-findings');
  });

  test('a line alone says something once it is known whether its last day is inside', () => {
    const host = openOwn(memoryDisk());
    submit(
      host,
      invoice('1', [
        { kind: 'e-invoicing', quantity: 1, net: 2068, period: { from: '2027-03-16', to: '2027-11-24' } },
        // A price that is not in the list: no rule gives it, and it says nothing.
        { kind: 'user', quantity: 3, net: 999, period: { from: '2027-03-16', to: '2027-11-24' } },
      ]),
    );
    expect(proposal(host).kind).toBe('no-findings');
    submit(host, { type: 'invoice/choose', choices: { periodEnd: 'same-day' } } as never);
    expect(proposal(host)).toMatchObject({ kind: 'several', values: ['actual-days', 'thirty-360'] });
  });

  const alone = (number: string, net: number, from: string, to: string, more: object = {}) =>
    invoice(number, [{ kind: 'e-invoicing', quantity: 1, net, period: { from, to } }], more);
  const says = (end: 'same-day' | 'day-after', ...invoices: readonly Command[]) => {
    const host = openOwn(memoryDisk());
    for (const one of invoices) submit(host, one);
    submit(host, { type: 'invoice/choose', choices: { periodEnd: end } } as never);
    const found = proposal(host);
    return found.kind === 'one' ? found.value : found.kind;
  };

  // Rule D3: an aligned item pays whole years by every rule, also of 366 days.
  test.each([
    ['2027-03-16', '2028-03-15', 'same-day'],
    ['2027-03-15', '2028-03-14', 'day-after'],
    ['2027-03-01', '2028-02-29', 'same-day'],
    ['2026-03-15', '2027-03-15', 'same-day'],
    ['2026-03-15', '2027-03-15', 'day-after'],
    // Six months from a day to the same day: who writes the last day inside may mean a day more.
    ['2026-03-15', '2026-09-15', 'day-after'],
  ] as const)('a renewal from %s to %s says nothing of months, %s', (from, to, end) => {
    expect(says(end, alone('1', 2990, from, to))).toBe('no-findings');
    expect(says(end, alone('1', 1495, from, to))).toBe('no-findings');
  });

  test('an extension written from expiry to expiry says the same as one from the day after', () => {
    // Rule E1: 9 months of 29,90.
    expect(says('same-day', alone('1', 2243, '2027-03-15', '2027-11-24'))).toBe('started-month');
    expect(says('same-day', alone('1', 2243, '2027-03-16', '2027-11-24'))).toBe('started-month');
  });

  test('what was given back by another invoice says nothing', () => {
    const wrong = alone('1', 1993, '2027-03-16', '2027-11-24');
    const credit = alone('2', -1993, '2027-03-16', '2027-11-24', {
      role: 'credit-note',
      documentType: 'TD04',
      linked: [{ number: '1', date: null }],
    });
    const right = alone('3', 2243, '2027-03-16', '2027-11-24');
    expect(says('same-day', wrong, right)).toBe('none');
    expect(says('same-day', wrong, credit, right)).toBe('started-month');
  });
});
