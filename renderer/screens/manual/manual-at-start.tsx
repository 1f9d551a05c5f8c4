import { Button } from '../../components/buttons.tsx';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { ManualScreen } from './manual-screen.tsx';

/** The manual before a studio is open, with the way back to the first page. */
export function ManualAtStart({ job }: { readonly job: string | null }) {
  return (
    <main className="manual-at-start">
      <div>
        <Button onPress={() => go({ screen: 'status' })}>{text('shell.back')}</Button>
      </div>
      <ManualScreen job={job} />
    </main>
  );
}
