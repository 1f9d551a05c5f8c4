import type { Day } from '../../../core/kernel/day.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import type { Fact } from '../../../core/register/fact.ts';
import { foldFacts, type Known } from '../../../core/register/fold.ts';
import { isStale } from '../../../core/register/freshness.ts';
import { text } from '../../text/text.ts';
import { sourceText } from './fact-words.ts';

/** The source of each service's expiry in words, with "da ricontrollare" if it is old (rule J4). */
export function expirySources(facts: Iterable<Fact>, today: Day): (serviceId: ServiceId) => string {
  const folded = foldFacts([...facts].filter(({ field }) => field === 'expiry'));
  return (serviceId) => {
    const known = folded.get(serviceId)?.known.expiry as Known | undefined;
    const newest = known?.facts[0];
    if (known === undefined || newest === undefined) return '';
    const stale = isStale(known, today) ? [text('register.to-recheck')] : [];
    return [sourceText(newest), ...stale].join(', ');
  };
}
