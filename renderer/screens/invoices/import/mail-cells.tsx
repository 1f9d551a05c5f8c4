import type { MailFinding } from '../../../../core/received/mail/mail.ts';
import { Badge } from '../../../components/surfaces.tsx';
import { useDesk } from '../../../store/desk.ts';
import { dayText, money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import type { Line, ReviewMail } from './lines.ts';
import { Tick, type LineActions } from './row-parts.tsx';
import { mailService } from './to-record.ts';

function findingText(finding: MailFinding): string {
  switch (finding.what) {
    case 'order':
      return text('invoice-import.finding-order', { value: finding.number });
    case 'amount':
      return text('invoice-import.finding-amount', { value: money(finding.amount) });
    case 'panel-user':
      return text('invoice-import.finding-panel-user', { value: finding.code });
    case 'day':
      return text('invoice-import.finding-day', { value: dayText(finding.day) });
  }
}

/** The head of a mail: its subject, its kind, its sender as a hint. */
export function MailCells({ mail: { mail } }: { readonly mail: ReviewMail }) {
  const subject = mail.subject === '' ? text('invoice-import.mail-no-subject') : mail.subject;
  return (
    <>
      <td />
      <th scope="rowgroup" colSpan={4} className="import-group">
        {text('invoice-import.mail', { subject })}{' '}
        <span className="muted">
          {[text(`invoice-import.mail-kind-${mail.kind}`), mail.day === null ? '' : dayText(mail.day)]
            .filter(Boolean)
            .join(', ')}
        </span>
      </th>
      <td>
        {mail.saysAruba ? (
          <Badge tone="soon">{text('invoice-import.mail-confirm')}</Badge>
        ) : (
          <Badge tone="late">{text('invoice-import.mail-not-aruba')}</Badge>
        )}
      </td>
    </>
  );
}

/** One thing that a mail says, beside the line that it was read from. */
export function FindingCells({
  line: { mail, finding },
  ...actions
}: { readonly line: Extract<Line, { kind: 'finding' }> } & LineActions) {
  const state = useDesk((desk) => desk.state);
  const service = finding.what === 'day' ? mailService(mail.mail, state) : null;
  const expiry = service === null ? '' : text('invoice-import.finding-expiry', { holder: service.holder });
  return (
    <>
      <td>{service !== null && <Tick name={`${findingText(finding)}, ${expiry}`} {...actions} />}</td>
      <td className="wrap">{finding.line}</td>
      <td>{findingText(finding)}</td>
      <td colSpan={2} className="muted">
        {expiry}
      </td>
      <td>
        <Badge tone="soon">{text('invoice-import.mail-confirm')}</Badge>
      </td>
    </>
  );
}
