import type { Purchase } from '../../../core/purchases/fold.ts';
import { Icon } from '../../components/icon.tsx';
import { dayText } from '../../text/format.ts';
import { text } from '../../text/text.ts';
import { buysUsers, purchaseSteps, tickedBy, type PurchaseStep } from './purchase-steps.ts';
import { byWhen } from './purchase-words.ts';
import { usePurchaseWork } from './use-purchase-work.ts';

/** The steps that a purchase has: only one that buys users ends with creating them. */
const stepsOf = (purchase: Purchase): readonly PurchaseStep[] =>
  buysUsers(purchase) ? purchaseSteps : purchaseSteps.filter((step) => step !== 'users');

/** The steps on the left: what is done and by whom, what comes next. A click looks at a step again. */
export function Checklist({
  purchase,
  shown,
  onShow,
}: {
  readonly purchase: Purchase;
  readonly shown: PurchaseStep | null;
  readonly onShow: (step: PurchaseStep) => void;
}) {
  const { currentStep, usersLeft } = usePurchaseWork();
  const current = currentStep(purchase);
  const steps = stepsOf(purchase);
  const left = usersLeft(purchase).length;
  const people = purchase.record.personIds.length;

  function isDone(step: PurchaseStep): boolean {
    return step === 'users'
      ? purchase.state === 'active' && left === 0
      : tickedBy(purchase, step) !== undefined;
  }

  function hintOf(step: PurchaseStep): string {
    const tick = tickedBy(purchase, step);
    const { account } = purchase.record;
    if (step === 'users' && people > 0)
      return text('purchase.hint-users', {
        done: purchase.activated === null ? 0 : Math.max(0, people - left),
        count: people,
      });
    if (step === 'prepare' && account !== null) return text('purchase.hint-prepare', { account });
    if (step === 'pay' && purchase.registeredOn !== null)
      return text('purchase.hint-pay', { day: dayText(purchase.registeredOn) });
    if (tick !== undefined) return byWhen(tick);
    if (step === 'order') return text('purchase.hint-order');
    return step === 'active' ? text('purchase.hint-active') : '';
  }

  return (
    <nav className="card checklist" aria-label={text('purchase.steps')}>
      <ol>
        {steps.map((step, index) => (
          <li key={step}>
            <button
              type="button"
              aria-current={step === current ? 'step' : undefined}
              data-shown={step === shown}
              data-done={isDone(step)}
              onClick={() => onShow(step)}
            >
              <span className="checklist-mark">
                {isDone(step) ? <Icon name="check" size={12} /> : index + 1}
              </span>
              <span>
                {text(`purchase.step-${step}`)}
                <small>{hintOf(step)}</small>
              </span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
