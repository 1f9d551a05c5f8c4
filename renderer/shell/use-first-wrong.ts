import { useEffect } from 'react';

const wrong = '[aria-invalid="true"]';

/**
 * After a form was sent in vain the focus goes to its first wrong field, so that the next key corrects it. It
 * stays where it is if that field is wrong too.
 */
export function useFirstWrong(): void {
  useEffect(() => {
    function sent({ target }: SubmitEvent): void {
      if (!(target instanceof HTMLElement)) return;
      // The form says what is wrong after this event.
      requestAnimationFrame(() => {
        if (document.activeElement?.matches(wrong) !== true)
          target.querySelector<HTMLElement>(wrong)?.focus();
      });
    }
    document.addEventListener('submit', sent, true);
    return () => document.removeEventListener('submit', sent, true);
  }, []);
}
