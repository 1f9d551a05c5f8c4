import { useMemo } from 'react';
import { encode } from 'uqr';
import { qrPath } from '../../core/formats/paper/qr-path.ts';

/** A QR code with the empty margin that its standard requires. `label` describes it for screen readers. */
export function QrCode({
  value,
  label,
  size = 132,
}: {
  readonly value: string;
  readonly label: string;
  readonly size?: number;
}) {
  const { path, modules } = useMemo(() => {
    const { data, size: count } = encode(value, { ecc: 'M', border: 4 });
    return { path: qrPath(data), modules: count };
  }, [value]);
  return (
    <svg
      className="qr"
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${modules} ${modules}`}
      shapeRendering="crispEdges"
    >
      <rect width={modules} height={modules} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  );
}
