import { expect, test } from 'vitest';
import { ownUsernames } from '../../../../core/desk/seats/own-usernames.ts';
import type { UsernameRecord } from '../../../../core/desk/rows/state.ts';
import type { PersonId, ServiceId } from '../../../../core/kernel/id.ts';
import type { HistoryEntry } from '../../../../core/seats/history.ts';
import { sampleOffice } from '../../../support/sample-state.ts';

const serviceId = 'fe-sole' as ServiceId;
const personId = 'p-f-riva' as PersonId;

const record = (username: string): [string, UsernameRecord] => [
  `${serviceId}/${username}`,
  { id: `${serviceId}/${username}`, serviceId, username, personId },
];

const entry = (id: string, at: number, username: string): [string, HistoryEntry] => [
  id,
  {
    id,
    at,
    by: null,
    event: 'username',
    personId,
    personName: 'Fabio Riva',
    serviceId,
    holder: 'Sole',
    username,
    permissions: [],
  },
];

function usernameWith(
  records: readonly [string, UsernameRecord][],
  history: readonly [string, HistoryEntry][],
): string | undefined {
  const { state } = sampleOffice();
  const workspace = { ...state.workspace, usernames: new Map(records), history: new Map(history) };
  return ownUsernames({ ...state, workspace }, serviceId).get(personId);
}

const both = [record('friva001'), record('riva2026')];
const history = [entry('1', 1, 'friva001'), entry('2', 2, 'riva2026'), entry('3', 3, 'friva001')];

test('of several usernames the one that the person had last, in whatever order the rows are', () => {
  expect(usernameWith(both, history)).toBe('friva001');
  expect(usernameWith(both.toReversed(), history.toReversed())).toBe('friva001');
});

test('without a history the last one by name, in whatever order the rows are', () => {
  expect(usernameWith(both, [])).toBe('riva2026');
  expect(usernameWith(both.toReversed(), [])).toBe('riva2026');
});

test('one username needs no history', () => {
  expect(usernameWith([record('friva001')], history)).toBe('friva001');
});
