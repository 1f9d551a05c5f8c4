import { useRef, useState } from 'react';
import type { Payer, PaymentMethod } from '../../../../core/orders/payment.ts';
import { bridge } from '../../../bridge.ts';
import { toast } from '../../../store/ui-store.ts';
import { refusalText } from '../../../text/sentences.ts';
import { text } from '../../../text/text.ts';
import type { SessionRow } from './session-rows.ts';

interface Progress {
  readonly done: number;
  readonly of: number;
}

interface SessionOrders {
  /** Null unless orders are being confirmed. */
  readonly progress: Progress | null;
  /** The sentences of the last run's refused carts. */
  readonly refused: readonly string[];
  readonly order: (
    ready: readonly SessionRow[],
    method: PaymentMethod,
    payerOf: (row: SessionRow) => Payer | undefined,
  ) => Promise<void>;
  /** Stops before the next cart. */
  readonly stop: () => void;
}

/**
 * Confirms carts one after the other. A refused cart does not stop the others.
 * `onDone` runs after the last cart.
 */
export function useSessionOrders(onDone: () => void): SessionOrders {
  const [progress, setProgress] = useState<Progress | null>(null);
  const [refused, setRefused] = useState<readonly string[]>([]);
  const stop = useRef(false);

  async function order(
    ready: readonly SessionRow[],
    method: PaymentMethod,
    payerOf: (row: SessionRow) => Payer | undefined,
  ): Promise<void> {
    stop.current = false;
    const problems: string[] = [];
    let placed = 0;
    for (const [index, row] of ready.entries()) {
      if (stop.current) break;
      setProgress({ done: index, of: ready.length });
      const payer = payerOf(row);
      if (row.cart === null || row.quote === null || payer === undefined) continue;
      const result = await bridge.call('command/submit', {
        type: 'order/confirm',
        cartId: row.cart.id,
        payer,
        method,
        clausesAccepted: true,
        shownGross: row.quote.gross,
      });
      if (result.ok) placed += 1;
      else problems.push(`${row.renewal.holder}: ${refusalText(result.error)}`);
    }
    setProgress(null);
    setRefused(problems);
    onDone();
    toast(text('session.placed', { count: placed }), { tone: problems.length > 0 ? 'late' : 'plain' });
  }

  return {
    progress,
    refused,
    order,
    stop() {
      stop.current = true;
    },
  };
}
