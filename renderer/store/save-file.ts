import type { Calls } from '../../core/bridge/contract.ts';
import type { Steps } from '../../core/kernel/steps.ts';
import { bridge } from '../bridge.ts';
import { runSteps } from '../components/run-steps.ts';
import { text } from '../text/text.ts';
import { toast } from './ui-store.ts';

type SavedFile = { readonly name: string } & ({ readonly text: string } | { readonly bytes: Uint8Array });

/** In parts: the arguments of one call are limited. */
export function base64(bytes: Uint8Array): string {
  const step = 8190;
  let out = '';
  for (let at = 0; at < bytes.length; at += step)
    out += btoa(String.fromCharCode(...bytes.subarray(at, at + step)));
  return out;
}

/** Tells at the edge what came of a file; true where it is there now. */
function told(saved: Calls['print/pdf']['gives'], done: (path: string) => string): boolean {
  if (!saved.ok)
    toast(text(saved.error.reason === 'no-pdf' ? 'quote.no-pdf' : 'export.not-written'), { tone: 'late' });
  else if (saved.value !== null) toast(done(saved.value.path), { file: saved.value.path });
  return saved.ok && saved.value !== null;
}

const savedIn = (path: string): string => text('export.saved', { path });

/**
 * Asks where the file goes and writes it; what came of it is told at the edge. True where it is there now.
 */
export async function saveFile(file: SavedFile, done = savedIn): Promise<boolean> {
  const content =
    'text' in file ? { content: file.text, base64: false } : { content: base64(file.bytes), base64: true };
  return told(await bridge.call('files/save', { name: file.name, ...content }), done);
}

let writing = false;

/**
 * The same for a content that is worked out in slices while the window answers. Where its button is pressed
 * again meanwhile, nothing happens.
 */
export async function saveInSteps(name: string, steps: Steps<string | Uint8Array>): Promise<boolean> {
  if (writing) return false;
  writing = true;
  let content: string | Uint8Array;
  try {
    content = await runSteps(steps);
  } finally {
    writing = false;
  }
  return saveFile(typeof content === 'string' ? { name, text: content } : { name, bytes: content });
}

/** The same for a document as a PDF. */
export const savePdf = async (print: Calls['print/pdf']['takes'], done = savedIn): Promise<boolean> =>
  told(await bridge.call('print/pdf', print), done);

/** Shows a file that was just saved in its folder, or says that it is gone. */
export async function showFile(path: string): Promise<void> {
  const shown = await bridge.call('program/show-file', { path });
  if (!shown.ok) toast(text('export.gone', { path }), { tone: 'late' });
}
