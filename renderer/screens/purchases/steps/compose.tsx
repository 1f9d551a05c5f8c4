import { isServiceKind } from '../../../../core/catalog/item.ts';
import { figuresNow } from '../../../../core/purchases/expected.ts';
import type { Purchase } from '../../../../core/purchases/fold.ts';
import type { Day } from '../../../../core/kernel/day.ts';
import { reducibleKinds } from '../../../../core/renewals/reduce-groups.ts';
import { useDesk } from '../../../store/desk.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import { CopyButton } from './copied.tsx';
import { happen } from './happen.ts';
import { GoOn, StepCard } from './step-card.tsx';
import type { StepProps } from './step-props.ts';

interface Instruction {
  readonly say: string;
  /** What a button copies into Aruba's page; null if nothing is typed there. */
  readonly copy: string | null;
}

const say = (sentence: string, copy: string | null = null): Instruction => ({ say: sentence, copy });

/** What to do in Aruba's cart, in its order and words (domain.md 3). */
function instructions({ record }: Purchase, target: Day): readonly Instruction[] {
  const { content, service } = record.revision;
  const { subject, quantity, modules, conventionCode } = content;
  const list: Instruction[] = [];
  if (subject.kind !== 'add-users')
    list.push(say(text('purchase-step.compose-years', { years: subject.years })));
  if (quantity > 0)
    list.push(say(text('purchase-step.compose-quantity', { count: quantity }), String(quantity)));
  if (subject.kind === 'add-users')
    list.push(
      say(
        subject.extension
          ? text('purchase-step.compose-extension-yes', { day: dayText(target) })
          : text('purchase-step.compose-extension-no'),
      ),
    );
  for (const module of modules)
    list.push(say(text('purchase-step.compose-module', { module: text(`kind.${module}`) })));
  if (subject.kind === 'renewal') {
    for (const item of service?.items ?? [])
      if (subject.leftOut.includes(item.id) && !isServiceKind(item.kind))
        list.push(say(text('purchase-step.compose-left-out', { item: text(`kind.${item.kind}`) })));
    for (const kind of reducibleKinds) {
      const to = subject.reduceTo[kind];
      if (to !== undefined)
        list.push(
          say(text('purchase-step.compose-reduce', { kind: text(`kind.${kind}`), count: to }), String(to)),
        );
    }
  }
  if (conventionCode !== null)
    list.push(say(text('purchase-step.compose-convention', { code: conventionCode }), conventionCode));
  return list;
}

/** Step 3: quantity, extension, modules, with buttons that copy. */
export function Compose({ purchase, takesFocus }: StepProps) {
  const today = useDesk((desk) => desk.state.today);
  const figures = figuresNow(purchase, today);
  const target = figures.ok ? figures.value.target : purchase.record.revision.quote.target;
  return (
    <StepCard title={text('purchase-step.compose-title')} takesFocus={takesFocus}>
      <ul className="list">
        {instructions(purchase, target).map(({ say: sentence, copy }) => (
          <li key={sentence}>
            <span className="grow">{sentence}</span>
            {copy !== null && <CopyButton value={copy} />}
          </li>
        ))}
      </ul>
      <div className="row">
        <GoOn onPress={() => void happen(purchase, { kind: 'composed' })} />
      </div>
    </StepCard>
  );
}
