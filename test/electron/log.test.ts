import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createLog } from '../../electron/adapters/log.ts';

const folder = mkdtempSync(join(tmpdir(), 'allinea-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const clock = { now: (): number => Date.UTC(2026, 10, 24, 9) };

describe('the log', () => {
  it('keeps numbers, booleans and short codes, and leaves everything else out', () => {
    const log = createLog(join(folder, 'a'), clock);
    log.info('app.started', { version: '0.1.0', count: 3, fresh: true });
    log.error('call.failed', { name: 'Mario Rossi', mail: 'm@r.it', long: 'x'.repeat(65) });
    const lines = readFileSync(join(folder, 'a', 'log.jsonl'), 'utf8')
      .trimEnd()
      .split('\n');
    expect(lines.map((line) => JSON.parse(line) as unknown)).toEqual([
      {
        at: '2026-11-24T09:00:00.000Z',
        level: 'info',
        event: 'app.started',
        data: { version: '0.1.0', count: 3, fresh: true },
      },
      {
        at: '2026-11-24T09:00:00.000Z',
        level: 'error',
        event: 'call.failed',
        data: { name: '(left out)', mail: '(left out)', long: '(left out)' },
      },
    ]);
  });

  it('is never more than two files of 1 MB', () => {
    const log = createLog(join(folder, 'b'), clock);
    const data = Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`key${n}`, 'x'.repeat(64)]));
    for (let n = 0; n < 400; n += 1) log.info('filler', data);
    expect(readdirSync(join(folder, 'b')).toSorted()).toEqual(['log.1.jsonl', 'log.jsonl']);
    for (const name of ['log.1.jsonl', 'log.jsonl'])
      expect(statSync(join(folder, 'b', name)).size).toBeLessThanOrEqual(1_000_000);
  });

  it('says nothing and stops nothing where it cannot write', () => {
    expect(() =>
      createLog(join(folder, 'a', 'log.jsonl', 'below-a-file'), clock).error('lost'),
    ).not.toThrow();
  });
});
