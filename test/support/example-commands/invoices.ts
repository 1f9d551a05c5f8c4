// A valid command of each type about invoices.

/** An invoice of one line, whose period says an expiry. */
const exampleInvoice = {
  source: 'novembre.zip › a.xml',
  supplier: { name: 'Aruba PEC S.p.A.', vatCode: '01879020517', taxCode: '01879020517' },
  customer: { name: 'Studio Marchetti', vatCode: '02342520158', taxCode: '' },
  documentType: 'TD01',
  role: 'invoice',
  number: 'VFE/2026/884',
  date: '2026-11-20',
  linked: [],
  total: 3648,
  doubts: [],
  lines: [
    {
      line: 1,
      text: 'Fatturazione Elettronica',
      kind: 'e-invoicing',
      type: null,
      quantity: 1,
      net: 2990,
      vatBasisPoints: 2200,
      period: { from: '2026-12-23', to: '2027-12-22' },
      holder: { by: 'panel-user', code: 'ARUBA02342520158' },
      order: '50012345',
      serviceId: 'fe-studio',
      purchase: null,
    },
  ],
  leftOut: 2,
  facts: [{ line: 1, serviceId: 'fe-studio', details: { expiry: '2027-12-22' } }],
};

export const invoiceExamples = [
  { type: 'invoice/record', invoices: [exampleInvoice], periodEnd: 'day-after' },
  {
    type: 'invoice/record',
    invoices: [],
    mails: [
      {
        serviceId: 'fe-studio',
        messageId: 'a@aruba.it',
        day: '2026-11-20',
        expiry: '2027-02-18',
        evidence: 'Scade il 18/02/2027',
      },
    ],
  },
  {
    type: 'invoice/record',
    invoices: [
      {
        ...exampleInvoice,
        number: 'VFE/2026/885',
        role: 'credit-note',
        documentType: 'TD04',
        total: null,
        linked: [{ number: 'VFE/2026/884', date: '2026-11-20' }],
        lines: [],
        facts: [],
      },
    ],
  },
  { type: 'invoice/forget', invoiceId: '01879020517/VFE/2026/884/2026-11-20' },
  { type: 'invoice/choose', choices: { periodEnd: 'same-day' } },
  { type: 'invoice/choose', choices: { suppliers: [{ name: 'Rossi srl', vatCode: '02342520158' }] } },
];
