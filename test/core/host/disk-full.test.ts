// A failed write changes nothing, on screen or on disk. Later writes work again.
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../core/desk/command.ts';
import {
  finishJob,
  grossOf,
  ownCart,
  ownOrders,
  ownService,
  placeOrder,
  vendorOrders,
} from '../../support/main-job.ts';
import { startHost, type TestHost } from '../../support/test-host.ts';

const details = {
  givenName: 'Lia',
  familyName: 'Nuova',
  email: 'l.nuova@studiobianchi.example',
  department: '',
  start: null,
  end: null,
};
/** Fills the document and its numbered files. */
const full = (desk: TestHost, name: string, on: boolean): void => {
  const { disk } = desk.machine;
  disk.file(name).full = on;
  for (const lines of [name, `${name}-1`, `${name}-2`]) disk.lineFile(lines).full = on;
};
const journalOf = ({ machine: { disk } }: TestHost): string =>
  disk.lineFile('journal-1').text + disk.lineFile('journal-2').text;

async function opened(): Promise<TestHost> {
  const desk = await startHost();
  await desk.signIn();
  desk.do({ type: 'cart/open', serviceId: ownService });
  return desk;
}

describe('a full disk', () => {
  test('every command is refused as not saved, and nothing has changed', async () => {
    const desk = await opened();
    const { payer } = desk.state().workspace.firm.get('firm') ?? {};
    if (payer === undefined) throw new Error('The firm is there');
    const commands: readonly Command[] = [
      { type: 'person/add', details },
      { type: 'people/import', rows: [details], present: [] },
      { type: 'cart/quantity', cartId: ownCart, quantity: 5 },
      { type: 'cart/extension', cartId: ownCart, on: false },
      { type: 'cart/discard', cartId: ownCart },
      {
        type: 'order/confirm',
        cartId: ownCart,
        payer,
        method: 'card',
        clausesAccepted: true,
        shownGross: grossOf(desk),
      },
      { type: 'firm/settings', rule: 'actual-days', offPolicy: 'own-year', language: 'en', theme: 'dark' },
    ];
    const before = [desk.state(), desk.host.snapshot().revision, journalOf(desk)];
    full(desk, 'journal', true);
    for (const command of commands)
      expect(desk.host.submit(command), command.type).toMatchObject({
        ok: false,
        error: { reason: 'not-saved' },
      });
    expect([desk.state(), desk.host.snapshot().revision, journalOf(desk)]).toEqual(before);
    expect(desk.mirror.difference()).toBe('');
    full(desk, 'journal', false);
    placeOrder(desk);
    await desk.rest();
    expect(ownOrders(desk)[0]?.standing).toBe('awaiting-payment');
  });

  test('an undo that cannot be written can be tried again', async () => {
    const desk = await opened();
    desk.do({ type: 'person/add', details });
    full(desk, 'journal', true);
    expect(desk.host.undo()).toMatchObject({ ok: false, error: { reason: 'not-saved' } });
    expect([desk.state().workspace.people.size, desk.host.snapshot().undoable?.type]).toEqual([
      35,
      'person/add',
    ]);
    full(desk, 'journal', false);
    expect(desk.host.undo()).toMatchObject({ ok: true, value: { about: { names: ['Lia Nuova'] } } });
    expect([
      desk.state().workspace.people.size,
      desk.host.snapshot().undoable?.type,
      desk.mirror.complaints,
    ]).toEqual([34, 'cart/open', []]);
  });

  test('in the middle of an exchange: nothing leaves unsaved, and the exchange goes on when there is room', async () => {
    const desk = await opened();
    placeOrder(desk);
    full(desk, 'journal', true);
    await desk.rest();
    await desk.pass(10_000);
    expect((await vendorOrders(desk)).length).toBeLessThanOrEqual(1);
    full(desk, 'journal', false);
    await desk.pass(120_000);
    expect([
      (await vendorOrders(desk)).length,
      ownOrders(desk)[0]?.standing,
      desk.mirror.complaints,
      desk.mirror.difference(),
    ]).toEqual([1, 'awaiting-payment', [], '']);
  });

  test.each(['journal', 'replica', 'simulator'])(
    'the %s has no room at any one moment of the job: one order, and the mirror is right throughout',
    async (name) => {
      for (let moment = 0; moment < 6; moment += 1) {
        const desk = await startHost();
        await desk.signIn();
        placeOrder(desk);
        let events = 0;
        desk.host.onChanged(() => {
          full(desk, name, events === moment);
          events += 1;
        });
        await desk.rest();
        await desk.pass(60_000);
        full(desk, name, false);
        await finishJob(desk);
        expect(
          [(await vendorOrders(desk)).length, desk.mirror.complaints, desk.mirror.difference()],
          `${name} at event ${moment}`,
        ).toEqual([1, [], '']);
      }
    },
  );

  test('the program still opens on a full disk, with an order that was on its way', async () => {
    const desk = await opened();
    placeOrder(desk);
    const machine = desk.kill();
    full(desk, 'journal', true);
    const again = await startHost({ machine });
    expect([again.state().workspace.people.size, again.host.snapshot().sync.pending]).toEqual([34, 1]);
    full(again, 'journal', false);
    await desk.rest();
    await finishJob(again);
    expect(await vendorOrders(again)).toHaveLength(1);
  });

  test('a checkpoint that finds no room is tried again; the journal has everything', async () => {
    const desk = await opened();
    full(desk, 'workspace', true);
    desk.do({ type: 'person/add', details });
    await desk.host.close();
    full(desk, 'workspace', false);
    const again = await startHost({ machine: desk.kill() });
    expect(again.state().workspace.people.size).toBe(35);
  });
});

describe('who listens', () => {
  test('a listener that breaks breaks nobody else: the command is done, the exchange goes on', async () => {
    const desk = await startHost();
    desk.host.onChanged(() => {
      throw new Error('The window is gone');
    });
    const seen: number[] = [];
    desk.host.onChanged(({ revision }) => seen.push(revision));
    desk.do({ type: 'person/add', details });
    await finishJob(desk);
    expect([seen.length > 10, desk.mirror.difference(), await vendorOrders(desk)]).toMatchObject([
      true,
      '',
      [{ state: 'active' }],
    ]);
  });

  test('unsubscribed is unsubscribed', async () => {
    const desk = await startHost();
    let heard = 0;
    const stop = desk.host.onChanged(() => (heard += 1));
    desk.do({ type: 'person/add', details });
    stop();
    desk.do({ type: 'cart/open', serviceId: ownService });
    expect(heard).toBe(1);
  });

  test('midnight is told without anybody doing anything', async () => {
    const desk = await startHost();
    await desk.pass(13 * 3600_000);
    expect([desk.mirror.events.at(-1)?.today, desk.mirror.complaints]).toEqual(['2026-11-25', []]);
  });

  test('nothing to undo says so, and what can be undone is told along', async () => {
    const desk = await startHost();
    expect(desk.host.undo()).toEqual({ ok: false, error: { reason: 'nothing-to-undo' } });
    desk.do({ type: 'cart/open', serviceId: ownService });
    expect(desk.mirror.events.at(-1)?.undoable?.type).toBe('cart/open');
    placeOrder(desk);
    expect(desk.mirror.events.at(-1)?.undoable).toBe(null);
    expect([desk.host.undo(), desk.mirror.complaints]).toEqual([
      { ok: false, error: { reason: 'nothing-to-undo' } },
      [],
    ]);
  });
});
