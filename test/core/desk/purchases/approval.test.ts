// A purchase above the limit of a shared studio waits for whoever administers.
import { expect, test } from 'vitest';
import {
  approvalLimit,
  awaitsApproval,
  needsApproval,
} from '../../../../core/desk/purchases/decide-approval.ts';
import { mayDo } from '../../../../core/shared/roles.ts';
import { memoryDisk } from '../../../support/crashing-disk.ts';
import { openOwn, stateOf, submit, today } from '../../../support/own-host.ts';
import { happened, preparedE1, purchaseIn, refusal } from '../../../support/purchase-desk.ts';

/** Rule E1: two users with the extension cost 70,99. */
const gross = 7099;

test('without a limit, and up to the limit, a purchase goes on as ever', () => {
  const host = openOwn(memoryDisk());
  const id = preparedE1(host);
  expect(approvalLimit(stateOf(host).workspace)).toBeNull();
  submit(host, { type: 'approval/limit', limit: gross });
  expect(needsApproval(stateOf(host).workspace, purchaseIn(host, id).record)).toBe(false);
  for (const kind of ['checked', 'opened', 'composed'] as const) submit(host, happened(id, { kind }));
  expect(refusal(host, { type: 'approval/give', purchaseId: id })).toBe('approval-not-needed');
});

test('what is approved already says by whom, and a limit that was raised says so', () => {
  const host = openOwn(memoryDisk());
  const id = preparedE1(host);
  submit(host, { type: 'approval/limit', limit: 1000 });
  submit(host, { type: 'approval/give', purchaseId: id });
  expect(host.submit({ type: 'approval/give', purchaseId: id })).toEqual({
    ok: false,
    error: { reason: 'approved-already', name: 'mbassi' },
  });
  submit(host, { type: 'approval/limit', limit: gross });
  expect(refusal(host, { type: 'approval/give', purchaseId: id })).toBe('approval-not-needed');
});

test('an abandoned purchase is not approved: taken back, it waits for its approval as before', () => {
  const host = openOwn(memoryDisk());
  const id = preparedE1(host);
  submit(host, { type: 'approval/limit', limit: 1000 });
  submit(host, happened(id, { kind: 'abandoned' }));
  expect(refusal(host, { type: 'approval/give', purchaseId: id })).toBe('purchase-moved-on');
  expect(awaitsApproval(stateOf(host).workspace, purchaseIn(host, id))).toBe(false);
  submit(host, { type: 'purchase/take-back', purchaseId: id, reason: 'serve' });
  expect(awaitsApproval(stateOf(host).workspace, purchaseIn(host, id))).toBe(true);
  submit(host, { type: 'approval/give', purchaseId: id });
});

test('nor is one of which nobody knows whether it was ordered', () => {
  const host = openOwn(memoryDisk());
  const id = preparedE1(host);
  submit(host, { type: 'approval/limit', limit: 1000 });
  submit(host, happened(id, { kind: 'unsure', day: today }));
  expect(refusal(host, { type: 'approval/give', purchaseId: id })).toBe('purchase-moved-on');
});

test('above the limit it is prepared, but not begun, until it is approved', () => {
  const host = openOwn(memoryDisk());
  const id = preparedE1(host);
  submit(host, { type: 'approval/limit', limit: gross - 1 });
  submit(host, happened(id, { kind: 'checked' }));
  for (const kind of ['opened', 'composed'] as const)
    expect(host.submit(happened(id, { kind }))).toEqual({
      ok: false,
      error: { reason: 'approval-needed', limit: gross - 1 },
    });
  submit(host, { type: 'approval/give', purchaseId: id });
  expect(stateOf(host).workspace.approvals.get(id)).toMatchObject({ kind: 'given', gross });
  for (const kind of ['opened', 'composed'] as const) submit(host, happened(id, { kind }));
  expect(refusal(host, { type: 'approval/give', purchaseId: 'nobody' as never })).toBe('unknown');
});

test('an approval that is taken back, or was given for less, does not count', () => {
  const host = openOwn(memoryDisk());
  const id = preparedE1(host);
  const { record } = purchaseIn(host, id);
  submit(host, { type: 'approval/limit', limit: 1000 });
  submit(host, { type: 'approval/give', purchaseId: id });
  expect(needsApproval(stateOf(host).workspace, record)).toBe(false);
  const given = stateOf(host).workspace.approvals.get(id);
  const limit = stateOf(host).workspace.approvals.get('limit');
  const less = new Map([
    ['limit', limit as never],
    [id as string, { ...given, gross: gross - 1 } as never],
  ]);
  expect(needsApproval({ approvals: less }, record)).toBe(true);
  host.undo();
  expect(needsApproval(stateOf(host).workspace, record)).toBe(true);
  submit(host, { type: 'approval/limit', limit: null });
  expect(needsApproval(stateOf(host).workspace, record)).toBe(false);
});

test('only whoever administers sets the limit and approves', () => {
  for (const type of ['approval/limit', 'approval/give'] as const)
    expect((['read', 'prepare', 'order', 'administer'] as const).map((role) => mayDo(role, type))).toEqual([
      false,
      false,
      false,
      true,
    ]);
});

test('what is approved is the total that was shown', () => {
  const host = openOwn(memoryDisk());
  const id = preparedE1(host);
  submit(host, { type: 'approval/limit', limit: 1000 });
  const give = (shownGross: number) => ({ type: 'approval/give', purchaseId: id, shownGross }) as const;
  expect(refusal(host, give(gross - 1))).toBe('figures-changed');
  expect(awaitsApproval(stateOf(host).workspace, purchaseIn(host, id))).toBe(true);
  expect(refusal(host, give(gross))).toBeUndefined();
});
