import { expect, test } from 'vitest';
import { afterRecording } from '../../../core/desk/register/after-recording.ts';
import type { Command } from '../../../core/desk/command.ts';
import { finish } from '../../../core/kernel/steps.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { foldFacts } from '../../../core/register/fold.ts';
import { registeredService } from '../../../core/register/registered-service.ts';
import { decideBench, sampleOffice } from '../../support/sample-state.ts';

const list = (expiry: string, users: number, more: object = {}): Command =>
  ({
    type: 'register/record',
    asOf: '2026-11-24',
    entries: [
      {
        about: null,
        details: {
          holder: 'Alba srl',
          kind: 'e-invoicing',
          expiry,
          users: [{ quantity: users, expiry: null }],
        },
        source: { kind: 'sheet', file: 'a.csv', row: 2 },
        evidence: {},
        ...more,
      },
    ],
  }) as unknown as Command;

/** The services of the register as the host folds them. */
const services = (facts: Parameters<typeof foldFacts>[0]) =>
  [...foldFacts(facts).values()].flatMap((one) => registeredService(one)?.service ?? []);

test('the preview has the services and the facts that recording makes', () => {
  const desk = decideBench(sampleOffice());
  const command = list('2027-03-15', 3);
  const wish = command as unknown as Parameters<typeof afterRecording>[1];
  const preview = finish(afterRecording(desk.state, wish));
  if (!preview.ok) throw new Error(JSON.stringify(preview.error));
  const before = new Set(desk.state.replica.services.keys());
  const added = [...preview.value.state.replica.services.values()].filter(({ id }) => !before.has(id));
  expect(desk.carryOut(command).ok).toBe(true);
  const made = services(desk.state.workspace.facts.values());
  const plain = (all: readonly object[]) =>
    JSON.parse(JSON.stringify(all).replaceAll(/"id":"[^"]*"/g, '"id":""'));
  expect(plain(added)).toEqual(plain(made));
  expect(preview.value.facts).toBe(desk.state.workspace.facts.size);
  // Nothing was written by the preview.
  expect(desk.state.replica.services.size).toBe(before.size);
});

test('a service that is no longer followed leaves; the day of another value decides nothing', () => {
  const desk = decideBench(sampleOffice());
  desk.carryOut(list('2027-03-15', 3));
  const [service] = services(desk.state.workspace.facts.values());
  const about = service?.id as ServiceId;
  desk.state.replica.services.set(about, service as never);
  const after = (details: object) => {
    const wish = list('', 0, { about, details }) as unknown as Parameters<typeof afterRecording>[1];
    const preview = finish(afterRecording(desk.state, wish));
    if (!preview.ok) throw new Error(JSON.stringify(preview.error));
    return preview.value.state.replica.services.get(about);
  };
  expect(after({ followed: false })).toBeUndefined();
  // Two values of one day: the field is in dispute, so the service has no expiry until a person chooses.
  expect(after({ expiry: '2027-04-15' })?.state).toBe('awaiting-activation');
});
