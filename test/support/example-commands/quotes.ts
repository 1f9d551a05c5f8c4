// A valid command of each type about quotes.
import { key } from './key.ts';

/** Two hours of the firm's own work. */
const exampleFee = {
  description: 'Configurazione e formazione',
  unit: 'ore',
  hundredths: 200,
  unitPrice: 6000,
  vatBasisPoints: 2200,
};

export const quoteExamples = [
  { type: 'quote/new', source: { kind: 'cart', cartId: 'service-fe-studio' } },
  { type: 'quote/new', source: { kind: 'service', serviceId: 'fe-studio', what: 'renewal' } },
  { type: 'quote/new', source: { kind: 'quote', quoteId: key } },
  {
    type: 'quote/content',
    quoteId: key,
    content: {
      subject: { kind: 'add-users', serviceId: 'fe-studio', extension: true },
      quantity: 2,
      modules: ['documents'],
      conventionCode: null,
    },
  },
  { type: 'quote/change', quoteId: key, change: { what: 'quantity', quantity: 3 } },
  {
    type: 'quote/change',
    quoteId: key,
    cartId: 'service-fe-studio',
    change: { what: 'extension', on: false },
  },
  { type: 'quote/change', quoteId: key, cartId: 'renewal-fe-rossi', change: { what: 'years', years: 2 } },
  { type: 'quote/change', quoteId: key, change: { what: 'module', module: 'documents', included: true } },
  {
    type: 'quote/details',
    quoteId: key,
    recipient: { name: 'Edil Marche spa', vatCode: '', lines: ['via Roma 1'] },
    validUntil: '2026-12-18',
    notes: '',
  },
  { type: 'quote/convention', quoteId: key, code: ' commercialisti ' },
  { type: 'quote/convention', quoteId: key, cartId: 'renewal-fe-rossi', code: 'COMMERCIALISTI' },
  { type: 'quote/add-service', quoteId: key, source: { kind: 'cart', cartId: 'service-fe-studio' } },
  {
    type: 'quote/add-service',
    quoteId: key,
    source: { kind: 'service', serviceId: 'fe-rossi', what: 'renewal' },
  },
  { type: 'quote/remove-service', quoteId: key, cartId: 'renewal-fe-rossi' },
  { type: 'quote/fee', quoteId: key, feeId: null, fee: exampleFee },
  { type: 'quote/fee', quoteId: key, feeId: key, fee: { ...exampleFee, unit: '', unitPrice: -2500 } },
  {
    type: 'quote/fee',
    quoteId: key,
    feeId: null,
    fee: { ...exampleFee, vatBasisPoints: 0, nature: 'N2.2' },
  },
  { type: 'quote/move-fee', quoteId: key, feeId: key, to: 1 },
  { type: 'quote/fund', quoteId: key, fund: { basisPoints: 400, vatBasisPoints: 2200 } },
  { type: 'quote/fund', quoteId: key, fund: { basisPoints: 400, vatBasisPoints: 0, nature: 'N2.2' } },
  { type: 'quote/fund', quoteId: key, fund: null },
  { type: 'quote/remove-fee', quoteId: key, feeId: key },
  { type: 'quote/words', quoteId: key, opening: 'Gentile cliente,', closing: '' },
  { type: 'quote/convention', quoteId: key, code: null },
  { type: 'quote/issue', quoteId: key, serial: 18 },
  { type: 'quote/issue', quoteId: key, serial: null },
  { type: 'quote/revise', quoteId: key, validUntil: '2026-12-18' },
  { type: 'quote/keep', quoteId: key, today: 6152 },
  { type: 'quote/accept', quoteId: key },
  { type: 'quote/withdraw', quoteId: key },
  { type: 'quote/discard', quoteId: key },
  { type: 'quote/to-cart', quoteId: key },
  { type: 'quote/to-cart', quoteId: key, cartId: 'renewal-fe-rossi' },
];
