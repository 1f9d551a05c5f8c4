// Invoices and mails of Aruba for the browser tests: the studio is that of own-files.ts.
import { addDays, addMonths, type Day } from '../../core/kernel/day.ts';
import { sampleVatCode } from '../../electron/simulator/sample/sample-vat-code.ts';
import { invoiceBytes, mailBytes, zipOf } from '../support/invoice-files.ts';
import { berSigned } from '../support/signed-files.ts';

export interface Chosen {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const file = (name: string, bytes: Uint8Array): Chosen => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(bytes),
});

const studio = sampleVatCode('0123456051');
/** A client whose service was typed long ago, and its expiry then. */
export const bar = { holder: 'Bar Centrale', vatCode: sampleVatCode('0556677051') };
export const barExpiry = (today: Day): Day => addMonths(addDays(today, 40), 2);

const client = (index: number): string => sampleVatCode(`02${String(34_252_000 + index * 7)}`);

/** A month's invoice: a renewal, users of a client, what nobody knows, other products, a remark. */
export const monthly = (today: Day): Chosen => {
  const expiry = barExpiry(today);
  return file(
    'IT01879020517_nov26.xml.p7m',
    berSigned(
      invoiceBytes({
        bodies: [
          {
            number: 'VFE/2026/884',
            date: addDays(today, -2),
            lines: [
              {
                line: 1,
                text: `Rinnovo Fatturazione Elettronica 1 anno - ARUBA${bar.vatCode}`,
                quantity: '1.00',
                net: 2990,
                from: addDays(expiry, 1),
                to: addMonths(expiry, 12),
              },
              {
                line: 2,
                text: `Fatturazione Elettronica - Utenti aggiuntivi, P.IVA ${studio}`,
                quantity: '2.00',
                net: 980,
              },
              { line: 3, text: 'Canone annuale servizio 2026', quantity: '1.00', net: 1990 },
              { line: 4, text: 'Casella PEC Standard', quantity: '1.00', net: 500 },
              { line: 5, text: 'Rinnovo dominio studiomarchetti.it', quantity: '1.00', net: 999 },
              { line: 6, text: 'Riferimento ordine del mese', net: 0, unitPrice: '0.00' },
            ],
          },
        ],
      }),
      700,
    ),
  );
};

/**
 * A zip with a credit note of that invoice, metadata, and the invoice of somebody who sends through Aruba.
 */
export const archive = (today: Day): Chosen =>
  file(
    'dal-pannello.zip',
    zipOf({
      'IT01879020517_nc.xml': invoiceBytes({
        bodies: [
          {
            type: 'TD04',
            number: 'VNC/2026/12',
            date: addDays(today, -1),
            linked: [{ number: 'VFE/2026/884', date: addDays(today, -2) }],
            lines: [
              { line: 1, text: `Storno utenti aggiuntivi, P.IVA ${studio}`, quantity: '2.00', net: 980 },
            ],
          },
        ],
      }),
      'IT01879020517_nc_metaDato.xml': Buffer.from('<FileMetadati><a>1</a></FileMetadati>'),
      'IT01879020517_rossi.xml': invoiceBytes({
        supplier: { name: 'Rossi Forniture srl', vatCode: '02342520158' },
        bodies: [{ number: '7', date: today, lines: [{ line: 1, text: 'Carta', net: 1000 }] }],
      }),
    }),
  );

/** A renewal notice with a link that signs in, and an IBAN. */
export const notice = (today: Day): Chosen =>
  file(
    'rinnova.eml',
    mailBytes(
      {
        From: 'Aruba <comunicazioni@staff.aruba.it>',
        Subject: 'Rinnova il servizio Fatturazione Elettronica in scadenza',
        'Message-ID': '<rinnova.1@staff.aruba.it>',
        Date: 'Thu, 26 Nov 2026 09:00:00 +0100',
      },
      `Il servizio ARUBA${client(3)} scade il ${addMonths(today, 4).split('-').reverse().join('/')}\nRinnova ora: https://areaclienti.aruba.it/rinnova?token=S3cr3tT0ken\nImporto 36,48 euro, IBAN IT98O9999900000000000123456`,
    ),
  );

/** An invoice of an order: the users cost more than expected, and the extension is missing. */
export const ofOrder = (today: Day, orderNumber: string, net: number): Chosen =>
  file(
    'ordine.xml',
    invoiceBytes({
      bodies: [
        {
          number: 'VFE/2026/990',
          date: today,
          orders: [{ order: orderNumber, lines: [] }],
          lines: [{ line: 1, text: `Utenti aggiuntivi, P.IVA ${studio}`, quantity: '2.00', net }],
        },
      ],
    }),
  );

/** More lines than one sees at once, in many invoices. */
export const long = (today: Day): Chosen =>
  file(
    'anno.zip',
    zipOf(
      Object.fromEntries(
        Array.from({ length: 60 }, (_, index) => [
          `${index}.xml`,
          invoiceBytes({
            bodies: [
              {
                number: `L/${index}`,
                date: addDays(today, -index),
                lines: Array.from({ length: 20 }, (__, place) => ({
                  line: place + 1,
                  text: `Utente aggiuntivo ${place}`,
                  quantity: '1.00',
                  net: 490,
                })),
              },
            ],
          }),
        ]),
      ),
    ),
  );
