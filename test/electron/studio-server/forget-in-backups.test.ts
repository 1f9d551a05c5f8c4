// A folder of backups of which one is damaged: the person leaves the others.
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PersonId } from '../../../core/kernel/id.ts';
import { forgetInBackups } from '../../../electron/studio-server/forget-in-backups.ts';
import { exampleDetails } from '../../support/example-commands/people.ts';

test('a refused command that came after the erasure leaves the backup, and is not looked for again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-forget-'));
  const file = join(folder, 'server-2026-11-28T02-00-00.json');
  const row = { studio: 's', tbl: 'erased', id: 'p1', version: 2, value: { id: 'p1' } };
  const note = { type: 'person/note', personId: 'p1', text: 'Zanetti' };
  const refused = { studio: 's', outcome: 'refused', command: note, inverse: null, refusal: null };
  const command = [refused, { ...refused, command: { type: 'person/note', personId: 'p2', text: 'Neri' } }];
  writeFileSync(file, JSON.stringify({ kind: 'x', tables: { state_row: [row], command } }));
  const erased = new Map([['s', ['p1' as PersonId]]]);
  await forgetInBackups(folder, erased);
  const text = readFileSync(file, 'utf8');
  expect([text.includes('Zanetti'), text.includes('Neri')]).toEqual([false, true]);
  const { mtimeMs } = statSync(file);
  await forgetInBackups(folder, erased);
  expect(statSync(file).mtimeMs).toBe(mtimeMs);
  rmSync(folder, { recursive: true, force: true });
});

test('a damaged backup is told and keeps nobody in the others', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'allinea-forget-'));
  const damaged = join(folder, 'server-2026-11-28T01-00-00.json');
  const whole = join(folder, 'server-2026-11-28T02-00-00.json');
  const id = 'p1' as PersonId;
  const person = { ...exampleDetails, id, email: 'z.zanetti@x.it' };
  const row = { studio: 's', tbl: 'people', id, version: 2, value: person };
  writeFileSync(damaged, '{"kind":');
  writeFileSync(whole, JSON.stringify({ kind: 'x', tables: { state_row: [row], command: [] } }));
  await expect(forgetInBackups(folder, new Map([['s', [id]]]))).rejects.toThrow(SyntaxError);
  expect(readFileSync(damaged, 'utf8')).toBe('{"kind":');
  expect(readFileSync(whole, 'utf8')).not.toContain('zanetti');
  rmSync(folder, { recursive: true, force: true });
});
