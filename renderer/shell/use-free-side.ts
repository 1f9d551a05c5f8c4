import { useLayoutEffect, type RefObject } from 'react';

/** How far the messages are from the edge of the window, in pixels. */
const edge = 20;

/**
 * The messages lie at the right, or at the left while they would cover a primary button there. Looks again
 * whenever the page changes or scrolls.
 */
export function useFreeSide(ref: RefObject<HTMLElement | null>, messages: readonly unknown[]): void {
  useLayoutEffect(() => {
    const box = ref.current;
    if (box === null || messages.length === 0) return undefined;
    let asked = 0;
    const look = (): void => {
      const { top, width } = box.getBoundingClientRect();
      const covers = [...document.querySelectorAll('[data-primary]')].some((button) => {
        if (button.closest('[data-resting]') !== null) return false;
        const { bottom, right } = button.getBoundingClientRect();
        return bottom > top && right > window.innerWidth - edge - width;
      });
      if (box.dataset['side'] !== (covers ? 'left' : 'right'))
        box.dataset['side'] = covers ? 'left' : 'right';
    };
    const soon = (): void => {
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(look);
    };
    look();
    const page = new MutationObserver(soon);
    page.observe(document.body, { childList: true, subtree: true });
    window.addEventListener('scroll', soon, true);
    window.addEventListener('resize', soon);
    return () => {
      cancelAnimationFrame(asked);
      page.disconnect();
      window.removeEventListener('scroll', soon, true);
      window.removeEventListener('resize', soon);
    };
  }, [ref, messages]);
}
