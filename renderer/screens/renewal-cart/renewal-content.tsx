import { useState } from 'react';
import type { Command } from '../../../core/desk/command.ts';
import { decide } from '../../../core/desk/decide.ts';
import type { Cart, RenewalSubject } from '../../../core/orders/cart.ts';
import type { Figures } from '../../../core/quotes/figures.ts';
import type { Service } from '../../../core/services/service.ts';
import { attempt } from '../../store/actions.ts';
import { useDesk } from '../../store/desk.ts';
import { toast } from '../../store/ui-store.ts';
import { refusalText } from '../../text/sentences.ts';
import { PanelAllows, PanelHelp } from './panel-help.tsx';
import { RenewalItems } from './renewal-items.tsx';
import { RenewalQuantities } from './renewal-quantities.tsx';
import { RenewalTerm } from './renewal-term.tsx';

/**
 * The renewal of one service: its years, its items, its number of users, and what must change in the panel
 * first (rules D3 to D5).
 */
export function RenewalContent({
  cart,
  subject,
  service,
  quote,
}: {
  readonly cart: Cart;
  readonly subject: RenewalSubject;
  readonly service: Service;
  readonly quote: Figures;
}) {
  const state = useDesk((desk) => desk.state);
  // The change that the panel's users prevented. Every render decides it again, until it is possible.
  const [refused, setRefused] = useState<Command | null>(null);
  const now = refused === null ? undefined : decide(state, refused, () => '', { at: 0, by: '', user: '' });

  async function change(command: Command): Promise<boolean> {
    const refusal = await attempt(command);
    setRefused(refusal?.reason === 'users-in-panel' ? command : null);
    if (refusal !== null && refusal.reason !== 'users-in-panel')
      toast(refusalText(refusal), { tone: 'late' });
    return refusal === null;
  }

  return (
    <>
      <RenewalTerm cart={cart} subject={subject} service={service} quote={quote} />
      <RenewalItems cart={cart} subject={subject} service={service} quote={quote} change={change} />
      <RenewalQuantities cart={cart} subject={subject} service={service} change={change} />
      {now?.ok === false && now.error.reason === 'users-in-panel' && (
        <PanelHelp service={service} refusal={now.error} onKeep={() => setRefused(null)} />
      )}
      {now?.ok === true && refused !== null && <PanelAllows command={refused} change={change} />}
    </>
  );
}
