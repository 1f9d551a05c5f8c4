import { err, ok, type Result } from '../../kernel/result.ts';
import { openSigned } from '../../formats/signed/p7m.ts';
import { documentForm } from './document-form.ts';
import type { FileRefusal } from './received.ts';

/** Envelopes in one another: a signature of a signature happens, five do not. */
const mostEnvelopes = 4;

/** Opens envelopes until something else appears. */
export function openEnvelopes(name: string, bytes: Uint8Array): Result<Uint8Array, FileRefusal> {
  let inner = bytes;
  for (let depth = 0; depth <= mostEnvelopes; depth += 1) {
    // The name says `.p7m` of the outermost envelope only.
    if (documentForm(depth === 0 ? name : '', inner) !== 'signed') return ok(inner);
    if (depth === mostEnvelopes) break;
    const opened = openSigned(inner);
    if (!opened.ok) return opened;
    inner = opened.value;
  }
  return err({ reason: 'signed-too-often' });
}
