import type { BearerShare, ClientShare, PaidRenewal, Recharge } from '../../../../core/desk/plan/recharge.ts';

/** A line of the table: a side with its sum, a client of it, or a renewal of an open client. */
export type RechargeLine =
  | { readonly kind: 'share'; readonly key: string; readonly share: BearerShare }
  | { readonly kind: 'client'; readonly key: string; readonly client: ClientShare; readonly open: boolean }
  | { readonly kind: 'renewal'; readonly key: string; readonly paid: PaidRenewal };

/** The lines in their order. Only the clients in `opened` show their renewals. */
export const rechargeLines = ({ shares }: Recharge, opened: ReadonlySet<string>): readonly RechargeLine[] =>
  shares.flatMap((share): readonly RechargeLine[] => [
    { kind: 'share', key: share.bearer, share },
    ...share.clients.flatMap((client): readonly RechargeLine[] => {
      const key = `${share.bearer} ${client.key}`;
      const open = opened.has(key);
      return [
        { kind: 'client', key, client, open },
        ...(open ? client.renewals : []).map((paid): RechargeLine => ({
          kind: 'renewal',
          key: `${key} ${paid.renewal.id}`,
          paid,
        })),
      ];
    }),
  ]);
