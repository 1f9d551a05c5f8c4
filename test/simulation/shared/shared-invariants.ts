/** What must hold on several desks with servers. */
export const sharedInvariants = [
  'it always starts',
  'nothing waits for ever',
  'desks converge',
  'the screen is the host',
  'nothing given is lost',
  'what is refused is shown',
  'one version, one command',
  'a command keeps its day',
  'a serial replay gives the same',
  'no command breaks the program',
  'exactly one order',
  'a key is made once',
  'one holder at a time',
  'the vendor is read forward',
  'the vendor is known',
  'nothing is thrown',
] as const;

export type SharedInvariant = (typeof sharedInvariants)[number];
