// The version of this program. The build sets both (program-hash.ts). If the sources run without a build,
// nobody knows the program, and the version says so.
import type { Writer } from './envelope.ts';

declare const allineaProgram: string | undefined;
declare const allineaVersion: string | undefined;

export const thisWriter: Writer = {
  program: typeof allineaProgram === 'undefined' ? undefined : allineaProgram,
  version: typeof allineaVersion === 'undefined' ? 'sources' : allineaVersion,
};
