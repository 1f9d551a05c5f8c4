import type { ShownReading } from '../../../core/bridge/account.ts';
import { romeDay } from '../../../core/kernel/day.ts';
import { Banner, Card, Meter } from '../../components/surfaces.tsx';
import { clockTime, countText, dayText, gigabytes } from '../../text/format.ts';
import { text, type TextId } from '../../text/text.ts';
import { accountRefusalText } from './refusal-sentence.ts';

/** What can be read at all, and by whom. It stands beside the form and beside the answer. */
export function LimitsCard() {
  return (
    <Card title={text('from-aruba.limits')}>
      <div className="card-body stack">
        <p>{text('from-aruba.says')}</p>
        <p>{text('from-aruba.for-whom')}</p>
        <p className="muted">{text('from-aruba.pace')}</p>
      </div>
    </Card>
  );
}

/** What Aruba answered, with the time of the reading. A value that is missing is shown as not said. */
export function SaidCard({ reading: { info, at } }: { readonly reading: ShownReading }) {
  const unsaid = text('from-aruba.unsaid');
  const { expiry, usedSpaceKB, maxSpaceKB } = info;
  return (
    <Card
      title={text('from-aruba.said')}
      aside={text('from-aruba.read-at', { day: dayText(romeDay(at)), time: clockTime(at) })}
    >
      <dl className="facts card-body">
        <dt>{text('from-aruba.state')}</dt>
        <dd>
          {info.expired === null
            ? unsaid
            : text(info.expired ? 'from-aruba.expired' : 'from-aruba.not-expired')}
        </dd>
        <dt>{text('col.expiry')}</dt>
        <dd>
          {expiry === null ? unsaid : expiry.day === null ? expiry.text : dayText(expiry.day)}
          {expiry !== null && expiry.day !== expiry.text && (
            <small className="block faint">{text('from-aruba.as-written', { text: expiry.text })}</small>
          )}
        </dd>
        <dt>{text('from-aruba.space')}</dt>
        <dd>
          {usedSpaceKB === null && maxSpaceKB === null
            ? unsaid
            : text('from-aruba.space-of', {
                used: usedSpaceKB === null ? '?' : gigabytes(usedSpaceKB),
                max: maxSpaceKB === null ? '?' : gigabytes(maxSpaceKB),
              })}
          {usedSpaceKB !== null && maxSpaceKB !== null && (
            <Meter part={usedSpaceKB} whole={maxSpaceKB} full />
          )}
        </dd>
        <dt>{text('from-aruba.panel-user')}</dt>
        <dd className="mono">{info.username ?? unsaid}</dd>
        <dt>{text('from-aruba.vat-code')}</dt>
        <dd className="mono">{info.vatCode ?? unsaid}</dd>
        <dt>{text('from-aruba.tax-code')}</dt>
        <dd className="mono">{info.taxCode ?? unsaid}</dd>
        <dt>{text('from-aruba.description')}</dt>
        <dd>{info.description ?? unsaid}</dd>
      </dl>
    </Card>
  );
}

const knownStatuses: ReadonlySet<string> = new Set([
  'ACTIVE',
  'INACTIVE',
  'PENDING',
  'REQUESTED_FOR_ACTIVATION',
  'REQUESTED_FOR_DEACTIVATION',
]);

/** Aruba's word for a status in ours. A word that nobody has seen stays as it is. */
const statusText = (status: string): string =>
  knownStatuses.has(status) ? text(`from-aruba.status-${status}` as TextId) : status;

/** The VAT numbers of a Premium user: only to look at. */
export function HoldersCard({ list }: { readonly list: NonNullable<ShownReading['list']> }) {
  return (
    <Card title={text('from-aruba.list')} aside={countText(list.holders.length)}>
      <p className="card-body muted">{text('from-aruba.list-lead')}</p>
      {list.missing !== null && (
        <div className="card-body">
          <Banner tone="soon">
            {text('from-aruba.list-broken', { why: accountRefusalText(list.missing) })}
          </Banner>
        </div>
      )}
      {list.holders.length === 0 ? (
        list.missing === null && <p className="card-body">{text('from-aruba.list-empty')}</p>
      ) : (
        <table className="table dense">
          <thead>
            <tr>
              <th>{text('from-aruba.description')}</th>
              <th>{text('from-aruba.vat-code')}</th>
              <th className="num">{text('from-aruba.list-used')}</th>
              <th>{text('from-aruba.list-since')}</th>
              <th>{text('from-aruba.state')}</th>
            </tr>
          </thead>
          <tbody>
            {list.holders.map((holder, index) => (
              // The list never changes while it is shown.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={index}>
                <td className="strong">{holder.description ?? text('from-aruba.unsaid')}</td>
                <td className="mono">{holder.vatCode ?? text('from-aruba.unsaid')}</td>
                <td className="num">
                  {holder.usedSpaceKB === null
                    ? text('from-aruba.unsaid')
                    : text('register.gigabytes', { size: gigabytes(holder.usedSpaceKB) })}
                </td>
                <td>
                  {holder.created?.day == null
                    ? (holder.created?.text ?? text('from-aruba.unsaid'))
                    : dayText(holder.created.day)}
                </td>
                <td>{holder.status === null ? text('from-aruba.unsaid') : statusText(holder.status)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Card>
  );
}
