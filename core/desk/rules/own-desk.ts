import { defaultOffPolicy } from '../../renewals/add-users.ts';
import { defaultMonthRule } from '../../renewals/months.ts';
import type { WorkspaceChange } from '../rows/state.ts';

/** The first rows of a studio of one's own: its name, and nothing that nobody has said yet (rule J2). */
export const ownDesk = (name: string): readonly WorkspaceChange[] => [
  {
    table: 'firm',
    id: 'firm',
    value: {
      id: 'firm',
      name,
      account: '',
      payer: {
        name,
        vatCode: '',
        address: '',
        postcode: '',
        municipality: '',
        province: '',
        email: '',
        eInvoiceAddress: '',
      },
      rule: defaultMonthRule,
      offPolicy: defaultOffPolicy,
      language: 'it',
      theme: 'system',
      studio: 'own',
    },
  },
];
