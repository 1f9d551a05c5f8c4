// A valid command of each type about orders, and about the prices and receipts behind them.
import { payer } from '../../electron/simulator/counter.ts';
import { priceList } from '../samples.ts';
import { key } from './key.ts';

export const orderExamples = [
  { type: 'price-list/put', list: { ...priceList, version: '2027' } },
  { type: 'price-list/remove', version: '2027' },
  {
    type: 'receipt/record',
    serviceId: 'fe-studio',
    quantity: 2,
    receipt: { extension: true, net: 5819, gross: null, usersUntil: '2027-11-24' },
  },
  { type: 'receipt/forget', id: key },
  {
    type: 'order/confirm',
    cartId: 'service-fe-studio',
    payer,
    method: 'blank-slip',
    clausesAccepted: true,
    shownGross: 7099,
  },
  { type: 'order/request-cancellation', orderNumber: '31904418' },
  { type: 'order/say-paid', orderNumber: '31904417', on: '2026-11-24' },
  { type: 'order/withdraw', key },
  { type: 'forgotten/send-again', id: `${key} order 31904418 ${key}` },
  { type: 'forgotten/let-go', id: `${key} cart service-fe-studio` },
];
