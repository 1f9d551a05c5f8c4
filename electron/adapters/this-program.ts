// Which program this is: set by the build (program-hash.ts), absent where the sources are run as they are.
declare const allineaProgram: string | undefined;

export const thisProgram: string | undefined =
  typeof allineaProgram === 'undefined' ? undefined : allineaProgram;
