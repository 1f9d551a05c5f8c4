import type { ReactNode } from 'react';

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
    <div className="card key-figure" role="group" aria-label={label}>
      <div className="label">{label}</div>
      <div className="figure">{figure}</div>
      <div className="muted">{children}</div>
    </div>
  );
}
