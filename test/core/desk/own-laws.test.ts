// A studio of one's own has no vendor (rule J2).
import { expect, test } from 'vitest';
import { commands, type CommandType } from '../../../core/desk/command.ts';
import { withoutVendor } from '../../../core/desk/decide.ts';
import { outgoing } from '../../../core/desk/pending/outgoing.ts';
import type { CommandKey, ServiceId } from '../../../core/kernel/id.ts';
import { commandOf, wishes } from '../../support/desk-commands.ts';
import { law } from '../../support/law.ts';
import { decideBench, sampleOffice } from '../../support/sample-state.ts';

/** The people, seats and panels of the sample, in a studio of one's own. */
function ownBench() {
  const office = sampleOffice();
  const firm = office.state.workspace.firm.get('firm');
  if (firm === undefined) throw new Error('The sample has a firm');
  office.state.workspace.firm.set('firm', { ...firm, studio: 'own' });
  return decideBench(office);
}

law('J2: in a studio of one’s own nothing waits for a vendor, and only what needs one is refused for it', {
  subject: (type: CommandType) => commands[type].needsVendor,
  // One that does put something into the outbox there, and does not say that it needs a vendor.
  wrong: (type) => type !== 'panel/align' && commands[type].needsVendor,
  given: wishes(60),
  runs: 100,
  holds(needsVendor, given) {
    const desk = ownBench();
    for (const wish of given) {
      const command = commandOf(wish, desk.state);
      const done = desk.submit(command);
      expect(desk.state.workspace.outbox.size, command.type).toBe(0);
      if (!done.ok && done.error.reason === 'bought-at-aruba')
        expect(needsVendor(command.type), command.type).toBe(true);
    }
  },
});

test('rows for the outbox are refused there, and pass where a vendor is', () => {
  const { state } = sampleOffice();
  const serviceId = 'fe-studio' as ServiceId;
  const rows = [
    outgoing(state, '0193' as CommandKey, { kind: 'user/delete', serviceId, username: 'aferri01' }),
  ];
  const gone = [{ table: 'outbox', id: '0193', value: null } as const];
  expect(withoutVendor(state, rows)).toEqual({ ok: true, value: rows });
  const own = ownBench().state;
  expect(withoutVendor(own, rows)).toEqual({ ok: false, error: { reason: 'bought-at-aruba' } });
  expect(withoutVendor(own, gone)).toEqual({ ok: true, value: gone });
});
