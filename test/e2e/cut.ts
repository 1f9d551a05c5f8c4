// What is cut on the screen, in a small window or with large letters.
/**
 * Runs in the page. Finds what cannot be seen whole: an element that reaches out of the window or of the part
 * that shows it, two elements of the top bar that overlap, a main part that scrolls sideways.
 * Skips what scrolls sideways on purpose (the time line, the bars of months, the matrix, the days of the
 * renewals in a narrow window), text that ends in dots, and long input.
 */
export function cut(): readonly string[] {
  const found: string[] = [];
  const named = (element: Element): string =>
    `${element.tagName.toLowerCase()}.${[...element.classList].join('.')} “${(element.textContent ?? '').trim().slice(0, 40)}”`;
  const days = '.renewals-table tr > :not(:first-child, :last-child), .renewals-table th[colspan]';
  const scrolls = `.timeline-scroll, .month-bars, .matrix, .scenarios${window.innerWidth < 1280 ? `, ${days}` : ''}`;
  const look = 'button, a, input, select, textarea, td, th, h1, h2, p, dt, dd, label, .badge, .banner, .card';
  for (const element of document.querySelectorAll(look)) {
    if (!element.checkVisibility() || element.closest(scrolls) !== null) continue;
    if (element.closest('[data-react-aria-hidden], [aria-hidden="true"]') !== null) continue;
    const { left, right, width } = element.getBoundingClientRect();
    if (width <= 1) continue;
    let [from, to] = [0, window.innerWidth];
    let hidden = false;
    for (let around = element.parentElement; around !== null; around = around.parentElement) {
      if (getComputedStyle(around).overflowX === 'visible') continue;
      const box = around.getBoundingClientRect();
      // The real input of a drawn control. Only the keyboard and screen readers use it.
      hidden ||= box.width <= 1;
      from = Math.max(from, box.left);
      to = Math.min(to, box.right);
    }
    if (hidden) continue;
    const out = Math.max(from - left, right - to);
    if (out > 1) found.push(`${named(element)}: ${Math.round(out)} px out`);
    const { overflowX, textOverflow } = getComputedStyle(element);
    if (
      element.tagName !== 'INPUT' &&
      overflowX !== 'visible' &&
      textOverflow !== 'ellipsis' &&
      element.scrollWidth > element.clientWidth + 1
    )
      found.push(
        `${named(element)}: holds ${element.scrollWidth - element.clientWidth} px more than it shows`,
      );
  }
  const main = document.querySelector('main');
  if (main !== null && main.scrollWidth > main.clientWidth)
    found.push(`the main part scrolls ${main.scrollWidth - main.clientWidth} px sideways`);
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
      const [a, b] = [one.getBoundingClientRect(), other.getBoundingClientRect()];
      if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1)
        found.push(`${named(one)} overlaps ${named(other)}`);
    }
  }
  return found;
}
