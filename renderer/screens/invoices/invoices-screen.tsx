import { FileButton } from '../../components/buttons.tsx';
import { Banner, Card, Page } from '../../components/surfaces.tsx';
import { useDesk } from '../../store/desk.ts';
import { text } from '../../text/text.ts';
import { Progress } from '../../components/progress.tsx';
import { useIncoming } from '../../components/use-incoming.ts';
import { ReviewView } from './import/review-view.tsx';
import { useReceivedFiles } from './import/use-received-files.ts';
import { InvoiceList } from './invoice-list.tsx';
import { OwnSuppliers } from './own-suppliers.tsx';

const accepted = [
  '.xml',
  '.p7m',
  '.zip',
  '.eml',
  'text/xml',
  'application/xml',
  'application/pkcs7-mime',
  'application/zip',
  'message/rfc822',
];

/** The invoices that arrived from Aruba: those that are recorded, and the files that are being reviewed. */
export function InvoicesScreen({ invoiceId }: { readonly invoiceId: string | null }) {
  const invoices = useDesk((desk) => desk.state.workspace.invoices);
  const open = useReceivedFiles();
  const over = useIncoming('invoices', (what) => {
    if (what.kind === 'files') open.take(what.files);
  });
  if (open.received !== null)
    return (
      <ReviewView
        key={open.number}
        received={open.received}
        onClose={open.close}
        onSupplier={(supplier) => void open.addSupplier(supplier)}
      />
    );
  const choose = (kind: 'primary' | 'plain') => (
    <FileButton several kind={kind} accepts={accepted} onSelect={open.take}>
      {text('invoice-import.choose')}
    </FileButton>
  );
  const progress = open.busy !== null && (
    <Progress
      label={text('import.reading', { name: open.busy.name })}
      share={open.busy.share}
      onStop={open.stop}
    />
  );
  const problem = open.problem !== null && <Banner tone="late">{open.problem}</Banner>;
  if (invoices.size === 0)
    return (
      <Page title={text('invoices.title')}>
        {progress}
        {problem}
        <Card title={text('invoices.empty-title')}>
          <div className="card-body stack">
            <p>{text('invoices.empty-text')}</p>
            <ul className="plain-points">
              {(['invoices.empty-1', 'invoices.empty-2', 'invoices.empty-3'] as const).map((id) => (
                <li key={id}>{text(id)}</li>
              ))}
            </ul>
            <div className="drop-zone" data-drop-target={over || undefined}>
              <p>{text('invoice-import.drop')}</p>
              {choose('primary')}
              <p className="faint">{text('invoice-import.hint')}</p>
            </div>
          </div>
        </Card>
        <OwnSuppliers />
      </Page>
    );
  return (
    <Page
      wide
      title={text('invoices.title')}
      lead={text('invoices.lead', { count: invoices.size })}
      actions={choose('primary')}
    >
      {progress}
      {problem}
      {over && (
        <div className="drop-zone" data-drop-target>
          <p>{text('invoice-import.drop')}</p>
        </div>
      )}
      <InvoiceList invoiceId={invoiceId} />
      <OwnSuppliers />
    </Page>
  );
}
