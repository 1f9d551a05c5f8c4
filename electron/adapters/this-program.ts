// The version of this program. The build sets it (program-hash.ts). Undefined if the
// sources run without a build.
declare const allineaProgram: string | undefined;

export const thisProgram: string | undefined =
  typeof allineaProgram === 'undefined' ? undefined : allineaProgram;
