/**
 * The dark squares of a QR code as one SVG path, a unit a square, neighbours of a row in one piece: the same
 * for the screen and for
 * paper, small enough for hundreds on one document.
 */
export function qrPath(rows: readonly (readonly boolean[])[]): string {
  const pieces: string[] = [];
  for (const [y, row] of rows.entries()) {
    for (let x = 0; x < row.length; x += 1) {
      const from = x;
      while (row[x] === true) x += 1;
      if (x > from) pieces.push(`M${from} ${y}h${x - from}v1h${from - x}z`);
    }
  }
  return pieces.join('');
}
