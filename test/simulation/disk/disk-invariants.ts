/** What must hold in a folder alone. Each has a planted fault that nothing else finds. */
export const diskInvariants = [
  'it always starts',
  'nothing confirmed is lost without a word',
  'nothing doubled',
  'nothing from nowhere',
  'what is set aside is kept',
  'nothing readable is overwritten',
  'a disk that takes nothing is told',
  'it heals by itself',
  'it goes on',
  'nothing is told for ever',
  'nothing is thrown',
] as const;

export type DiskInvariant = (typeof diskInvariants)[number];
