import { describe, expect, test } from 'vitest';
import type { Command } from '../../../../core/desk/command.ts';
import type { Host } from '../../../../core/host/host.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { registeredOf } from '../../../../core/desk/register/registered-of.ts';
import { memoryDisk } from '../../../support/crashing-disk.ts';
import { e1, openOwn, service, stateOf, submit } from '../../../support/own-host.ts';
import { preparedE1 } from '../../../support/purchase-desk.ts';

type Wish = Extract<Command, { type: 'invoice/record' }>['invoices'][number];

const line = (serviceId: ServiceId | null, more: object = {}) => ({
  line: 1,
  text: 'Fatturazione Elettronica - ARUBA02342520158',
  kind: 'e-invoicing',
  type: null,
  quantity: 1,
  net: 2990,
  vatBasisPoints: 2200,
  period: { from: '2026-12-23', to: '2027-12-22' },
  holder: null,
  order: '',
  serviceId,
  purchase: null,
  ...more,
});

const invoice = (more: object = {}): Wish =>
  ({
    source: 'a.xml',
    supplier: { name: 'Aruba PEC S.p.A.', vatCode: '01879020517', taxCode: '' },
    customer: { name: 'Studio', vatCode: '02342520158', taxCode: '' },
    documentType: 'TD01',
    role: 'invoice',
    number: 'VFE/1',
    date: '2026-11-20',
    linked: [],
    total: null,
    doubts: [],
    lines: [],
    leftOut: 0,
    facts: [],
    ...more,
  }) as unknown as Wish;

const refusal = (host: Host, command: Command): string | undefined => {
  const done = host.submit(command);
  return done.ok ? undefined : done.error.reason;
};

function withService(): { readonly host: Host; readonly serviceId: ServiceId } {
  const host = openOwn(memoryDisk());
  submit(host, service(e1));
  const [serviceId] = stateOf(host).replica.services.keys();
  if (serviceId === undefined) throw new Error('No service');
  return { host, serviceId: serviceId as ServiceId };
}

const id = '01879020517/VFE/1/2026-11-20';

