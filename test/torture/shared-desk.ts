// A desk of a shared studio with real files and no window. It adds people at full speed, says each one that
// was confirmed, and is killed while it works. `last`: it adds nobody, and waits until all is sent.
// `join=LINK`: it only makes the files of a desk that has joined by this invitation.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { applyChanges, type ReplicaRows, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import type { WaitingCommand } from '../../core/desk/rows/shared-rows.ts';
import type { ScreenChange } from '../../core/bridge/contract.ts';
import { httpFetch } from '../../electron/adapters/http-fetch.ts';
import { systemIds } from '../../electron/adapters/system.ts';
import { joinStudio } from '../../electron/studios/join-studio.ts';
import { composedDesk } from './composed-desk.ts';
import { journalNumber } from './journal-number.ts';
import type { Said, SharedThere } from './said.ts';

const [folder = '', name = '', how = ''] = process.argv.slice(2);
const say = (said: Said): void => void process.stdout.write(`${JSON.stringify(said)}\n`);

/** The desk's secret, readable. The real program encrypts it with a key of the system. */
const tokenFile = join(folder, 'token');

if (how.startsWith('join=')) {
  const wish = { link: how.slice('join='.length), signIn: null };
  const joined = await joinStudio(wish, ({ address }) => httpFetch(address), systemIds);
  if (!joined.ok) throw new Error(`Joining: ${joined.error.reason}`);
  mkdirSync(folder, { recursive: true });
  for (const file of joined.value.files.files) writeFileSync(join(folder, file.name), file.text);
  writeFileSync(tokenFile, joined.value.token);
  process.exit(0);
}

const desk = await composedDesk(folder, 'own', null);
const { handlers } = desk;
desk.joined(readFileSync(tokenFile, 'utf8'));
const tables = { ...emptyWorkspace(), ...emptyReplica() };
const first = await handlers['app/snapshot'](null);
if (first === null) throw new Error('The desk of a studio has a picture');
applyChanges<WorkspaceRows & ReplicaRows>(tables, JSON.parse(first.rows) as readonly ScreenChange[]);
desk.onChanged(({ changes }) => applyChanges<WorkspaceRows & ReplicaRows>(tables, changes));

/** The e-mails of the people whom commands in this state add. */
function wanted(wantedState: WaitingCommand['state']): readonly string[] {
  return [...tables.waiting.values()].flatMap(({ state, command }) => {
    const details = command['details'] as { readonly email?: string } | undefined;
    return state === wantedState && details?.email !== undefined ? [details.email] : [];
  });
}
const there = (): SharedThere => ({
  emails: [...tables.people.values()].map(({ email }) => email),
  waiting: wanted('waiting'),
  refused: wanted('refused'),
});

say({ kind: 'shared', ...there(), notices: first.notices });
while (how === 'last') {
  await handlers['sync/now'](null);
  if (wanted('waiting').length === 0) {
    say({ kind: 'settled', ...there() });
    break;
  }
  await setTimeout(200);
}
for (let round = 0; how === ''; round += 1) {
  // Every third person is wanted by all desks, under one address: the server takes the first.
  const email =
    round % 3 === 0 ? `all.${Math.floor(Date.now() / 200)}@x.it` : `${name}.${process.pid}.${round}@x.it`;
  const details = { givenName: 'Ada', familyName: name, email, department: '', start: null, end: null };
  const added = await handlers['command/submit']({ type: 'person/add', details });
  if (added.ok) say({ kind: 'person', email, number: journalNumber(folder, email) });
  // A burst, then a pause: thousands of lives must not make a studio that is slow to open.
  await setTimeout(round < 5 ? 5 : 150);
}
await desk.close();
