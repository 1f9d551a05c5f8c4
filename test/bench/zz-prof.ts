import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sampleAccount } from '../../electron/simulator/sample/sample.ts';
import { open, search } from '../../electron/tour/hands.ts';
import { startProgram } from '../../electron/tour/program.ts';
import { makeLargeDesk } from './large-desk.ts';
const launcher = fileURLToPath(new URL('../main/launch.mjs', import.meta.url));
const folder = '/tmp/large-kept';
if (!existsSync(join(folder, 'large'))) {
  const host = makeLargeDesk(join(folder, 'large'));
  await host.signIn(sampleAccount.username, sampleAccount.password);
  await host.close();
}
const program = await startProgram({ launcher, dataFolder: join(folder, 'large'), limits: 'off' });
const { page } = program;
page.setDefaultTimeout(60_000);
await page.waitForTimeout(4000);
const s = await page.context().newCDPSession(page);
await s.send('Profiler.enable');
await s.send('Profiler.setSamplingInterval', { interval: 500 });
async function profile(name: string, work: () => Promise<unknown>) {
  await page.waitForTimeout(800);
  await s.send('Profiler.start');
  const t = Date.now();
  await work();
  const took = Date.now() - t;
  await page.waitForTimeout(300);
  const { profile: p } = await s.send('Profiler.stop');
  const byId = new Map(p.nodes.map((n) => [n.id, n]));
  const parent = new Map<number, number>();
  for (const n of p.nodes) for (const c of n.children ?? []) parent.set(c, n.id);
  const self = new Map<number, number>();
  p.samples?.forEach((id, i) => self.set(id, (self.get(id) ?? 0) + (p.timeDeltas?.[i] ?? 0)));
  const own: Record<string, number> = {},
    total: Record<string, number> = {};
  for (const [id, us] of self) {
    const key = (n: any) =>
      `${n.callFrame.functionName || '(anon)'} ${n.callFrame.url.split('/').pop()}:${n.callFrame.lineNumber + 1}`;
    const n = byId.get(id)!;
    own[key(n)] = (own[key(n)] ?? 0) + us;
    const seen = new Set<string>();
    for (let at: number | undefined = id; at !== undefined; at = parent.get(at)) {
      const k = key(byId.get(at));
      if (!seen.has(k)) {
        seen.add(k);
        total[k] = (total[k] ?? 0) + us;
      }
    }
  }
  const top = (r: Record<string, number>, c: number) =>
    Object.entries(r)
      .filter(([k]) => !/^\((root|idle|program)\)/.test(k))
      .sort((a, b) => b[1] - a[1])
      .slice(0, c)
      .map(([k, v]) => `   ${(v / 1000).toFixed(1)} ${k}`)
      .join('\n');
  console.log(`== ${name} took ${took}\n self\n${top(own, 14)}\n total\n${top(total, 34)}`);
}
const want = process.argv[2] ?? '';
if (want.includes('h')) {
  await open(page, 'Ordini');
  await profile('home', () => open(page, 'Stato servizio'));
  await open(page, 'Ordini');
  await profile('home again', () => open(page, 'Stato servizio'));
}
if (want.includes('r')) {
  await open(page, 'Rinnovi');
  await page.waitForTimeout(2000);
  await open(page, 'Ordini');
  await profile('rinnovi again', () => open(page, 'Rinnovi'));
}
if (want.includes('p')) {
  await open(page, 'Personale');
  await open(page, 'Ordini');
  await profile('personale again', () => open(page, 'Personale'));
  const find = page.getByRole('searchbox', { name: 'Cerca per nome o e-mail' });
  await find.focus();
  await profile('letters', async () => {
    for (const k of 'cognome7') {
      await page.keyboard.press(k);
      await page.waitForTimeout(400);
    }
  });
  await find.fill('');
}
if (want.includes('s')) {
  await open(page, 'Servizi');
  await open(page, 'Ordini');
  await profile('servizi again', () => open(page, 'Servizi'));
}
if (want.includes('i')) {
  await open(page, 'Impostazioni');
  await open(page, 'Ordini');
  await profile('impostazioni again', () => open(page, 'Impostazioni'));
  await open(page, 'Listino e regole');
  await open(page, 'Ordini');
  await profile('listino again', () => open(page, 'Listino e regole'));
}
void search;
void writeFileSync;
await program.stop();
