// Runs everything and counts. `node test/run.mjs check`: format, lint, types, unit tests, dead code. Without
// a word: the build and the browser tests too.
// The last line is always `N passed, N failed`: tests, and one failed item for every other step that fails.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const reports = join(root, 'test-results');
const whole = process.argv[2] !== 'check';
const stepLimitMs = 15 * 60_000;
const folders = ['core', 'electron', 'renderer', 'test'];

const vitestReport = join(reports, 'vitest.json');
const browserReport = join(reports, 'browser.json');
const browserConfig = 'test/e2e/playwright.config.ts';

const tally = { passed: 0, failed: 0, notRun: 0 };
const failures = [];

const fail = (name) => {
  tally.failed += 1;
  failures.push(name);
};

/** Runs npm, or a program of node_modules/.bin, to its end; never rejects. */
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
  if (!result.ok) fail(name);
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
 * Thousands of schedules, of questions to an exact solver, of malformed answers, and real kills: they run
 * with everything, not before each commit.
 */
const longOnes = [
  'test/simulation/{fixed,free}-seeds*.test.ts',
  'test/torture/**',
  'test/property/sessions.test.ts',
  'test/electron/malformed-*.test.ts',
];

/** Unit and property tests. A file that cannot be loaded is a failed item; no test at all is one too. */
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
  for (const file of report?.testResults ?? []) {
    const broken = file.assertionResults.filter((test) => test.status === 'failed');
    for (const test of broken) fail(`${file.name.slice(root.length)}: ${test.fullName}`);
    if (broken.length === 0 && file.status === 'failed')
      fail(`${file.name.slice(root.length)}: could not be run`);
  }
  if (passed + failed === 0) fail('unit tests: none was run');
  else if (!result.ok && failures.length === 0) fail('unit tests');
  const seed = /free seed \d+/.exec(result.output)?.[0] ?? '';
  say(
    'unit tests',
    result,
    [`${passed} passed, ${failed} failed`, notRun > 0 ? `${notRun} not run` : '', seed]
      .filter(Boolean)
      .join(', '),
  );
}

const failedTitles = (suite) => [
  ...suite.specs.flatMap((spec) =>
    spec.tests
      .filter((test) => test.status === 'unexpected')
      .map((test) => `${spec.file}: ${spec.title} (${test.projectName})`),
  ),
  ...(suite.suites ?? []).flatMap(failedTitles),
];

/** The program itself, driven as a person would. */
async function browserTests() {
  rmSync(browserReport, { force: true });
  const result = await run('playwright', ['test', '-c', browserConfig, '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_FILE: browserReport,
  });
  const report = readReport(browserReport);
  const stats = report?.stats;
  const passed = (stats?.expected ?? 0) + (stats?.flaky ?? 0);
  const failed = stats?.unexpected ?? 0;
  tally.passed += passed;
  tally.notRun += stats?.skipped ?? 0;
  for (const title of (report?.suites ?? []).flatMap(failedTitles)) fail(title);
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
  await step('lint', 'oxlint', ['--type-aware', '--deny-warnings', ...folders]);
  for (const folder of folders) await step(`types ${folder}`, 'tsc', ['-p', folder]);
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
console.log(`${tally.passed} passed, ${tally.failed} failed`);
process.exitCode = tally.failed === 0 ? 0 : 1;
