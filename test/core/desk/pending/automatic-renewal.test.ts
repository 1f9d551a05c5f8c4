// Rules F: automatic renewal is switched through the outbox, and it hides "Rinnova" and "Riattiva".
import { describe, expect, test } from 'vitest';
import { renewalAction, renewalSwitch } from '../../../../core/desk/pending/automatic-renewal.ts';
import type { Command } from '../../../../core/desk/command.ts';
import type { Outgoing } from '../../../../core/desk/rows/state.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import { day } from '../../../support/samples.ts';
import { decideBench } from '../../../support/sample-state.ts';

const ferrara = 'fe-ferrara' as ServiceId;
const turn = (on: boolean, serviceId: ServiceId = ferrara): Command => ({
  type: 'automatic-renewal/switch',
  serviceId,
  on,
});

function desk(...commands: readonly Command[]) {
  const bench = decideBench();
  for (const command of commands) {
    const done = bench.submit(command);
    if (!done.ok) throw new Error(done.error.reason);
  }
  const service = (id: string) => {
    const found = bench.state.replica.services.get(id);
    if (found === undefined) throw new Error('It is there');
    return found;
  };
  return {
    ...bench,
    entries: () => [...bench.state.workspace.outbox.values()],
    entry(change: Partial<Outgoing>): void {
      for (const one of bench.state.workspace.outbox.values())
        bench.state.workspace.outbox.set(one.id, { ...one, ...change });
    },
    action: (id: string) => renewalAction(bench.state, service(id)),
    standing: (id: string) => renewalSwitch(bench.state, service(id)),
  };
}

describe('the switch', () => {
  test('waits in the outbox; the vendor’s word stays until a pull says otherwise', () => {
    const bench = desk(turn(false));
    expect(bench.entries()).toMatchObject([
      { command: { kind: 'service/automatic-renewal', serviceId: ferrara, on: false }, state: 'queued' },
    ]);
    expect(bench.standing(ferrara)).toMatchObject({ on: true, pending: { on: false }, refused: null });
    expect(bench.action(ferrara)).toBeNull();
  });

  test('what is so already, or on its way, changes nothing', () => {
    expect(desk().submit(turn(true))).toEqual({ ok: true, changes: [] });
    expect(desk(turn(false)).submit(turn(false))).toEqual({ ok: true, changes: [] });
  });

  test('turned back before it left: nothing is sent at all', () => {
    expect(desk(turn(false), turn(true)).entries()).toEqual([]);
  });

  test('turned back while it may have arrived: refused, it would cross the other', () => {
    for (const state of ['sending', 'outcome-unknown'] as const) {
      const bench = desk(turn(false));
      bench.entry({ state });
      expect(bench.refusal(turn(true))).toEqual({
        reason: 'renewal-switch-on-its-way',
        holder: 'Autotrasporti Ferrara snc',
      });
    }
  });

  test('one that was refused gives way to the next', () => {
    const bench = desk(turn(false));
    bench.entry({ state: 'refused' });
    expect(bench.standing(ferrara)).toMatchObject({ pending: null, refused: { state: 'refused' } });
    bench.submit(turn(false));
    expect(bench.entries()).toMatchObject([{ state: 'queued' }]);
  });

  test('a refused one is gone when what it asked for is not wanted any more', () => {
    const bench = desk(turn(false));
    bench.entry({ state: 'refused' });
    bench.submit(turn(true));
    expect(bench.entries()).toEqual([]);
  });

  test('only for a service that runs or is in grace', () => {
    expect(desk().refusal(turn(true, 'fe-nessuno' as ServiceId))).toEqual({
      reason: 'unknown',
      what: 'service',
    });
    expect(desk().refusal(turn(true, 'fe-edil-marche' as ServiceId))).toEqual({
      reason: 'service-not-active',
    });
    const late = desk();
    late.state.today = day('2027-03-01');
    expect(late.refusal(turn(true, 'fe-conti' as ServiceId))).toEqual({ reason: 'service-deleted' });
    expect(desk().refusal(turn(true, 'fe-conti' as ServiceId))).toBeUndefined();
  });
});

describe('Rinnova and Riattiva', () => {
  test('by phase; hidden with automatic renewal on, and while it is being switched on', () => {
    expect([
      desk().action('fe-studio'),
      desk().action('fe-conti'),
      desk().action('fe-edil-marche'),
      desk().action(ferrara),
    ]).toEqual(['renew', 'reactivate', null, null]);
    expect(desk(turn(true, 'fe-studio' as ServiceId)).action('fe-studio')).toBeNull();
  });

  test('an open renewal is not ordered while automatic renewal is on its way on', () => {
    const bench = desk(
      { type: 'cart/open-renewal', serviceId: 'fe-studio' as ServiceId },
      turn(true, 'fe-studio' as ServiceId),
    );
    expect(bench.refusal({ type: 'cart/open-renewal', serviceId: 'fe-studio' as ServiceId })).toMatchObject({
      reason: 'automatic-renewal-on',
    });
  });
});
