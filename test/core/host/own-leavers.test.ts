// Whoever leaves a studio of one's own gives the seat back. The user is deleted in Aruba's pages, by hand:
// nothing waits for a vendor that is not there (rules D5, H5, J2).
import { describe, expect, test } from 'vitest';
import type { Command } from '../../../core/desk/command.ts';
import { outgoing } from '../../../core/desk/pending/outgoing.ts';
import { boardOf, panelPlanOf } from '../../../core/desk/seats/seat-boards.ts';
import { seatDifferences } from '../../../core/desk/seats/seat-difference.ts';
import type { Host } from '../../../core/host/host.ts';
import type { CommandKey, PersonId } from '../../../core/kernel/id.ts';
import type { Service } from '../../../core/services/service.ts';
import { memoryDisk } from '../../support/crashing-disk.ts';
import { e1, openOwn, service, stateOf, submit } from '../../support/own-host.ts';

function onlyService(host: Host): Service {
  const [first] = stateOf(host).replica.services.values();
  if (first === undefined) throw new Error('It was recorded');
  return first;
}

/** Marco Rossi had a user in the panel of rule E1's service. His last day was 01/11/2026. */
function withLeaver(): { readonly host: Host; readonly rossi: PersonId } {
  const host = openOwn(memoryDisk());
  submit(host, service(e1));
  const { id: serviceId } = onlyService(host);
  const details = {
    givenName: 'Marco',
    familyName: 'Rossi',
    email: 'm.rossi@studio.it',
    department: 'Paghe',
    start: null,
    end: null,
  };
  const [rossi = ''] = submit(host, { type: 'person/add', details }).people ?? [];
  submit(host, { type: 'seat/assign', serviceId, personIds: [rossi] } as Command);
  const [step] = panelPlanOf(stateOf(host), onlyService(host)).steps;
  submit(host, service({ panelUsers: [step?.kind === 'create' && step.user] }, serviceId));
  submit(host, { type: 'person/change', personId: rossi, details: { end: '2026-11-01' } } as Command);
  return { host, rossi: rossi as PersonId };
}

const wishOf = (host: Host, personId: PersonId) => ({
  serviceId: onlyService(host).id,
  personId,
  seat: false,
  permissions: null,
});
const plan = (host: Host, personId: PersonId): Command => ({
  type: 'seat/plan',
  wishes: [wishOf(host, personId)],
  toCart: false,
});
const standing = (host: Host) => {
  const state = stateOf(host);
  const board = boardOf(state, onlyService(host));
  const { steps, standing: of } = panelPlanOf(state, onlyService(host));
  return {
    outbox: state.workspace.outbox.size,
    leavers: board.leavers.length,
    former: board.former.map(({ username }) => username),
    held: board.held,
    steps: steps.map(({ kind, username }) => `${kind} ${username}`),
    standing: [...of.values()],
  };
};
const toDelete = {
  outbox: 0,
  leavers: 0,
  former: ['mrossi01'],
  held: 1,
  steps: ['delete mrossi01'],
  standing: ['to-delete'],
};

describe('a seat that a plan takes back', () => {
  test('goes at once; the user stays to be deleted by hand, as after freeing it', () => {
    const planned = withLeaver();
    const shown = seatDifferences(stateOf(planned.host), [wishOf(planned.host, planned.rossi)])[0];
    expect([shown?.free, shown?.deleteFirst, shown?.deleteByHand]).toEqual([[], [], [planned.rossi]]);
    submit(planned.host, plan(planned.host, planned.rossi));
    expect(standing(planned.host)).toEqual(toDelete);

    const freed = withLeaver();
    submit(freed.host, {
      type: 'seat/free',
      serviceId: onlyService(freed.host).id,
      personIds: [freed.rossi],
    });
    expect(standing(freed.host)).toEqual(toDelete);
  });

  test('is given to nobody else while the user is in the panel; then the person can be erased', () => {
    const { host, rossi } = withLeaver();
    submit(host, plan(host, rossi));
    const erase: Command = { type: 'person/erase', personId: rossi };
    expect(host.submit(erase)).toMatchObject({ ok: false, error: { reason: 'person-holds-seats' } });
    expect(boardOf(stateOf(host), onlyService(host)).free).toBe(2);
    submit(host, service({ panelUsers: [] }, onlyService(host).id));
    expect(boardOf(stateOf(host), onlyService(host)).free).toBe(3);
    expect(host.submit(erase).ok).toBe(true);
    expect(JSON.stringify([...stateOf(host).workspace.facts.values()])).not.toContain('rossi');
  });
});

describe('a deletion that an older version put into the outbox', () => {
  const stuck = () => {
    const { host, rossi } = withLeaver();
    const { id: serviceId } = onlyService(host);
    host.seed([], (state) => [
      outgoing(state, '0193' as CommandKey, { kind: 'user/delete', serviceId, username: 'mrossi01' }),
    ]);
    return { host, rossi, serviceId };
  };

  test('is no deletion on its way: the task is there again, and the seat can be freed', () => {
    const { host, rossi, serviceId } = stuck();
    expect(standing(host)).toMatchObject({ leavers: 1, standing: ['to-delete'], steps: ['delete mrossi01'] });
    submit(host, { type: 'seat/free', serviceId, personIds: [rossi] });
    expect(standing(host)).toMatchObject({ leavers: 0, former: ['mrossi01'], steps: ['delete mrossi01'] });
  });

  test('keeps nobody from erasing the person, and goes with the person', () => {
    const { host, rossi, serviceId } = stuck();
    submit(host, plan(host, rossi));
    submit(host, service({ panelUsers: [] }, serviceId));
    submit(host, { type: 'person/erase', personId: rossi });
    expect(stateOf(host).workspace.outbox.size).toBe(0);
  });
});
