// What is cut on the screen, in a small window or with large letters.
/**
 * Runs in the page. Finds what cannot be seen whole: an element that reaches out of the window or of the part
 * that shows it, a main part that scrolls sideways, and what overlaps: two elements of the top bar, a button
 * and the title.
 * Skips what scrolls sideways on purpose (the time line, the bars of months, the matrix, the days of the
 * renewals in a narrow window), text that ends in dots, and long input.
 */
export function cut(): readonly string[] {
  interface Frame {
    readonly from: number;
    readonly to: number;
    readonly hidden: boolean;
  }
  const found: string[] = [];
  const frames = new Map<Element, Frame>();
  /** What is seen of an element's content from left to right. It is asked for many elements of one parent. */
  function frameOf(around: Element | null): Frame {
    if (around === null) return { from: 0, to: window.innerWidth, hidden: false };
    const before = frames.get(around);
    if (before !== undefined) return before;
    let frame = frameOf(around.parentElement);
    if (getComputedStyle(around).overflowX !== 'visible') {
      const { left, right, width } = around.getBoundingClientRect();
      frame = {
        from: Math.max(frame.from, left),
        to: Math.min(frame.to, right),
        // The real input of a drawn control. Only the keyboard and screen readers use it.
        hidden: frame.hidden || width <= 1,
      };
    }
    frames.set(around, frame);
    return frame;
  }
  const named = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
  const days = '.renewals-table tr > :not(:first-child, :last-child), .renewals-table th[colspan]';
  const scrolls = `.timeline-scroll, .month-bars, .matrix, .scenarios${window.innerWidth < 1280 ? `, ${days}` : ''}`;
  const look =
    'button, button > span, a, input, select, textarea, td, th, h1, h2, p, dt, dd, label, ' +
    '.badge, .banner, .card';
  for (const element of document.querySelectorAll(look)) {
    if (!element.checkVisibility({ visibilityProperty: true }) || element.closest(scrolls) !== null) continue;
    if (element.closest('[data-react-aria-hidden], [aria-hidden="true"]') !== null) continue;
    const { left, right, width, height } = element.getBoundingClientRect();
    if (width <= 1) continue;
    if (element.matches('input[type="text"], input[type="password"]') && height < 24)
      found.push(`${named(element)}: only ${Math.round(height)} px high`);
    // A rule for text fields must not reach them. The track of a switch is wider.
    const drawn = 'input[type="checkbox"]:not([role="switch"]), input[type="radio"]';
    if (element.matches(drawn) && (Math.round(width) !== 16 || Math.round(height) !== 16))
      found.push(`${named(element)}: ${Math.round(width)} x ${Math.round(height)} px`);
    if (element.tagName === 'BUTTON' && element.scrollHeight > element.clientHeight + 1)
      found.push(`${named(element)}: ${element.scrollHeight - element.clientHeight} px too low`);
    const { from, to, hidden } = frameOf(element.parentElement);
    if (hidden) continue;
    const out = Math.max(from - left, right - to);
    if (out > 1) found.push(`${named(element)}: ${Math.round(out)} px out`);
    const { overflowX, textOverflow, display } = getComputedStyle(element);
    // The text of a flex box gets no dots.
    const dots = textOverflow === 'ellipsis' && !display.includes('flex');
    if (
      element.tagName !== 'INPUT' &&
      overflowX !== 'visible' &&
      !dots &&
      element.scrollWidth > element.clientWidth + 1
    )
      found.push(
        `${named(element)}: holds ${element.scrollWidth - element.clientWidth} px more than it shows`,
      );
  }
  const main = document.querySelector('main');
  if (main !== null && main.scrollWidth > main.clientWidth)
    found.push(`the main part scrolls ${main.scrollWidth - main.clientWidth} px sideways`);
  const overlap = (one: Element, other: Element): boolean => {
    const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
    return (
      Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
      Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1
    );
  };
  for (const title of document.querySelectorAll('.page-head h1, .page-head p'))
    for (const button of title.closest('.page-head')?.querySelectorAll('button, input') ?? [])
      if (button.checkVisibility() && overlap(title, button))
        found.push(`${named(button)} overlaps ${named(title)}`);
  const head = document.querySelector('.topbar')?.getBoundingClientRect();
  const bar = [...document.querySelectorAll('.topbar > *, .topbar-end > *')].filter((one) =>
    one.checkVisibility(),
  );
  for (const [index, one] of bar.entries()) {
    const { top, bottom } = one.getBoundingClientRect();
    if (head !== undefined && (top < head.top - 1 || bottom > head.bottom + 1))
      found.push(`${named(one)} is higher than the top bar`);
    for (const other of bar.slice(index + 1)) {
      if (one.contains(other) || other.contains(one)) continue;
      if (overlap(one, other)) found.push(`${named(one)} overlaps ${named(other)}`);
    }
  }
  return found;
}
