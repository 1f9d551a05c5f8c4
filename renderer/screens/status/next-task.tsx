import { Button } from '../../components/buttons.tsx';
import { Banner } from '../../components/surfaces.tsx';
import { begin, forgetBegun, useBegunTask } from '../../store/begun-task.ts';
import { useUi } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { useOpenTasks } from './use-open-tasks.ts';

/** There the tasks are shown themselves, or the begun one is still under way. */
const without: ReadonlySet<string> = new Set(['status', 'cart', 'order-form']);

/** Offers the next task once the begun one is done. */
export function NextTask() {
  const begun = useBegunTask(({ id }) => id);
  const screen = useUi(({ route }) => route.screen);
  return begun === null || without.has(screen) ? null : <Offer begun={begun} />;
}

function Offer({ begun }: { readonly begun: string }) {
  const { tasks } = useOpenTasks();
  const next = tasks[0];
  if (next === undefined || tasks.some(({ id }) => id === begun)) return null;
  const { sentence, label } = next.words();
  return (
    <Banner
      tone="accent"
      title={text('home.next')}
      action={
        <div className="row">
          <Button
            aria-label={`${label}: ${sentence}`}
            onPress={() => {
              begin(next.id);
              next.run();
            }}
          >
            {label}
          </Button>
          <Button aria-label={text('home.next-later')} onPress={forgetBegun}>
            {text('home.later')}
          </Button>
        </div>
      }
    >
      {sentence}
    </Banner>
  );
}
