import { useMemo } from 'react';
import { useDesk } from '../../store/desk.ts';
import { purchaseWork, type PurchaseWork } from './purchase-steps.ts';

/** What is left to do of all purchases. */
export function usePurchaseWork(): PurchaseWork {
  const state = useDesk((desk) => desk.state);
  return useMemo(() => purchaseWork(state), [state]);
}
