import { usualMethod } from '../../core/desk/orders/usual-payer.ts';
import { planChoices } from '../../core/desk/plan/decide-plan.ts';
import type { Day } from '../../core/kernel/day.ts';
import type { Cart } from '../../core/orders/cart.ts';
import type { PaymentMethod } from '../../core/orders/payment.ts';
import type { PurchaseRecord } from '../../core/purchases/purchase.ts';
import { useDesk } from './desk.ts';
import { useUi } from './ui-store.ts';

type Method = readonly [PaymentMethod, (chosen: PaymentMethod) => void];

/** What was chosen for this one thing, else what is usual there: one choice is no other thing's default. */
function useChosen(key: string, usual: PaymentMethod | undefined): Method {
  const chosen = useUi((ui) => ui.methods[key]);
  return [
    chosen ?? usual ?? 'bank-transfer',
    (method) => useUi.setState(({ methods }) => ({ methods: { ...methods, [key]: method } })),
  ];
}

/** The payment method of a cart: the one chosen for it here, else that of the holder's last order. */
export function useMethod(cart: Cart): Method {
  return useChosen(
    cart.id,
    useDesk((desk) => usualMethod(desk.state, cart)),
  );
}

/** The same for a purchase in Aruba's pages. */
export function usePurchaseMethod({ id, revision }: Pick<PurchaseRecord, 'id' | 'revision'>): Method {
  return useChosen(
    id,
    useDesk((desk) => usualMethod(desk.state, revision.content)),
  );
}

/** The method of an ordering session: the one chosen for its day here, else that of the plan. */
export function useSessionMethod(day: Day): Method {
  return useChosen(
    `session ${day}`,
    useDesk(({ state }) => planChoices(state.workspace.planChoices.get('plan'), state.today).method),
  );
}
