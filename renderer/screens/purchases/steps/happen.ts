import type { Command } from '../../../../core/desk/command.ts';
import type { Purchase } from '../../../../core/purchases/fold.ts';
import { submit } from '../../../store/actions.ts';

export type Recordable = Extract<Command, { type: 'purchase/happened' }>['what'];

/** Records what happened. A refusal becomes a sentence at the edge. */
export const happen = (
  { record }: Purchase,
  what: Recordable,
  done?: { readonly text: string; readonly undo?: boolean },
): Promise<boolean> => submit({ type: 'purchase/happened', purchaseId: record.id, what }, done);
