import { memoInLanguage } from '../../../components/memo-in-language.tsx';
import { Button } from '../../../components/buttons.tsx';
import { Banner } from '../../../components/surfaces.tsx';
import { useSteps } from '../../../components/use-steps.ts';
import { useDesk } from '../../../store/desk.ts';
import { openDialog } from '../../../store/ui-store.ts';
import { text } from '../../../text/text.ts';
import { beginDuplicates } from './find-duplicates.ts';

/**
 * Says that somebody may be in the list twice. The search compares all people, so it runs in steps after the
 * list has been drawn; meanwhile the banner stays as it was.
 */
export const DuplicatesBanner = memoInLanguage(function DuplicatesBanner() {
  const state = useDesk((desk) => desk.state);
  const count = useSteps(beginDuplicates(state)).value?.length ?? 0;
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
