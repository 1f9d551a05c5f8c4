import type { Ref } from 'react';
import type { BearerShare, ClientShare, PaidRenewal } from '../../../../core/desk/plan/recharge.ts';
import type { PlannedRenewal } from '../../../../core/desk/plan/renewal-plan.ts';
import type { AlignedLine } from '../../../../core/renewals/align.ts';
import { explainDocument, explainGross, explainRenewals } from '../../../../core/quotes/explain.ts';
import { Amount } from '../../../components/amount.tsx';
import { GroupButton } from '../../../components/group-button.tsx';
import { useDesk } from '../../../store/desk.ts';
import { go } from '../../../store/ui-store.ts';
import { countText, dayText, money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import type { RechargeLine } from './recharge-lines.ts';

/** Gives the lines whose amounts sum to the net of a renewal. */
export type LinesOf = (renewal: PlannedRenewal) => readonly AlignedLine[];

interface RowProps {
  /** Measures the row. */
  readonly ref: Ref<HTMLTableRowElement>;
  /** The place in the table, counted from 0 without the header. */
  readonly index: number;
}

export function LineRow({
  line,
  onToggle,
  linesOf,
  ...row
}: RowProps & {
  readonly line: RechargeLine;
  readonly onToggle: (key: string) => void;
  readonly linesOf: LinesOf;
}) {
  switch (line.kind) {
    case 'share':
      return <ShareRow share={line.share} {...row} />;
    case 'client':
      return <ClientRow client={line.client} open={line.open} onToggle={() => onToggle(line.key)} {...row} />;
    case 'renewal':
      return <RenewalRow paid={line.paid} linesOf={linesOf} {...row} />;
  }
}

/** A side and its sum: the sums of its clients. */
function ShareRow({ share, index, ref }: RowProps & { readonly share: BearerShare }) {
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2} className="group">
      <th scope="rowgroup" colSpan={2}>
        <span className="account-head">
          <strong>{text(`recharge.bearer-${share.bearer}`)}</strong>
          <small>{text('recharge.clients', { count: share.clients.length })}</small>
          <small>{text(`recharge.note-${share.bearer}`)}</small>
        </span>
      </th>
      <td className="num">{countText(share.renewals)}</td>
      <td className="num">{money(share.net)}</td>
      <td className="num">{money(share.vat)}</td>
      <td className="num strong">
        <Amount explanation={explainGross(share)} />
      </td>
    </tr>
  );
}

function ClientRow({
  client,
  open,
  onToggle,
  index,
  ref,
}: RowProps & {
  readonly client: ClientShare;
  readonly open: boolean;
  readonly onToggle: () => void;
}) {
  const parts = client.renewals.map(({ on, renewal: { holder, net, vat } }) => ({ on, holder, net, vat }));
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2}>
      <td>
        <GroupButton
          label={client.holder}
          open={open}
          onClick={onToggle}
          onKeyDown={({ key }) => {
            if (key === (open ? 'ArrowLeft' : 'ArrowRight')) onToggle();
          }}
        >
          {null}
        </GroupButton>
      </td>
      <td className="mono">{client.vatCode === '' ? '–' : client.vatCode}</td>
      <td className="num">{countText(client.renewals.length)}</td>
      <td className="num">
        <Amount explanation={explainRenewals('net', parts)} />
      </td>
      <td className="num">
        <Amount explanation={explainRenewals('vat', parts)} />
      </td>
      <td className="num strong">
        <Amount explanation={explainGross(client)} />
      </td>
    </tr>
  );
}

/** One renewal of an open client. Its amount opens the lines that it consists of. */
function RenewalRow({
  paid: { on, renewal },
  linesOf,
  index,
  ref,
}: RowProps & { readonly paid: PaidRenewal; readonly linesOf: LinesOf }) {
  const { serviceId, expiry, target } = renewal;
  const kind = useDesk((desk) => desk.state.replica.services.get(serviceId)?.kind);
  return (
    <tr ref={ref} data-index={index} aria-rowindex={index + 2} data-quiet="true">
      <td colSpan={3} className="recharge-renewal">
        <button type="button" className="link" onClick={() => go({ screen: 'service', serviceId })}>
          {text('recharge.renewal', {
            kind: kind === undefined ? '' : text(`kind.${kind}`),
            expiry: dayText(expiry),
            target: dayText(target),
            on: dayText(on),
          })}
        </button>
      </td>
      <td className="num">{money(renewal.net)}</td>
      <td className="num">{money(renewal.vat)}</td>
      <td className="num">
        <Amount explanation={explainDocument(linesOf(renewal), renewal)} />
      </td>
    </tr>
  );
}
