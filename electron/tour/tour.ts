// `npm run tour`, and `npm start` without a display: does the sample job on the real screens, without a
// window, with a picture of each step. `npm run tour -- --own`: the same in a studio of one's own.
import { mkdtempSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openAlbum, type Album } from './album.ts';
import { Mismatch } from './check.ts';
import { client, firstPurchase, orderSurvived } from './client-chapter.ts';
import { onlyOneOrder, readMail, registerPayment } from './counter-chapter.ts';
import { customerAreaWay, fillCart, placeOrder, signInToAruba } from './order-chapter.ts';
import {
  beginOwnStudio,
  importOwnStaff,
  importServices,
  ownCart,
  ownQuote,
  ownSurvived,
  ownTotals,
  pasteServices,
  seeSources,
} from './own-chapter.ts';
import {
  ownActivation,
  ownBatch,
  ownInvoices,
  ownOrderNumber,
  ownPurchase,
  ownUnexplained,
} from './own-purchases.ts';
import { importStaff, markNeeds, seeUsernames } from './people-chapter.ts';
import { startProgram, type Program } from './program.ts';

const launcher = fileURLToPath(new URL('launch.mjs', import.meta.url));
const pictures = resolve('tour');
const say = (line: string): void => void process.stdout.write(`${line}\n`);

const own = process.argv.includes('--own');
const dataFolder = mkdtempSync(join(tmpdir(), 'allinea-tour-'));
/** In a studio of one's own the first start asks which studio; a later one opens the last. */
const start = (): Promise<Program> =>
  startProgram({ launcher, dataFolder, ...(own ? { studio: null } : {}) });
let program: Program | undefined;

let interrupted = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void leave());
process.exitCode = await tour();

/** Ctrl+C: ends the started program and removes its data. */
async function leave(): Promise<void> {
  interrupted = true;
  await program?.kill();
  await forget();
  process.exit(130);
}

/** Removes the data. Retries, because the browser's helpers may still write for a moment. */
function forget(): Promise<void> {
  return rm(dataFolder, { recursive: true, force: true, maxRetries: 40, retryDelay: 50 }).catch(
    () => undefined,
  );
}

async function tour(): Promise<number> {
  const album = openAlbum(pictures, say);
  try {
    const { name, figures } = own ? await ownJob(album) : await sampleJob(album);
    const [net, vat, gross] = figures.split(/ [+=] /);
    say(`\n${name}: imponibile ${net} €, IVA ${vat} €, totale ${gross} €`);
    say(`Immagini: ${pictures}`);
    return 0;
  } catch (problem) {
    if (interrupted) return 130;
    if (program !== undefined)
      await album(program.page, 'qui-si-e-fermato', 'Qui il giro si è fermato').catch(() => undefined);
    const why =
      problem instanceof Mismatch
        ? problem.message
        : problem instanceof Error
          ? (problem.stack ?? problem.message)
          : String(problem);
    process.stderr.write(`\nIl giro non è riuscito.\n${why}\nImmagini: ${pictures}\n`);
    return 1;
  } finally {
    await program?.stop();
    await forget();
  }
}

/** What the tour prints at its end. */
interface Result {
  readonly name: string;
  /** "58,19 + 12,80 = 70,99" */
  readonly figures: string;
}

/** The job of a firm that uses Allinea for the first time, from the staff list to active users. */
async function sampleJob(album: Album): Promise<Result> {
  program = await start();
  say(program.shell);
  const { page } = program;
  await importStaff(page, album);
  await markNeeds(page, album);
  await signInToAruba(page, album);
  await fillCart(page, album);
  const order = await placeOrder(page, album);
  await readMail(page, album, order.number);
  await registerPayment(page, album, order.number);
  await seeUsernames(page, album);
  await customerAreaWay(page, album);
  await firstPurchase(page, album);
  // Kills the program without a farewell: what the screen has confirmed must already be on disk.
  await program.kill();
  program = undefined;
  program = await start();
  await signInToAruba(program.page, album);
  await orderSurvived(program.page, album);
  await onlyOneOrder(program.page, album, client);
  return { name: `Ordine ${order.number}`, figures: order.figures };
}

/** The job of a firm with data of its own, killed and restarted three times. */
async function ownJob(album: Album): Promise<Result> {
  program = await start();
  say(program.shell);
  await beginOwnStudio(program.page, album);
  await importServices(program.page, album);
  await pasteServices(program.page, album);
  await seeSources(program.page, album);
  await again();
  await importOwnStaff(program.page, album);
  await ownCart(program.page, album);
  await ownQuote(program.page, album);
  await ownPurchase(program.page, album);
  await again();
  await ownActivation(program.page, album);
  await ownInvoices(program.page, album);
  await ownUnexplained(program.page, album);
  await ownBatch(program.page, album);
  await again();
  await ownSurvived(program.page, album);
  return { name: `Ordine ${ownOrderNumber}, preventivo`, figures: ownTotals };

  /** Kills the program without a farewell, and starts it again. */
  async function again(): Promise<void> {
    await program?.kill();
    program = undefined;
    program = await start();
  }
}
