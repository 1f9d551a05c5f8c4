import { useId, type ReactElement, type ReactNode } from 'react';

export type Tone = 'ok' | 'soon' | 'late' | 'wait' | 'accent';

/** Only the screen that is shown has the title of the page: React takes the `ref` of a hidden one away. */
function titleOfThePage(heading: HTMLElement | null): (() => void) | undefined {
  if (heading === null) return undefined;
  heading.id = 'page-title';
  return () => heading.removeAttribute('id');
}

/** A screen: its title, one sentence, its actions, then its content. `wide`: it uses a large window. */
export function Page({
  wide = false,
  title,
  lead,
  actions,
  children,
}: {
  readonly wide?: boolean;
  readonly title: string;
  readonly lead?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}) {
  return (
    <div className={wide ? 'page wide-page' : 'page'}>
      <div className="page-head">
        <div>
          <h1 tabIndex={-1} ref={titleOfThePage}>
            {title}
          </h1>
          {lead !== undefined && <p>{lead}</p>}
        </div>
        {actions !== undefined && <div className="row">{actions}</div>}
      </div>
      {children}
    </div>
  );
}

/**
 * A white card with a heading, which is also its name for screen readers. A heading that is more than a text
 * comes with its `name`. `aside` is shown to the right of the heading.
 */
export function Card({
  title,
  name,
  aside,
  children,
}: { readonly aside?: ReactNode; readonly children: ReactNode } & (
  | { readonly title?: string; readonly name?: undefined }
  | { readonly title: ReactElement; readonly name: string }
)) {
  const heading = useId();
  return (
    <section
      className="card"
      aria-label={name}
      aria-labelledby={typeof title === 'string' ? heading : undefined}
    >
      {title !== undefined && (
        <div className="card-head">
          {typeof title === 'string' ? <h2 id={heading}>{title}</h2> : title}
          {typeof aside === 'string' ? <small>{aside}</small> : aside}
        </div>
      )}
      {children}
    </section>
  );
}

/** A word in a coloured pill. The word carries the meaning; the colour only repeats it. */
export function Badge({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className="badge" data-tone={tone}>
      {children}
    </span>
  );
}

/** A bar beside a figure. The figure says the same in words. */
export function Meter({
  part,
  whole,
  full = false,
}: {
  readonly part: number;
  readonly whole: number;
  readonly full?: boolean;
}) {
  const share = whole > 0 ? Math.min(100, Math.round((part / whole) * 100)) : 0;
  return (
    <span className={`meter${full ? ' full' : ''}`} aria-hidden="true">
      <i style={{ width: `${share}%` }} />
    </span>
  );
}

export function Banner({
  tone,
  title,
  children,
  action,
}: {
  readonly tone: Tone;
  readonly title?: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="banner" data-tone={tone} role={tone === 'late' ? 'alert' : 'status'}>
      <div className="text">
        {title !== undefined && <strong>{title} </strong>}
        {children}
      </div>
      {action}
    </div>
  );
}

/** The content of an empty place. It says what will appear here and how to begin. */
export function Empty({
  title,
  children,
  action,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
}) {
  return (
    <div className="empty">
      <h2>{title}</h2>
      <p>{children}</p>
      {action}
    </div>
  );
}
