/**
 * The dark squares of a QR code as one SVG path; one square is one unit. Neighbours in a row
 * are drawn together, so the path is small enough for hundreds of codes on one document. Screen
 * and paper use the same path.
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
