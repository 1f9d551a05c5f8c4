// The amounts to recharge as spreadsheet cells. The figures are those of the screen.
import type { Recharge } from '../../../../core/desk/plan/recharge.ts';
import type { XlsxCell } from '../../../../core/formats/spreadsheet/write-xlsx.ts';
import type { Cents } from '../../../../core/kernel/cents.ts';
import type { Service } from '../../../../core/services/service.ts';
import type { CellTable } from '../../../papers/cells.ts';
import { text } from '../../../text/text.ts';

const words = (value: string): XlsxCell => ({ text: value });

interface Amounts {
  readonly net: Cents;
  readonly vat: Cents;
  readonly gross: Cents;
}

const amounts = ({ net, vat, gross }: Amounts): readonly XlsxCell[] => [
  { amount: net },
  { amount: vat },
  { amount: gross },
];

const amountHeads = (): readonly string[] => [
  text('amount.net'),
  text('recharge.col-vat'),
  text('amount.total'),
];

const clientHeads = (): readonly string[] => [
  text('recharge.col-bearer'),
  text('recharge.col-client'),
  text('forecast.vat-code'),
];

/** One row for each client of each side, and a last row with the total. */
export const rechargeCells = (found: Recharge): CellTable => ({
  headers: [...clientHeads(), text('recharge.col-renewals'), ...amountHeads()],
  rows: [
    ...found.shares.flatMap(({ bearer, clients }) =>
      clients.map((client): readonly XlsxCell[] => [
        words(text(`recharge.bearer-${bearer}`)),
        words(client.holder),
        words(client.vatCode),
        { number: client.renewals.length },
        ...amounts(client),
      ]),
    ),
    [words(text('recharge.total')), null, null, { number: found.renewals }, ...amounts(found)],
  ],
});

/** One row for each renewal, with its service and days, and a last row with the total. */
export const renewalCells = (
  found: Recharge,
  services: ReadonlyMap<string, Pick<Service, 'kind'>>,
): CellTable => ({
  headers: [
    ...clientHeads(),
    text('col.service'),
    text('recharge.col-on'),
    text('renewal-plan.col-expiry'),
    text('session.new-expiry'),
    ...amountHeads(),
  ],
  rows: [
    ...found.shares.flatMap(({ bearer, clients }) =>
      clients.flatMap(({ vatCode, renewals }) =>
        renewals.map(({ on, renewal }): readonly XlsxCell[] => {
          const kind = services.get(renewal.serviceId)?.kind;
          return [
            words(text(`recharge.bearer-${bearer}`)),
            words(renewal.holder),
            words(vatCode),
            words(kind === undefined ? '' : text(`kind.${kind}`)),
            { day: on },
            { day: renewal.expiry },
            { day: renewal.target },
            ...amounts(renewal),
          ];
        }),
      ),
    ),
    [words(text('recharge.total')), null, null, null, null, null, null, ...amounts(found)],
  ],
});
