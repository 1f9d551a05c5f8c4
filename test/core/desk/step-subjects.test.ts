// Whom or what a step was about, for the list of steps and for what is said of an undo.
import { expect, test } from 'vitest';
import type { Command } from '../../../core/desk/command.ts';
import { stepSubjects, type StepSubjects } from '../../../core/desk/step-subjects.ts';
import type { WorkspaceChange } from '../../../core/desk/rows/state.ts';
import { createUndo } from '../../../core/desk/undo.ts';
import { copyOf } from '../../../core/desk/rows/tables.ts';
import { exampleCommands } from '../../support/example-commands.ts';
import { person } from '../../support/samples.ts';
import { decideBench } from '../../support/sample-state.ts';

/** What the last of these commands was about. */
function about(...commands: readonly unknown[]): StepSubjects {
  const desk = decideBench();
  let last: StepSubjects = { names: [], more: 0 };
  for (const command of commands as readonly Command[]) {
    const before = copyOf(desk.state.workspace);
    const done = desk.submit(command);
    if (!done.ok) throw new Error(done.error.reason);
    last = stepSubjects(desk.state, done.changes, createUndo().inverseOf(before, done.changes));
  }
  return last;
}

const { id: _id, ...details } = person('x', { givenName: 'Lia', familyName: 'Nuova', email: 'l.nuova@x.it' });
const need = (needed: boolean, ...personIds: readonly string[]) => ({
  type: 'seat/need',
  serviceId: 'fe-studio',
  personIds,
  needed,
});

test.each<[string, StepSubjects, readonly unknown[]]>([
  ['a new person', { names: ['Lia Nuova'], more: 0 }, [{ type: 'person/add', details }]],
  ['a cart', { names: ['Tipografia Serra'], more: 0 }, [{ type: 'cart/open', serviceId: 'fe-serra' }]],
  [
    'a cart that is emptied',
    { names: ['Tipografia Serra'], more: 0 },
    [
      { type: 'cart/open', serviceId: 'fe-serra' },
      { type: 'cart/discard', cartId: 'service-fe-serra' },
    ],
  ],
  [
    'the first purchase of a client',
    { names: ['Otticanova srl'], more: 0 },
    [
      { type: 'client/add', name: 'Otticanova srl', vatCode: '02342520158' },
      { type: 'cart/open-first', clientId: '02342520158', serviceKind: 'e-invoicing' },
    ],
  ],
  [
    'people who need a user',
    { names: ['Francesca Riva', 'Lorenzo Rizzi'], more: 0 },
    [need(true, 'p-f-riva', 'p-l-rizzi')],
  ],
  ['the language', { names: [], more: 0 }, [{ type: 'firm/settings', language: 'en' }]],
])('%s', (_, expected, commands) => expect(about(...commands)).toEqual(expected));

test('of many the first two are named, and the others counted; two people with one name are two', () => {
  const rows = ['a', 'b', 'c', 'd'].map((id): WorkspaceChange => ({
    table: 'people',
    id,
    value: person(id, { givenName: id === 'd' ? 'C' : id.toUpperCase(), familyName: 'Prova' }),
  }));
  const { state } = decideBench();
  expect(stepSubjects(state, [...rows, ...rows], [])).toEqual({ names: ['A Prova', 'B Prova'], more: 2 });
});

test('no name is empty, whatever the command', () => {
  const desk = decideBench();
  const empty: unknown[] = [];
  let named = 0;
  for (const command of exampleCommands as readonly Command[]) {
    const done = desk.submit(command);
    if (!done.ok) continue;
    const { names } = stepSubjects(desk.state, done.changes, []);
    named += names.length;
    if (names.some((name) => name.trim() === '')) empty.push(command);
  }
  expect(empty).toEqual([]);
  expect(named).toBeGreaterThan(10);
});
