import type { FunctionComponent } from 'react';
import type { StepProps } from './step-props.ts';
import type { PurchaseStep } from '../purchase-steps.ts';
import { Active } from './active.tsx';
import { Compare } from './compare.tsx';
import { Compose } from './compose.tsx';
import { OpenPage } from './open-page.tsx';
import { OrderStep } from './order-step.tsx';
import { Pay } from './pay.tsx';
import { Prepare } from './prepare.tsx';
import { Users } from './users.tsx';

/** The panel of each step (rule K). */
export const stepPanels: { readonly [S in PurchaseStep]: FunctionComponent<StepProps> } = {
  prepare: Prepare,
  open: OpenPage,
  compose: Compose,
  compare: Compare,
  order: OrderStep,
  pay: Pay,
  active: Active,
  users: Users,
};
