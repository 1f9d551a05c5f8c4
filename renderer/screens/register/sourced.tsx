import type { ReactNode } from 'react';
import type { Field } from '../../../core/register/fields.ts';
import { isStale } from '../../../core/register/freshness.ts';
import type { Known } from '../../../core/register/fold.ts';
import type { ServiceId } from '../../../core/kernel/id.ts';
import { PopoverButton } from '../../components/popover-button.tsx';
import { Badge } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';
import { fieldText, sourceText, valueText } from './fact-words.ts';
import { useRegistered } from './use-registered.ts';

/**
 * A figure of the register that is also a button: a click or Enter shows its sources with their days
 * (rule J4). In a sample, where the vendor says the figures, it is plain text.
 */
export function Sourced({
  serviceId,
  field,
  label,
  children,
}: {
  readonly serviceId: ServiceId;
  readonly field: Field;
  /** The figure in words, for the button's name. */
  readonly label: string;
  readonly children: ReactNode;
}) {
  const simulated = useDesk((desk) => desk.simulated);
  if (simulated) return children;
  return (
    <PopoverButton
      className="amount"
      label={text('register.open-source', { field: fieldText(field), value: label })}
      title={text('register.source-of', { field: fieldText(field) })}
      renderContent={() => <Sources serviceId={serviceId} field={field} />}
    >
      {children}
    </PopoverButton>
  );
}

/** What is known of one field: each source that says so, and what disputes it. */
function Sources({ serviceId, field }: { readonly serviceId: ServiceId; readonly field: Field }) {
  const today = useDesk((desk) => desk.state.today);
  const { registered } = useRegistered(serviceId);
  const known = registered.known[field] as Known | undefined;
  const dispute = registered.disputes.find((one) => one.field === field);
  const facts = [...(dispute?.facts ?? []), ...(known?.facts ?? [])];
  if (facts.length === 0) return <p>{text('register.no-source')}</p>;
  return (
    <>
      {dispute !== undefined && <Badge tone="late">{text('register.to-verify')}</Badge>}
      {known !== undefined && isStale(known, today) && (
        <Badge tone="soon">{text('register.to-recheck')}</Badge>
      )}
      <ul className="plain-list">
        {facts.map((fact) => (
          <li key={fact.id}>
            <strong>{valueText(fact)}</strong>
            <small className="block faint">{sourceText(fact)}</small>
          </li>
        ))}
      </ul>
    </>
  );
}
