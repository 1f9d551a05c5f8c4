import { useState } from 'react';
import { cents } from '../../../../core/kernel/cents.ts';
import { isItemLine, type Line, type ReviewMail } from './lines.ts';
import { Button } from '../../../components/buttons.tsx';
import { Card } from '../../../components/surfaces.tsx';
import { useDesk } from '../../../store/desk.ts';
import { go } from '../../../store/ui-store.ts';
import { money } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';
import type { ServiceId } from '../../../../core/kernel/id.ts';
import type { KindAnswer } from './answers.ts';
import { KindQuestion, ServiceQuestion } from './line-questions.tsx';
import { invoiceTitle, kindText, periodText } from './line-words.ts';
import { mailSuggestions } from './mail-suggestions.ts';
import type { ReviewInvoice, ReviewLine } from './review.ts';
import type { OwnSupplier } from './use-received-files.ts';

/** Where the row that has the focus comes from, what it belongs to, and what it still asks. */
export function ReviewPanel({
  line,
  onKind,
  onService,
  onSupplier,
}: {
  readonly line: Line | undefined;
  readonly onKind: (line: ReviewLine, kind: KindAnswer) => void;
  readonly onService: (line: ReviewLine, id: ServiceId) => void;
  readonly onSupplier: (supplier: OwnSupplier) => void;
}) {
  if (isItemLine(line))
    return (
      <LinePanel
        key={line.line.key}
        invoice={line.invoice}
        line={line.line}
        onKind={(kind) => onKind(line.line, kind)}
        onService={(id) => onService(line.line, id)}
      />
    );
  if (line?.kind === 'mail' || line?.kind === 'finding') return <MailPanel mail={line.mail} />;
  if (line?.kind === 'invoice') return <InvoicePanel found={line.invoice} />;
  if (line?.kind === 'refused' && line.file.refusal.reason === 'other-supplier')
    return <SupplierPanel {...line.file.refusal} onSupplier={onSupplier} />;
  return (
    <Card>
      <p className="card-body muted">{text('invoice-import.panel-none')}</p>
    </Card>
  );
}

/** The supplier of a refused invoice: a person may know that it sells Aruba's services. */
function SupplierPanel({
  name,
  vatCode,
  onSupplier,
}: OwnSupplier & { readonly onSupplier: (supplier: OwnSupplier) => void }) {
  return (
    <Card title={name} aside={vatCode}>
      <div className="card-body stack">
        <p>{text('invoice-import.supplier-text')}</p>
        <Button onPress={() => onSupplier({ name, vatCode })}>{text('invoice-import.supplier-add')}</Button>
      </div>
    </Card>
  );
}

function InvoicePanel({ found: { invoice, source } }: { readonly found: ReviewInvoice }) {
  return (
    <Card title={invoiceTitle(invoice)} aside={invoice.documentType}>
      <ul className="source-list">
        <li>
          {text('invoices.supplier')}: <strong>{invoice.supplier.name}</strong>
          <small>{invoice.supplier.vatCode}</small>
        </li>
        <li>
          {text('invoices.customer')}: <strong>{invoice.customer.name}</strong>
          <small>{invoice.customer.vatCode || invoice.customer.taxCode}</small>
        </li>
        {invoice.total !== null && (
          <li>
            {text('invoices.total')}: <strong>{money(invoice.total)}</strong>
          </li>
        )}
        <li className="faint">{text('invoices.from-file', { source })}</li>
      </ul>
    </Card>
  );
}

function LinePanel({
  invoice,
  line,
  onKind,
  onService,
}: {
  readonly invoice: ReviewInvoice;
  readonly line: ReviewLine;
  readonly onKind: (kind: KindAnswer) => void;
  readonly onService: (id: ServiceId) => void;
}) {
  const { line: read } = line;
  return (
    <Card title={kindText(line)} aside={money(read.net)}>
      <ul className="source-list" aria-label={text('invoice-import.raw')}>
        <li>
          <strong>{read.text}</strong>
          <small>{text('invoice-import.source', { source: invoice.source, line: read.line })}</small>
        </li>
        {read.details.map((detail) => (
          <li key={`${detail.type} ${detail.text}`}>{text('invoice-import.detail', { ...detail })}</li>
        ))}
        {read.period !== null && <li>{periodText(read.period)}</li>}
        {read.holder !== null && <li>{text('invoice-import.holder', { code: read.holder.code })}</li>}
        <PurchaseOf line={line} />
        <Reverses line={line} />
      </ul>
      {!invoice.known && <WhatLine line={line} onKind={onKind} />}
      {!invoice.known && line.kind !== 'left-out' && <WhoseLine line={line} onService={onService} />}
    </Card>
  );
}

