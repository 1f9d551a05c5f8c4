import { useDeferredValue } from 'react';
import { memoInLanguage } from '../../../components/memo-in-language.tsx';
import { Button } from '../../../components/buttons.tsx';
import { Banner } from '../../../components/surfaces.tsx';
import { useDesk } from '../../../store/desk.ts';
import { openDialog } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { findDuplicates } from './find-duplicates.ts';

/**
 * Says that somebody may be in the list twice. The search compares all people, so it runs after the list has
 * been drawn.
 */
export const DuplicatesBanner = memoInLanguage(function DuplicatesBanner() {
  const state = useDesk((desk) => desk.state);
  const shown = useDeferredValue<typeof state | null>(state, null);
  const count = shown === null ? 0 : findDuplicates(shown).length;
  if (count === 0) return null;
  return (
    <Banner
      tone="accent"
      action={<Button onPress={() => openDialog({ kind: 'duplicates' })}>{text('duplicates.look')}</Button>}
    >
      {text('duplicates.banner', { count })}
    </Banner>
  );
});
