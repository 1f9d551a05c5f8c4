// The services of the sample office, looked after as those of a studio of one's own.
import type { ServiceId } from '../../core/kernel/id.ts';
import type { Arrangement, Arrangements } from '../../core/register/arrangement.ts';
import type { Service } from '../../core/services/service.ts';
import type { MutableState } from './sample-state.ts';

const accounts = ['b@aruba.it', 'a@aruba.it', null] as const;
const payers = ['firm', 'client', 'firm', null] as const;
const ways = ['own', 'client-buys', 'supervisore-360', 'premium', null] as const;
const caretakers = ['Maria Bassi', null] as const;

const byId = (a: Service, b: Service): number => (a.id < b.id ? -1 : 1);

/** Accounts, payers, access ways and caretakers in turn; the last of each is not said. */
export const arrangedOffice = (state: MutableState): Arrangements =>
  new Map(
    [...state.replica.services.values()].toSorted(byId).map(({ id }, index): [ServiceId, Arrangement] => [
      id,
      {
        account: accounts[index % 3] ?? null,
        payer: payers[index % 4] ?? null,
        access: ways[index % 5] ?? null,
        caretaker: caretakers[index % 2] ?? null,
      },
    ]),
  );
