import type { Tone } from '../../components/surfaces.tsx';
import { text } from '../../text/text.ts';
import type { RenewalRow } from './renewal-rows.ts';

/** The standing of a service's next renewal. The most urgent comes first. */
export const standings = ['grace', 'missed', 'soon', 'planned', 'ordered', 'automatic', 'later'] as const;
export type Standing = (typeof standings)[number];

export function renewalStandingOf({ phase, service, missed, session, ordered }: RenewalRow): Standing {
  if (ordered) return 'ordered';
  if (phase === 'grace') return 'grace';
  if (service.automaticRenewal) return 'automatic';
  if (missed) return 'missed';
  if (phase === 'late' || phase === 'renew-soon') return 'soon';
  return session === null ? 'later' : 'planned';
}

export const standingText = (standing: Standing): string => text(`renewal-plan.state-${standing}`);

export const standingTone: Readonly<Record<Standing, Tone>> = {
  grace: 'late',
  missed: 'late',
  soon: 'soon',
  planned: 'ok',
  ordered: 'accent',
  automatic: 'ok',
  later: 'wait',
};
