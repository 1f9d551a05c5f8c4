// `npm run looks`: a picture of every screen in both themes, both languages and four sizes, in `looks/`, and
// one page with all of them, `looks/index.html`.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const folder = here('../looks');
/** The browser tests that look at screens (`e2e/looks-right.ts`). */
const specs = [
  'screens',
  'own-screens',
  'offer',
  'backups',
  'vendor-restored',
  'hints',
  'manual',
  'specimens',
];

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const { status } = spawnSync(
  process.execPath,
  [
    here('../node_modules/@playwright/test/cli.js'),
    'test',
    '-c',
    here('e2e/playwright.config.ts'),
    '--reporter=line',
    ...specs.map((name) => `/${name}\\.spec\\.ts`),
  ],
  { stdio: 'inherit', env: { ...process.env, ALLINEA_PICTURES: folder } },
);
const pictures = readdirSync(folder).filter((name) => name.endsWith('.png'));
const figures = pictures
  .toSorted()
  .map(
    (name) => `<figure><figcaption>${name}</figcaption><img src="${name}" alt="" loading="lazy"></figure>`,
  );
writeFileSync(
  `${folder}/index.html`,
  `<!doctype html><meta charset="utf-8"><title>Allinea</title>${figures.join('\n')}\n`,
);
process.stdout.write(`${pictures.length} pictures in looks/\n`);
process.exitCode = status ?? 1;
