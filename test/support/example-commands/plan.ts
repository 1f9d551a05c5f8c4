// A valid command of each type about what is planned: seats and renewals.
import { defaultRenewalChoices } from '../../../core/desk/rows/renewal-choices.ts';

export const planExamples = [
  {
    type: 'seat/plan',
    wishes: [{ serviceId: 'fe-studio', personId: 'p-a-ferri', seat: true, permissions: ['read'] }],
    toCart: false,
  },
  { type: 'seat-rule/put', department: 'Paghe', serviceId: 'fe-studio', permissions: ['read'] },
  { type: 'seat-rule/remove', id: 'paghe/fe-studio' },
  {
    type: 'scenario/save',
    name: 'Più caro',
    choices: {
      ...defaultRenewalChoices,
      forced: ['2026-12-03'],
      increaseBasisPoints: 500,
      seats: -1,
      extendTo: '2027-03-31',
    },
  },
  { type: 'scenario/remove', id: 'più caro' },
  {
    type: 'view/save',
    name: 'Clienti di Anna',
    shown: {
      list: 'renewals',
      query: 'rossi',
      filter: 'soon',
      filters: { caretaker: 'anna', payer: '' },
      grouping: 'session',
      shape: 'table',
      zoom: 'weeks',
    },
  },
  { type: 'view/remove', id: 'renewals clienti di anna' },
  { type: 'plan/choose', choice: { method: 'card', noticeMonths: 4, horizonMonths: 36 } },
  { type: 'plan/choose', choice: {} },
  { type: 'plan/day', day: '2026-12-03', wish: 'forbidden' },
  { type: 'plan/day', day: '2026-12-03', wish: null },
];
