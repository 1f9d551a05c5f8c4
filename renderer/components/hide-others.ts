/** What says something aloud, and what lies above everything, as the small news do. */
const stays = '[data-live-announcer], [data-react-aria-top-layer]';

/**
 * Hides everything that is beside `above` from a screen reader. The returned function shows it again. What
 * comes later is above this one, and stays.
 */
export function hideOthers(above: Element): () => void {
  const hidden = [...document.body.children].filter(
    (other) => other !== above && !other.matches(stays) && !other.hasAttribute('aria-hidden'),
  );
  for (const other of hidden) other.setAttribute('aria-hidden', 'true');
  return () => {
    for (const other of hidden) other.removeAttribute('aria-hidden');
  };
}
