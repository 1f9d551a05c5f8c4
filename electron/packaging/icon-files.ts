// The containers of icons for Windows and macOS. Both take whole PNG files.

export interface IconImage {
  /** Pixels of one side. */
  readonly size: number;
  readonly png: Uint8Array;
}

/** The sizes that the three systems ask for. */
export const iconSizes = [16, 24, 32, 48, 64, 128, 256, 512, 1024] as const;

const icoSizes: ReadonlySet<number> = new Set([16, 24, 32, 48, 64, 128, 256]);

/** A Windows icon (.ico). */
export function icoOf(images: readonly IconImage[]): Uint8Array {
  const used = images.filter(({ size }) => icoSizes.has(size));
  const head = Buffer.alloc(6 + 16 * used.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(used.length, 4);
  let offset = head.length;
  for (const [index, { size, png }] of used.entries()) {
    const at = 6 + 16 * index;
    // Zero means 256.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(png.length, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += png.length;
  }
  return Buffer.concat([head, ...used.map(({ png }) => png)]);
}

/** Apple's names of the sizes. `@2x` images have names of their own. */
const icnsNames: readonly (readonly [string, number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['icp6', 64],
  ['ic12', 64],
  ['ic07', 128],
  ['ic08', 256],
  ['ic13', 256],
  ['ic09', 512],
  ['ic14', 512],
  ['ic10', 1024],
];

/** A macOS icon (.icns). */
export function icnsOf(images: readonly IconImage[]): Uint8Array {
  const parts = icnsNames.flatMap(([name, size]) => {
    const found = images.find((image) => image.size === size);
    if (found === undefined) return [];
    const head = Buffer.alloc(8);
    head.write(name, 0, 'latin1');
    head.writeUInt32BE(found.png.length + 8, 4);
    return [head, Buffer.from(found.png)];
  });
  const head = Buffer.alloc(8);
  head.write('icns', 0, 'latin1');
  head.writeUInt32BE(
    parts.reduce((sum, part) => sum + part.length, 8),
    4,
  );
  return Buffer.concat([head, ...parts]);
}
