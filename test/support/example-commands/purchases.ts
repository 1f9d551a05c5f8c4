// A valid command of each type about purchases in Aruba's pages, and who approves them.
import { key } from './key.ts';

export const purchaseExamples = [
  { type: 'approval/limit', limit: 50_000 },
  { type: 'approval/limit', limit: null },
  { type: 'approval/give', purchaseId: key },
  { type: 'purchase/prepare', cartId: 'service-fe-studio' },
  { type: 'purchase/prepare-batch', serviceIds: ['fe-studio'], batch: 'sessione 24/11/2026' },
  { type: 'purchase/happened', purchaseId: key, what: { kind: 'opened' } },
  {
    type: 'purchase/happened',
    purchaseId: key,
    what: {
      kind: 'compared',
      day: '2026-11-24',
      receipt: { extension: true, net: 5280, vat: 1162, gross: 6442, usersUntil: null, lines: [] },
      cause: null,
      note: '',
    },
  },
  {
    type: 'purchase/happened',
    purchaseId: key,
    what: { kind: 'ordered', day: '2026-11-24', orderNumber: 'OV 2026/118', method: 'bank-transfer' },
  },
  { type: 'purchase/activate', purchaseId: key, day: '2026-11-25', expiries: [], automaticRenewal: null },
  {
    type: 'purchase/activate',
    purchaseId: key,
    day: '2026-11-25',
    expiries: [],
    automaticRenewal: null,
    countings: { users: 'counted', modules: 'on-top' },
  },
  {
    type: 'purchase/correct',
    purchaseId: key,
    eventId: key,
    what: { kind: 'paid', day: '2026-11-24' },
    reason: 'giorno sbagliato',
  },
  { type: 'purchase/take-back', purchaseId: key, reason: 'segnato per errore' },
];