describe('recording invoices', () => {
  test('a row and its facts are one step, with the invoice as their source', () => {
    const { host, serviceId } = withService();
    const before = stateOf(host).workspace.facts.size;
    const details = { expiry: '2027-12-22', users: [{ quantity: 5, expiry: null }] };
    const wish = invoice({ lines: [line(serviceId)], facts: [{ line: 1, serviceId, details }] });
    submit(host, { type: 'invoice/record', invoices: [wish] });
    const { workspace } = stateOf(host);
    expect(workspace.invoices.get(id)).toMatchObject({
      id,
      source: 'a.xml',
      lines: [{ net: 2990, serviceId }],
    });
    expect(workspace.invoices.get(id)).not.toHaveProperty('facts');
    const fact = [...workspace.facts.values()].find(
      ({ field, source }) => field === 'expiry' && source.kind === 'invoice',
    );
    expect(fact).toMatchObject({
      value: '2027-12-22',
      asOf: '2026-11-20',
      source: { kind: 'invoice', supplier: '01879020517', number: 'VFE/1', date: '2026-11-20', line: 1 },
      evidence: 'Fatturazione Elettronica - ARUBA02342520158',
    });
    expect(workspace.facts.size).toBe(before + 2);
    host.undo();
    expect(stateOf(host).workspace.invoices.size).toBe(0);
    expect(stateOf(host).workspace.facts.size).toBe(before);
  });

  test('the same invoice again changes nothing, however its number is written', () => {
    const { host } = withService();
    submit(host, { type: 'invoice/record', invoices: [invoice({ source: 'a.xml' })] });
    const before = stateOf(host).workspace;
    submit(host, {
      type: 'invoice/record',
      invoices: [
        invoice({ number: ' vfe/1 ', source: 'b.xml' }),
        invoice({ number: 'VFE/2' }),
        invoice({ number: 'vfe/2' }),
      ],
    });
    expect(stateOf(host).workspace.invoices.get(id)).toBe(before.invoices.get(id));
    expect(stateOf(host).workspace.invoices.size).toBe(2);
  });

  test('facts of an older invoice do not beat what is known since', () => {
    const { host, serviceId } = withService();
    const expiry = registeredOf(stateOf(host), serviceId).known.expiry?.value;
    const facts = [{ line: 1, serviceId, details: { expiry: '2020-01-01' } }];
    submit(host, {
      type: 'invoice/record',
      invoices: [invoice({ date: '2019-01-05', lines: [line(serviceId)], facts })],
    });
    expect(registeredOf(stateOf(host), serviceId).known.expiry?.value).toBe(expiry);
  });

  test('two invoices of one step may speak of one value; two lines of one invoice may not disagree', () => {
    const { host, serviceId } = withService();
    const says = (at: number, expiry: string) => ({ line: at, serviceId, details: { expiry } });
    submit(host, {
      type: 'invoice/record',
      invoices: [
        invoice({ lines: [line(serviceId)], facts: [says(1, '2027-12-22')] }),
        invoice({
          number: 'VFE/2',
          date: '2026-11-21',
          lines: [line(serviceId)],
          facts: [says(1, '2027-12-23')],
        }),
        invoice({
          number: 'VFE/3',
          lines: [line(serviceId)],
          facts: [says(1, '2027-12-22'), says(2, '2027-12-22')],
        }),
      ],
    });
    expect(registeredOf(stateOf(host), serviceId).known.expiry?.value).toBe(
      registeredOf(stateOf(host), serviceId).known.expiry?.facts[0]?.value,
    );
    expect(
      refusal(host, {
        type: 'invoice/record',
        invoices: [invoice({ number: 'VFE/4', facts: [says(1, '2027-12-22'), says(2, '2028-12-22')] })],
      }),
    ).toBe('invoice-says-twice');
    expect(stateOf(host).workspace.invoices.size).toBe(3);
  });

  test('a service or a purchase that is not there is refused, and nothing of the step is kept', () => {
    const { host } = withService();
    const wrong = invoice({ number: 'VFE/9', lines: [line('nobody' as ServiceId)] });
    expect(refusal(host, { type: 'invoice/record', invoices: [invoice(), wrong] })).toBe('unknown');
    const purchase = { id: '01930000-0000-7000-8000-000000000009', line: null };
    expect(
      refusal(host, { type: 'invoice/record', invoices: [invoice({ lines: [line(null, { purchase })] })] }),
    ).toBe('unknown');
    expect(stateOf(host).workspace.invoices.size).toBe(0);
  });

  test('a line keeps its purchase', () => {
    const host = openOwn(memoryDisk());
    const purchaseId = preparedE1(host);
    const purchase = { id: purchaseId, line: 'bought user' };
    submit(host, {
      type: 'invoice/record',
      invoices: [invoice({ lines: [line(null, { kind: null, purchase })] })],
    });
    expect(stateOf(host).workspace.invoices.get(id)?.lines[0]).toMatchObject({ kind: null, purchase });
  });

  test('forgetting takes the row and leaves the facts', () => {
    const { host, serviceId } = withService();
    const facts = [{ line: 1, serviceId, details: { expiry: '2027-12-22' } }];
    submit(host, {
      type: 'invoice/record',
      invoices: [invoice({ lines: [line(serviceId)], facts } as object)],
    });
    const known = stateOf(host).workspace.facts.size;
    submit(host, { type: 'invoice/forget', invoiceId: id });
    expect(stateOf(host).workspace.invoices.size).toBe(0);
    expect(stateOf(host).workspace.facts.size).toBe(known);
    expect(refusal(host, { type: 'invoice/forget', invoiceId: id })).toBe('unknown');
  });

  test('what was said once is remembered, each by itself, also after a restart', () => {
    const disk = memoryDisk();
    const host = openOwn(disk);
    submit(host, { type: 'invoice/choose', choices: { periodEnd: 'day-after' } });
    submit(host, {
      type: 'invoice/choose',
      choices: { suppliers: [{ name: 'Rossi', vatCode: '02342520158' }] },
    });
    submit(host, { type: 'invoice/record', invoices: [invoice()] });
    const again = openOwn(disk, 500);
    expect(stateOf(again).workspace.invoiceChoices.get('invoices')).toEqual({
      id: 'invoices',
      periodEnd: 'day-after',
      suppliers: [{ name: 'Rossi', vatCode: '02342520158' }],
    });
    expect(stateOf(again).workspace.invoices.get(id)).toEqual(stateOf(host).workspace.invoices.get(id));
  });
});
