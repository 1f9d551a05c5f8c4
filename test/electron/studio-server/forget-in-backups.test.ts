// A folder of backups of which one is damaged: the person leaves the others.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PersonId } from '../../../core/kernel/id.ts';
import { forgetInBackups } from '../../../electron/studio-server/forget-in-backups.ts';
import { exampleDetails } from '../../support/example-commands/people.ts';

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
