import { text, type TextId } from '../../../text/text.ts';

export interface CountLine {
  readonly label: TextId;
  readonly count: number;
}

/** The numbers of a plan, one on each line. */
export function CountLines({ lines }: { readonly lines: readonly CountLine[] }) {
  return lines.map(({ label, count }) => (
    <div key={label} className="row spread">
      <span className="muted">{text(label)}</span>
      <strong>{count}</strong>
    </div>
  ));
}
