import { arubaSuppliers, type Supplier } from '../../core/received/invoice/suppliers.ts';
import type { Invoice } from '../../core/received/invoice/invoice.ts';
import { readInvoiceXml, type InvoiceRefusal } from '../../core/received/invoice/read-invoice.ts';
import { readReceived } from '../../core/received/files/read-received.ts';
import type { Received } from '../../core/received/files/received.ts';
import type { Result } from '../../core/kernel/result.ts';
import { finish } from '../../core/kernel/steps.ts';
import { invoiceBytes, type MadeBody, type MadeInvoice, type MadeLine } from './invoice-files.ts';
import { openDecoder } from './open-decoder.ts';

/** Reads files by name, as an import does. */
export const received = (
  files: Readonly<Record<string, Uint8Array>>,
  suppliers: readonly Supplier[] = arubaSuppliers,
): Promise<Received> =>
  readReceived(
    Object.entries(files).map(([name, bytes]) => ({ name, bytes })),
    { openDecoder, suppliers },
    () => undefined,
  );

export const invoicesIn = (
  bytes: Uint8Array,
  suppliers: readonly Supplier[] = arubaSuppliers,
): Result<readonly Invoice[], InvoiceRefusal> => finish(readInvoiceXml(bytes, { openDecoder, suppliers }));

/** The first invoice of a file that must be readable. */
export function oneInvoice(made: MadeInvoice): Invoice {
  const read = invoicesIn(invoiceBytes(made));
  const invoice = read.ok ? read.value[0] : undefined;
  if (invoice === undefined) throw new Error(`No invoice: ${JSON.stringify(read)}`);
  return invoice;
}

export const oneLine: MadeLine = { line: 1, text: 'Utente aggiuntivo', quantity: '1.00', net: 490 };

/** An invoice with one body. */
export const madeOf = (body: Partial<MadeBody>, more: Partial<MadeInvoice> = {}): MadeInvoice => ({
  bodies: [{ number: '2026/1', date: '2026-11-02', lines: [oneLine], ...body }],
  ...more,
});
