import type { ReactNode } from 'react';

/** One of the few most important numbers of a screen. */
export function KeyFigure({
  label,
  help,
  figure,
  children,
}: {
  readonly label: string;
  /** Stands beside the label. */
  readonly help?: ReactNode;
  readonly figure: ReactNode;
  readonly children?: ReactNode;
}) {
  return (
    <div className="card key-figure" role="group" aria-label={label}>
      <div className="label">
        {label}
        {help}
      </div>
      <div className="figure">{figure}</div>
      <div className="muted">{children}</div>
    </div>
  );
}
