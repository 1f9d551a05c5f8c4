import type { ReactNode } from 'react';
import { Card } from './surfaces.tsx';

/** One of the few most important numbers of a screen. */
export function KeyFigure({
  label,
  figure,
  children,
}: {
  readonly label: string;
  readonly figure: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <Card className="key-figure">
      <div className="label">{label}</div>
      <div className="figure">{figure}</div>
      <div className="muted">{children}</div>
    </Card>
  );
}
