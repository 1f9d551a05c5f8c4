import { atMostOneEffect } from './invariants/at-most-one-effect.ts';
import { cartsConverge } from './invariants/carts-converge.ts';
import { cursorGoesForward } from './invariants/cursor-goes-forward.ts';
import { editsSurvive } from './invariants/edits-survive.ts';
import { exactlyOneEffect } from './invariants/exactly-one-effect.ts';
import { forgottenIsTold } from './invariants/forgotten-is-told.ts';
import { inTurnAboutOneService } from './invariants/in-turn-about-one-service.ts';
import { keysNeverChange } from './invariants/keys-never-change.ts';
import { moneyAgrees } from './invariants/money-agrees.ts';
import { neverShortened } from './invariants/never-shortened.ts';
import { noOrderInConflict } from './invariants/no-order-in-conflict.ts';
import { noFlicker } from './invariants/no-flicker.ts';
import { nothingVanishes } from './invariants/nothing-vanishes.ts';
import { oneOpenOrder } from './invariants/one-open-order.ts';
import { outboxGoesForward } from './invariants/outbox-goes-forward.ts';
import { quietAfterTooMany } from './invariants/quiet-after-too-many.ts';
import { replicasConverge } from './invariants/replicas-converge.ts';
import { restartKeeps } from './invariants/restart-keeps.ts';
import { savedBeforeSent } from './invariants/saved-before-sent.ts';
import { savedBeforeShown } from './invariants/saved-before-shown.ts';
import { screenIsTheHost } from './invariants/screen-is-the-host.ts';
import { seatsGivenOnce } from './invariants/seats-given-once.ts';
import { panelUsers } from './invariants/panel-users.ts';
import { sentInOrder } from './invariants/sent-in-order.ts';
import { tokensInTurn } from './invariants/tokens-in-turn.ts';
import { withdrawnStaysUndone } from './invariants/withdrawn-stays-undone.ts';

/** All invariants. They are checked whenever something happens, after every step and at the end. */
export const allInvariants = [
  atMostOneEffect,
  exactlyOneEffect,
  nothingVanishes,
  keysNeverChange,
  savedBeforeSent,
  savedBeforeShown,
  screenIsTheHost,
  restartKeeps,
  noFlicker,
  outboxGoesForward,
  withdrawnStaysUndone,
  oneOpenOrder,
  sentInOrder,
  inTurnAboutOneService,
  cursorGoesForward,
  replicasConverge,
  moneyAgrees,
  seatsGivenOnce,
  quietAfterTooMany,
  tokensInTurn,
  cartsConverge,
  editsSurvive,
  noOrderInConflict,
  panelUsers,
  neverShortened,
  forgottenIsTold,
];
