// `npm run dev`: builds, opens Allinea, and follows the sources. A change of the screen reloads the windows.
// A change of the main process or of core builds it anew and starts the program again on the same data.
// Words after `--` go to the program: `npm run dev -- --data=./data --headless`.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { connect } from 'puppeteer-core';
import { build } from 'vite';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const words = process.argv.slice(2);
const settleMs = 150;

/** The running program. `again`: it ends because it is to start anew. */
let program;
let devTools = '';

const say = (line) => process.stdout.write(`dev: ${line}\n`);

function runVite(args) {
  return new Promise((done) => {
    const vite = join(root, 'node_modules', 'vite', 'bin', 'vite.js');
    spawn(process.execPath, [vite, 'build', ...args], { cwd: root, stdio: 'inherit' }).on('exit', (code) =>
      done(code === 0),
    );
  });
}

const buildMain = async () =>
  (await runVite(['-c', 'electron/vite.config.ts'])) &&
  (await runVite(['-c', 'electron/vite.config.ts', '--mode', 'preload']));

/** Starts the program. Development ends with it, unless it ended in order to start again. */
function start() {
  const launcher = join(root, 'out', 'main', 'launch.mjs');
  const child = spawn(process.execPath, [launcher, '--test-port=0', ...words], {
    cwd: root,
    stdio: ['inherit', 'pipe', 'inherit'],
  });
  program = { child, again: false };
  child.stdout.on('data', (chunk) => {
    process.stdout.write(chunk);
    devTools = /DevTools: (http:\/\/\S+)/.exec(String(chunk))?.[1] ?? devTools;
  });
  child.on('exit', (code) => {
    if (program.again) start();
    else process.exit(code ?? 1);
  });
}

function restart() {
  program.again = true;
  program.child.kill('SIGTERM');
}

async function reloadWindows() {
  if (devTools === '') return;
  const browser = await connect({ browserURL: devTools, defaultViewport: null });
  try {
    await Promise.all((await browser.pages()).map((page) => page.reload()));
  } finally {
    await browser.disconnect();
  }
}

/** Calls `work` once the folders have been quiet for a moment, and never twice at a time. */
function follow(folders, work) {
  let timer;
  let busy = Promise.resolve();
  const changed = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      busy = busy.then(work).catch((error) => say(String(error)));
    }, settleMs);
  };
  for (const folder of folders) watch(join(root, folder), { recursive: true }, changed);
}

/** Builds the screen and keeps building it. Resolves after the first time. */
async function followScreen() {
  const watcher = await build({
    configFile: join(root, 'renderer', 'vite.config.ts'),
    logLevel: 'warn',
    build: { watch: {} },
  });
  await new Promise((first) => {
    watcher.on('event', (event) => {
      if (event.code === 'ERROR') say(`the screen was not built: ${event.error.message}`);
      if (event.code !== 'END') return;
      first();
      if (program === undefined) return;
      say('the screen changed: windows reload');
      reloadWindows().catch((error) => say(`the windows were not reloaded: ${error.message}`));
    });
  });
}

for (const signal of ['SIGINT', 'SIGTERM'])
  process.on(signal, () => (program === undefined ? process.exit(130) : program.child.kill(signal)));

const built = await Promise.all([buildMain(), followScreen()]);
if (built[0] !== true) process.exit(1);
start();
follow(['core', 'electron'], async () => {
  if (!(await buildMain())) {
    say('the program was not built; the running one goes on');
    return;
  }
  say('the program changed: it starts again');
  restart();
});
