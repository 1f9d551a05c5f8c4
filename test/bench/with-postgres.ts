// The same work in PostgreSQL, where it is installed: a third way that must come to the same cents. The
// server is this bench's own: it lies in a temporary folder, listens to no network, and ends with the bench.
import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Day } from '../../core/kernel/day.ts';
import type { PortfolioService } from '../../core/quotes/portfolio.ts';
import { timingOf, type Timing } from './measure.ts';

/** Milliseconds as the server itself measured them, and the total in cents. */
interface InPostgres {
  readonly version: string;
  readonly lines: Timing;
  readonly totals: Timing;
  readonly gross: number;
}

const debianHome = '/usr/lib/postgresql';

/** The folder of the programs of a server; undefined if none is installed. */
function programs(): string | undefined {
  const versions = existsSync(debianHome) ? readdirSync(debianHome) : [];
  return versions
    .map((version) => join(debianHome, version, 'bin'))
    .filter((folder) => existsSync(join(folder, 'initdb')))
    .toSorted()
    .at(-1);
}

/** The number of a user of this system; undefined if there is none. A server refuses to run as root. */
function idOf(flag: '-u' | '-g', user: string): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, user], { encoding: 'utf8' });
  return status === 0 ? Number(stdout) : undefined;
}

/** A started month counts as a whole one. `anchor`: the day of the month that the expiry keeps. */
const lines = (target: Day): string => `
  select service, item, months, floor((2 * quantity * yearly * months + 12) / 24) as net,
    case when months = 0 then expiry else date '${target}' end as new_expiry
  from (
    select *, case when expiry >= date '${target}' then 0 else completed + (${shifted('completed')} < date '${target}')::int end as months
    from (
      select *, apart - (${shifted('apart')} > date '${target}')::int as completed
      from (
        select *, 12 * (extract(year from date '${target}')::int - extract(year from expiry)::int)
          + extract(month from date '${target}')::int - extract(month from expiry)::int as apart
        from item
      ) as a
    ) as b
  ) as c`;

/** The expiry some months later, on its anchor or on the last day of a shorter month. */
const shifted = (months: string): string => {
  const month = `(date_trunc('month', expiry)::date + make_interval(months => ${months}))::date`;
  return `(${month} + least(anchor, extract(day from (${month} + interval '1 month' - interval '1 day'))::int) - 1)`;
};

const totals = (target: Day): string => `
  select service, sum(net) as net, floor((2 * sum(net) * 2200 + 10000) / 20000) as vat
  from (${lines(target)}) as line group by service`;

/** Null if no server is installed, or none can be started here. */
export function alignInPostgres(
  services: readonly PortfolioService[],
  target: Day,
  times: number,
): InPostgres | null {
  const home = programs();
  if (home === undefined) return null;
  const root = process.getuid?.() === 0;
  const [uid, gid] = root ? [idOf('-u', 'postgres'), idOf('-g', 'postgres')] : [undefined, undefined];
  if (root && (uid === undefined || gid === undefined)) return null;
  const folder = mkdtempSync(join(tmpdir(), 'allinea-bench-'));
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  const run = (program: string, args: readonly string[], input?: string): string => {
    const { status, stdout, stderr } = spawnSync(join(home, program), args, {
      cwd: folder,
      encoding: 'utf8',
      input,
      maxBuffer: 64_000_000,
      ...(uid !== undefined && gid !== undefined && { uid, gid }),
    });
    if (status !== 0) throw new Error(`${program}: ${stderr}`);
    return stdout;
  };
  const data = join(folder, 'data');
  const ask = (text: string): string =>
    run('psql', ['-h', folder, '-U', 'bench', '-d', 'postgres', '-qAtX', '-v', 'ON_ERROR_STOP=1'], text);
  const took = (query: string): Timing => {
    const explained = ask(
      Array.from({ length: times + 3 }, () => `explain (analyze, timing off, format json) ${query};`).join(
        '\n',
      ),
    );
    const each = [...explained.matchAll(/"Execution Time": ([\d.]+)/g)].map(([, ms]) => Number(ms));
    return timingOf(each.slice(3));
  };
  run('initdb', ['-D', data, '-U', 'bench', '-A', 'trust', '-E', 'UTF8', '--no-sync']);
  try {
    run('pg_ctl', [
      '-D',
      data,
      '-w',
      '-l',
      join(folder, 'log'),
      '-o',
      `-k ${folder} -c listen_addresses=''`,
      'start',
    ]);
    const rows = services.flatMap(({ id, items }) =>
      items.map((item) => [id, item.id, item.quantity, item.yearly, item.expiry, item.anchor].join('\t')),
    );
    writeFileSync(join(folder, 'items.tsv'), `${rows.join('\n')}\n`, { mode: 0o644 });
    ask(`create table item (service text, item text, quantity bigint, yearly bigint, expiry date, anchor int);
      copy item from '${join(folder, 'items.tsv')}'; analyze item;`);
    return {
      version: ask('show server_version').trim(),
      lines: took(lines(target)),
      totals: took(totals(target)),
      gross: Number(ask(`select sum(net + vat) from (${totals(target)}) as total`)),
    };
  } finally {
    spawnSync(join(home, 'pg_ctl'), ['-D', data, '-m', 'immediate', 'stop'], {
      ...(uid !== undefined && gid !== undefined && { uid, gid }),
    });
    rmSync(folder, { recursive: true, force: true });
  }
}
