import type { Purchase } from '../../../../core/purchases/fold.ts';

/** What each panel gets. `takesFocus`: the purchase has just gone on to this step. */
export interface StepProps {
  readonly purchase: Purchase;
  readonly takesFocus: boolean;
}
