/**
 * The first element in sight that matches. Screens that were left stay in the page, hidden: what they hold
 * must neither be pressed nor take the focus.
 */
export const inSight = (selector: string, within: ParentNode = document): HTMLElement | undefined =>
  [...within.querySelectorAll<HTMLElement>(selector)].find((one) =>
    one.checkVisibility({ visibilityProperty: true }),
  );
