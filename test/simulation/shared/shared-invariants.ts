/** What must hold on several desks with servers. */
export const sharedInvariants = [
  'it always starts',
  'nothing waits for ever',
  'desks converge',
  'the screen is the host',
  'nothing given is lost',
  'what is refused is shown',
  'one version, one command',
  'a serial replay gives the same',
  'no command breaks the program',
  'nothing is thrown',
] as const;

export type SharedInvariant = (typeof sharedInvariants)[number];