/**
 * What a line sells: the question, with the present answer, if the words do not decide it or a person said
 * something else; a way to ask it otherwise.
 */
function WhatLine({
  line,
  onKind,
}: {
  readonly line: ReviewLine;
  readonly onKind: (kind: KindAnswer) => void;
}) {
  const [changing, setChanging] = useState(false);
  const read = line.line.kind;
  const isDecided = read.what === 'item' && read.kind === line.kind;
  if (!isDecided || changing) return <KindQuestion line={line} onKind={onKind} />;
  return (
    <div className="card-body row">
      <span className="grow">
        {text('invoice-import.kind-by-words')} <strong>{text(`kind.${read.kind}`)}</strong>
      </span>
      <Button onPress={() => setChanging(true)}>{text('invoice-import.change-kind')}</Button>
    </div>
  );
}

/** The service of a line with a way to change it; the question if nobody knows it. */
function WhoseLine({
  line,
  onService,
}: {
  readonly line: ReviewLine;
  readonly onService: (id: ServiceId) => void;
}) {
  const [changing, setChanging] = useState(false);
  const { service } = line;
  if (service === null || changing) return <ServiceQuestion line={line} onService={onService} />;
  return (
    <div className="card-body row">
      <span className="grow">
        {text('invoice-import.col-service')}: <strong>{service.holder}</strong>{' '}
        <span className="faint">{text(`kind.${service.kind}`)}</span>
      </span>
      <Button onPress={() => setChanging(true)}>{text('invoice-import.change-service')}</Button>
    </div>
  );
}

function PurchaseOf({ line: { purchase } }: { readonly line: ReviewLine }) {
  if (purchase === null) return null;
  const { record, match } = purchase;
  return (
    <li>
      {text('invoice-import.of-purchase', { holder: record.holder })}
      {match.what === 'different' && (
        <small>
          {text('invoice-import.expected', {
            expected: money(cents(match.expected)),
            billed: money(cents(match.billed)),
          })}
        </small>
      )}
    </li>
  );
}

function Reverses({ line: { reverses } }: { readonly line: ReviewLine }) {
  if (reverses === undefined) return null;
  if (reverses === null) return <li>{text('invoice-import.reverses-nothing')}</li>;
  const number = reverses.invoice.split('/').slice(1, -1).join('/');
  return <li>{text('invoice-import.reverses', { line: reverses.line, invoice: number })}</li>;
}

/** What a mail may be about, and what is never taken from it. */
function MailPanel({ mail: { mail, source } }: { readonly mail: ReviewMail }) {
  const state = useDesk((desk) => desk.state);
  return (
    <Card title={text(`invoice-import.mail-kind-${mail.kind}`)} aside={text('invoice-import.mail-confirm')}>
      <ul className="source-list">
        {mail.sender !== '' && (
          <li>
            {text('invoice-import.mail-says-aruba', { sender: mail.sender })}
            {!mail.saysAruba && <small>{text('invoice-import.mail-not-aruba')}</small>}
          </li>
        )}
        <li className="faint">{text('invoices.from-file', { source })}</li>
        {mailSuggestions(mail, state).map(({ what, record }) => (
          <li key={record.id}>
            {text(`invoice-import.suggest-${what}`, { holder: record.holder })}{' '}
            <Button onPress={() => go({ screen: 'orders', orderId: record.id })}>
              {text('invoice-import.open-purchase')}
            </Button>
          </li>
        ))}
        {mail.ibans.length > 0 && (
          <li>{text('invoice-import.mail-iban', { ibans: mail.ibans.join(', ') })}</li>
        )}
        <li className="faint">{text('invoice-import.mail-links')}</li>
      </ul>
    </Card>
  );
}
