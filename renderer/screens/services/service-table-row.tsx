import type { Ref } from 'react';
import type { Day } from '../../../core/kernel/day.ts';
import { memoInLanguage } from '../../components/memo-in-language.tsx';
import { Meter } from '../../components/surfaces.tsx';
import { go } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { ManageAction } from './row-actions.tsx';
import { RowMark, type Lookers } from '../shared/row-mark.tsx';
import { Sourced } from '../register/sourced.tsx';
import { Expiry, expiryWords, serviceNote, ServiceState } from './service-parts.tsx';
import type { ServiceRow } from './service-rows.ts';

/** Renders only when its service, the day or the words change. */
export const ServiceTableRow = memoInLanguage(function ServiceTableRow({
  ref,
  row,
  index,
  today,
  below,
  lookers,
}: {
  /** Measures the row. Undefined: its height does not matter. */
  readonly ref: Ref<HTMLTableRowElement> | undefined;
  readonly row: ServiceRow;
  /** The place in the list, counted from 0 without the header. */
  readonly index: number;
  readonly today: Day;
  /** What is shown under the holder. Empty: nothing. */
  readonly below: string;
  /** Who looks at the service now. Undefined: nobody. */
  readonly lookers: Lookers | undefined;
}) {
  const { service, board, openOrder } = row;
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2}>
      <td className="strong nowrap">{text(`kind.${service.kind}`)}</td>
      <td className="nowrap">
        <button
          type="button"
          className="link plain"
          onClick={() => go({ screen: 'service', serviceId: service.id })}
        >
          {service.holder}
        </button>
        <RowMark lookers={lookers} />
        {below !== '' && <small className="block faint arranged">{below}</small>}
      </td>
      <td>
        <ServiceState service={service} today={today} />
      </td>
      <td>
        <Sourced serviceId={service.id} field="expiry" label={expiryWords(service, today)}>
          <Expiry service={service} today={today} />
        </Sourced>
      </td>
      <td className="nowrap">
        <span className="users-of">
          {text('services.users-of', { held: board.held, bought: board.bought })}
        </span>
        <Meter part={board.held} whole={board.bought} />
      </td>
      <td className="muted">{serviceNote(service, today, openOrder)}</td>
      <td className="actions">
        <ManageAction service={service} openOrder={openOrder} />
      </td>
    </tr>
  );
});
