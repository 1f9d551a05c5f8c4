import { expect, test } from 'vitest';
import { memoryDisk } from '../../../support/crashing-disk.ts';
import { e1, openOwn, service, today } from '../../../support/own-host.ts';

test('a value cannot be true of a day that is yet to come', () => {
  const host = openOwn(memoryDisk());
  const record = service(e1);
  const tomorrow = { ...record, asOf: '2026-11-25' } as typeof record;
  const refused = { ok: false, error: { reason: 'day-to-come', day: '2026-11-25' } };
  expect(host.submit(tomorrow)).toEqual(refused);
  expect(host.state().workspace.facts.size).toBe(0);
  expect(host.submit(record).ok).toBe(true);
  const [serviceId] = host.state().replica.services.keys();
  const recheck = { type: 'register/recheck', serviceId, asOf: '2026-11-25' } as never;
  expect(host.submit(recheck)).toEqual(refused);
  expect([...host.state().workspace.facts.values()].every(({ asOf }) => asOf === today)).toBe(true);
});
