// Runs everything and counts. `node test/run.mjs check`: format, lint, types, unit tests, dead code.
// Without `check`: the build and the browser tests too.
// Each failure is listed with the command that repeats it alone.
// The last line is always `N passed, N failed`: tests, and one failed item for every other step that fails.
// After browser tests it also says in which shell they ran.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'test-results');
const whole = process.argv[2] !== 'check';
const stepLimitMs = 30 * 60_000;
const folders = ['core', 'electron', 'renderer', 'test'];

const vitestReport = join(reports, 'vitest.json');
const browserReport = join(reports, 'browser.json');
const browserConfig = 'test/e2e/playwright.config.ts';

/** The shell of the browser tests, as they say it themselves. */
let shell = '';
const shellFile = join(reports, 'shell.txt');
const tally = { passed: 0, failed: 0, notRun: 0 };
const failures = [];

/** `again`: the command that repeats it alone. */
const fail = (name, again) => {
  tally.failed += 1;
  failures.push(again === undefined ? name : `${name}\n    ${again}`);
};

/** One word of a shell. */
const quoted = (word) => (/^[\w./:=@-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);
const commandLine = (program, args) => [program, ...args].map(quoted).join(' ');

/** Runs npm, or a program of node_modules/.bin, to its end. Never rejects. */
function run(program, args, env = {}) {
  return new Promise((resolve) => {
    const started = Date.now();
    let output = '';
    const child = spawn(program === 'npm' ? program : join(root, 'node_modules', '.bin', program), args, {
      cwd: root,
      env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: undefined, ...env },
      shell: process.platform === 'win32',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const limit = setTimeout(() => {
      output += `\nStopped after ${stepLimitMs / 60_000} minutes.\n`;
      child.kill();
    }, stepLimitMs);
    const keep = (chunk) => {
      output += chunk;
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    const end = (code) => {
      clearTimeout(limit);
      resolve({ ok: code === 0, output: output.trim(), seconds: (Date.now() - started) / 1000 });
    };
    child.on('error', (error) => {
      output += String(error);
      end(1);
    });
    child.on('close', end);
  });
}

function say(name, { ok, output, seconds }, note = '') {
  console.log(
    `${ok ? 'ok    ' : 'FAILED'} ${name.padEnd(16)} ${seconds.toFixed(1).padStart(5)} s${note === '' ? '' : `  ${note}`}`,
  );
  if (!ok) console.log(`${output.replaceAll(/^/gm, '       ')}\n`);
}

async function step(name, program, args) {
  const result = await run(program, args);
  if (!result.ok)
    fail(name, program === 'npm' ? commandLine(program, args) : commandLine('npx', [program, ...args]));
  say(name, result);
  return result.ok;
}

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/**
 * Hundreds of schedules, planted faults, questions to an exact solver, 100,000 cases against other
 * implementations, thousands of malformed answers and sheets, every day of three centuries, a crash at each
 * step of a job, the started and the packed program, a browser's own events, locks of other processes, slow
 * disks and silent servers, and real kills. They run with everything, not before each commit.
 */
const longOnes = [
  'test/simulation/{disk,fixed-seeds,free-seeds-*,same-trace,shared,shared-vendor}.test.ts',
  'test/torture/**',
  'test/property/{account,budget-files,export,exported-services,forecast,import,oracles}.test.ts',
  'test/property/{pasted-services,purchases,received,service-list,sessions,temporal}.test.ts',
  'test/core/formats/{budgets,worker-memory,xlsx}.test.ts',
  'test/core/received/read-received.test.ts',
  'test/electron/studio-server/**',
  'test/electron/studios/studio-bomb.test.ts',
  'test/electron/simulator/{openapi,sample}.test.ts',
  'test/simulation/planted/**',
  'test/core/host/crash.test.ts',
  'test/core/kernel/fast-calendar.test.ts',
  'test/electron/{malformed-*,older-format-crash,http-fetch,program-lock,folder-lock}.test.ts',
  'test/electron/{desk-thread/slow-disk,vendor-thread/vendor-thread}.test.ts',
  'test/contract/electron/{events,main-start,packed,stand-in-events}.test.ts',
];

/** The command for one test, or for a whole file. A test with a free seed needs the seed of this run. */
function unitCommand(file, name, freeSeed) {
  const pattern = name?.replaceAll(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
  const again = ['vitest', 'run', '-c', 'test/vitest.config.ts', file];
  const line = commandLine('npx', pattern === undefined ? again : [...again, '-t', pattern]);
  return freeSeed === undefined ? line : `FREE_SEED=${freeSeed} ${line}`;
}

/** Unit and property tests. A file that cannot be loaded is a failed item. No test at all is one too. */
async function unitTests() {
  rmSync(vitestReport, { force: true });
  const left = whole ? [] : longOnes.map((pattern) => `--exclude=${pattern}`);
  const result = await run('vitest', [
    'run',
    '-c',
    'test/vitest.config.ts',
    ...left,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${vitestReport}`,
  ]);
  const report = readReport(vitestReport);
  const passed = report?.numPassedTests ?? 0;
  const failed = report?.numFailedTests ?? 0;
  const notRun = (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0);
  tally.passed += passed;
  tally.notRun += notRun;
  const freeSeed = /free seed (\d+)/.exec(result.output)?.[1];
  for (const file of report?.testResults ?? []) {
    const path = file.name.slice(root.length);
    const broken = file.assertionResults.filter((test) => test.status === 'failed');
    for (const { fullName } of broken) fail(`${path}: ${fullName}`, unitCommand(path, fullName, freeSeed));
    if (broken.length === 0 && file.status === 'failed')
      fail(`${path}: could not be run`, unitCommand(path, undefined, freeSeed));
  }
  if (passed + failed === 0) fail('unit tests: none was run');
  else if (!result.ok && failures.length === 0) fail('unit tests');
  say(
    'unit tests',
    result,
    [
      `${passed} passed, ${failed} failed`,
      notRun > 0 ? `${notRun} not run` : '',
      freeSeed === undefined ? '' : `free seed ${freeSeed}`,
    ]
      .filter(Boolean)
      .join(', '),
  );
}

const failedSpecs = (suite) => [
  ...suite.specs.flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'unexpected')
      .map((test) => ({
        name: `${spec.file}: ${[spec.title, test.projectName].filter(Boolean).join(' ')}`,
        again: commandLine('npx', ['playwright', 'test', '-c', browserConfig, `${spec.file}:${spec.line}`]),
      })),
  ),
  ...(suite.suites ?? []).flatMap(failedSpecs),
];

/** The program itself, driven as a person would. */
async function browserTests() {
  for (const file of [browserReport, shellFile]) rmSync(file, { force: true });
  const result = await run('playwright', ['test', '-c', browserConfig, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
  });
  const report = readReport(browserReport);
  if (existsSync(shellFile)) shell = readFileSync(shellFile, 'utf8');
  const stats = report?.stats;
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  const failed = stats?.unexpected ?? 0;
  tally.passed += passed;
  tally.notRun += stats?.skipped ?? 0;
  for (const { name, again } of (report?.suites ?? []).flatMap(failedSpecs)) fail(name, again);
  if (passed + failed === 0) fail('browser tests: none was run');
  else if (!result.ok && failures.length === 0) fail('browser tests');
  say(
    'browser tests',
    result,
    `${passed} passed, ${failed} failed${stats?.flaky ? `, ${stats.flaky} only at the second try` : ''}`,
  );
}

async function quickSteps() {
  await step('format', 'oxfmt', ['-c', 'test/format.json', '--check', ...folders]);
  // Lint and types share one program for each folder. Four runs of tsc would check core four times.
  await step('lint and types', 'oxlint', ['--type-aware', '--type-check', '--deny-warnings', ...folders]);
  await step('dead code', 'knip', ['--no-progress']);
}

const started = Date.now();
mkdirSync(reports, { recursive: true });
await Promise.all([quickSteps(), unitTests()]);
if (whole) {
  const built = await step('build', 'npm', ['run', 'build']);
  if (!existsSync(join(root, browserConfig))) fail(`browser tests: ${browserConfig} is missing`);
  else if (built) await browserTests();
  else fail('browser tests: not run, the build failed');
}
if (failures.length > 0) console.log(`\nFailed:\n${failures.map((name) => `  ${name}`).join('\n')}`);
console.log(
  `\n${((Date.now() - started) / 1000).toFixed(0)} s in all${tally.notRun > 0 ? `, ${tally.notRun} tests not run` : ''}`,
);
console.log(
  `${tally.passed} passed, ${tally.failed} failed${shell === '' ? '' : `, browser tests in ${shell}`}`,
);
process.exitCode = tally.failed === 0 ? 0 : 1;
