interface Planted {
  readonly name: string;
  /**
   * Where it is searched: with the vendor and the network, in a folder alone, on several desks, or on those
   * of a studio whose servers exchange with a vendor.
   */
  readonly world?: 'network' | 'disk' | 'shared' | 'vendor';
  /** The search starts at this seed; 1 if left out. It is the first whose schedule runs in another way. */
  readonly firstSeed?: number;
  /** The invariant that must find it, in a schedule in which without that one nothing does. */
  readonly only?: string;
}

/** Mistakes that somebody could make. Some schedule must find each of them. */
export const allPlanted = [
  // Sending, answers and the outbox.
  { name: 'a new idempotency key at each try' },
  { name: 'a command leaves the outbox as soon as it is answered' },
  { name: 'a new key after a restart: sent twice', firstSeed: 22 },
  { name: 'an unknown outcome is taken for unsent', firstSeed: 60, only: 'an unknown outcome stays unknown' },
  {
    name: 'what was being sent is taken for unsent after a restart',
    firstSeed: 22,
    only: 'a restart keeps everything',
  },
  { name: 'an unknown outcome can be withdrawn', firstSeed: 15, only: 'withdrawn stays undone' },
  { name: '429 is taken for processed', firstSeed: 22 },
  { name: 'no pause after 429', firstSeed: 8, only: 'quiet after too many requests' },
  { name: 'no pause after 429 where somebody has asked meanwhile', firstSeed: 8 },
  { name: 'an unreadable 200 is taken for received, and removed' },
  { name: 'sent before it is saved', only: 'saved before sent' },
  { name: 'sent in the wrong order', firstSeed: 3, only: 'sent in order' },
  { name: 'two commands about one service at once', only: 'in turn about one service' },
  { name: 'a second order while one is open', firstSeed: 9, only: 'one open order a service' },
  { name: 'a token renewed for every request', only: 'tokens in turn' },
  { name: 'shown before it is saved', firstSeed: 13, only: 'saved before shown' },
  // Pulls, documents, seats, and a vendor that forgets.
  { name: 'the cursor goes back', only: 'the cursor goes forward' },
  { name: 'the cursor is saved before the rows' },
  { name: 'the outbox is cleared before the rows are saved' },
  { name: 'a refusal is dropped without a word' },
  {
    name: 'a refused user or switch is dropped without a word',
    only: 'nothing vanishes',
  },
  { name: 'an activation loses what its order does not touch', firstSeed: 587, only: 'never shortened' },
  { name: 'a pull stops at its first page', firstSeed: 16 },
  { name: 'the journal is emptied before the checkpoint is written', firstSeed: 19 },
  { name: 'the journal does not count' },
  { name: 'only one of the journal’s two files is read' },
  { name: 'the journal is replayed without its last entry' },
  { name: 'an order gives its seats twice', only: 'seats are given once' },
  { name: 'a vendor that does not remember keys', firstSeed: 14, only: 'exactly one effect' },
  // What one invariant alone can see.
  { name: 'the vendor places an order twice and removes one', only: 'at most one effect' },
  { name: 'the vendor charges a cent more than was confirmed', only: 'money agrees' },
  { name: 'an order is shown after its command has gone', only: 'no flicker' },
  { name: 'the vendor does not remember a deleted username', firstSeed: 2, only: 'panel users' },
  { name: 'the space of a service is not taken over', only: 'replicas converge' },
  {
    name: 'the screen is not told that something is being sent',
    firstSeed: 8,
    only: 'the screen is the host',
  },
  // A vendor that was restored from an older backup.
  { name: 'a forgotten order is not told', firstSeed: 24 },
  { name: 'a forgotten user is not told', firstSeed: 16, only: 'what is forgotten is told' },
  { name: 'a forgotten switch is not told', firstSeed: 40, only: 'what is forgotten is told' },
  { name: 'a cancellation that was forgotten is no loss', firstSeed: 108 },
  { name: 'what was forgotten is sent again by itself', firstSeed: 16, only: 'keys never change' },
  { name: 'another past is read on from the old cursor', firstSeed: 40 },
  // Two desks on one cart.
  { name: 'a merge takes mine', firstSeed: 390 },
  { name: 'a merge takes theirs', firstSeed: 40, only: 'edits survive' },
  { name: 'If-Match left out by the client', firstSeed: 2, only: 'carts converge' },
  { name: 'If-Match ignored by the vendor', firstSeed: 1865 },
  { name: 'a cart is sent before its key is saved', firstSeed: 2 },
  { name: 'a conflict is ordered', firstSeed: 390, only: 'no order in conflict' },
  // Files, and who may write them.
  { name: 'a line of the journal is not synced', world: 'disk', firstSeed: 578 },
  { name: 'the name of a new journal is not synced', world: 'disk', firstSeed: 834 },
  { name: 'a journal that is set aside is deleted', world: 'disk', only: 'what is set aside is kept' },
  { name: 'a damaged document is overwritten', world: 'disk' },
  { name: 'the end of the journal is not kept', world: 'disk' },
  { name: 'the end is kept only in the folder itself', world: 'disk', firstSeed: 13 },
  { name: 'the kept end of the journal is not compared', world: 'disk' },
  { name: 'the sum of a document is not checked', world: 'disk' },
  { name: 'the sum of a line is not checked', world: 'disk', firstSeed: 586, only: 'nothing from nowhere' },
  { name: 'lines after a gap are applied', world: 'disk', firstSeed: 16 },
  { name: 'somebody is there twice after a crash', world: 'disk', only: 'nothing doubled' },
  { name: 'what is missing is not told', world: 'disk', only: 'nothing confirmed is lost without a word' },
  { name: 'a checkpoint does not keep the sums before its own', world: 'disk', firstSeed: 700_005_879 },
  { name: 'another history with the same numbers is taken for this one', world: 'disk', firstSeed: 921 },
  { name: 'a disk that takes nothing is not told', world: 'disk', only: 'a disk that takes nothing is told' },
  { name: 'a disk that works again is not tried', world: 'disk', only: 'it heals by itself' },
  {
    name: 'a line that cannot be read ends the start',
    world: 'disk',
    firstSeed: 35,
    only: 'it always starts',
  },
  {
    name: 'a readable document that somebody put there is overwritten',
    world: 'disk',
    firstSeed: 2200,
    only: 'nothing readable is overwritten',
  },
  { name: 'a repair is told at every start', world: 'disk', only: 'nothing is told for ever' },
  {
    name: 'a command after a trouble is answered and not written',
    world: 'disk',
    only: 'it goes on',
  },
  { name: 'a command that cannot be written is thrown', world: 'disk', only: 'nothing is thrown' },
  // Several desks and one server.
  { name: 'the server answers although nothing was committed', world: 'shared', firstSeed: 2 },
  { name: 'a command that comes twice is decided twice', world: 'shared' },
  { name: 'a server does not look at what another one wrote', world: 'shared', firstSeed: 9 },
  { name: 'new things are named by counting', world: 'shared', only: 'a serial replay gives the same' },
  { name: 'undo does not look at later changes', world: 'shared', firstSeed: 393 },
  { name: 'a pull counts before its last page', world: 'shared' },
  { name: 'another past of the server is not noticed', world: 'shared', firstSeed: 33 },
  {
    name: 'what the server took is not kept until a backup',
    world: 'shared',
    firstSeed: 33,
    only: 'nothing given is lost',
  },
  { name: 'a refused command is forgotten', world: 'shared', firstSeed: 9, only: 'what is refused is shown' },
  { name: 'a copied folder keeps its id', world: 'shared', firstSeed: 10 },
  { name: 'a news leaves out a row', world: 'shared', only: 'desks converge' },
  { name: 'a push brings rows without its own', world: 'shared' },
  { name: 'midnight moves what was given before', world: 'shared', only: 'a command keeps its day' },
  // Servers that exchange with a vendor.
  { name: 'the fence of a lease is not checked', world: 'vendor' },
  { name: 'a lease is taken from its holder', world: 'vendor', only: 'one holder at a time' },
  { name: 'a lease is taken without a higher fence', world: 'vendor', only: 'one holder at a time' },
  { name: 'a new key after the crash of a server', world: 'vendor', only: 'a key is made once' },
] as const satisfies readonly Planted[];

export type PlantedName = (typeof allPlanted)[number]['name'];

export const onlyOf = (planted: Planted): string | undefined => planted.only;

export const firstSeedOf = (planted: Planted): number => planted.firstSeed ?? 1;

export const worldOf = (planted: Planted): NonNullable<Planted['world']> => planted.world ?? 'network';
