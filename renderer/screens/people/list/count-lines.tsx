import { text, type TextId } from '../../../text/text.ts';

export interface CountLine {
  readonly label: TextId;
  readonly count: number;
}

/** The numbers of a plan, one on each line. */
export function CountLines({ name, lines }: { readonly name: string; readonly lines: readonly CountLine[] }) {
  if (lines.length === 0) return null;
  return (
    <ul className="stack stack-small" aria-label={name}>
      {lines.map(({ label, count }) => (
        <li key={label} className="row spread">
          <span className="muted">{text(label)}</span>
          <strong>{count}</strong>
        </li>
      ))}
    </ul>
  );
}
