import type { SharedStudio } from '../../core/desk/rows/shared-rows.ts';

const onThisComputer = /^https?:\/\/(?:127\.|localhost|\[::1\])/;

/** The addresses at which other computers reach the server. `here`: those of this computer. */
export async function serverAddresses(
  { address }: Pick<SharedStudio, 'address'>,
  here: () => Promise<readonly string[]>,
): Promise<readonly string[]> {
  const reached = onThisComputer.test(address) ? await here() : [];
  return reached.length > 0 ? reached : [address];
}
