import type { ItemKind } from '../../../core/catalog/item.ts';
import { addDays, addMonths, dayOfMonth, type Day } from '../../../core/kernel/day.ts';
import type { ItemId, ServiceId } from '../../../core/kernel/id.ts';
import type { PanelUser, Service, ServiceItem } from '../../../core/services/service.ts';
import { sampleVatCode } from './sample-vat-code.ts';

const gigabyteKB = 1_048_576;

interface Dated {
  readonly expiry: Day;
  readonly anchor: number;
}

const on = (expiry: Day): Dated => ({ expiry, anchor: dayOfMonth(expiry) });

/**
 * The first month end on or after `from` whose day of the month fits: a real 31st, or
 * one shortened to 28, 29 or 30.
 */
function monthEnd(from: Day, wanted: (day: number) => boolean): Dated {
  for (let months = 0; ; months += 1) {
    const expiry = addMonths(from, months, 31);
    if (expiry >= from && wanted(dayOfMonth(expiry))) return { expiry, anchor: 31 };
  }
}

type Bought = readonly [kind: ItemKind, quantity: number, dated: Dated];

function service(
  id: string,
  holder: string,
  vat: string,
  bought: readonly Bought[],
  rest: Partial<Pick<Service, 'state' | 'users' | 'automaticRenewal' | 'promotional'>> & {
    readonly used?: number;
  } = {},
): Service {
  const items = bought.map(([kind, quantity, { expiry, anchor }], index): ServiceItem => ({
    id: `${id}-${index + 1}` as ItemId,
    kind,
    quantity,
    expiry,
    anchor,
  }));
  const space =
    gigabyteKB * items.reduce((total, { kind, quantity }) => total + (kind === 'extra-gb' ? quantity : 0), 1);
  const code = sampleVatCode(vat);
  return {
    id: id as ServiceId,
    kind: id.startsWith('sr-') ? 'receive-only' : 'e-invoicing',
    holder,
    vatCode: code,
    panelUsername: `ARUBA${code}`,
    state: rest.state ?? 'active',
    items,
    users: rest.users ?? [],
    usedSpaceKB: Math.round(space * (rest.used ?? 0.12)),
    maxSpaceKB: space,
    automaticRenewal: rest.automaticRenewal ?? false,
    promotional: rest.promotional ?? false,
  };
}

const user = (username: string, email: string): PanelUser => ({
  username,
  email,
  permissions: ['read', 'create'],
});
const studioUser = (username: string, mailbox: string): PanelUser =>
  user(username, `${mailbox}@studiobianchi.example`);

/**
 * The studio's own service and those of its clients. All dates are relative to today. There are services near
 * their limit, in grace, waiting, aligned, scattered, at month ends (real and shortened), renewed
 * automatically and short of space. Both kinds and all modules occur.
 */
export function sampleServices(today: Day): readonly Service[] {
  const day = (offset: number): Dated => on(addDays(today, offset));
  const end31 = monthEnd(addDays(today, 120), (last) => last === 31);
  const shortened = monthEnd(addDays(today, 65), (last) => last < 31);
  return [
    service(
      'fe-studio',
      'Studio Bianchi e Associati',
      '0123456051',
      [
        ['e-invoicing', 1, day(111)],
        ['user', 3, day(111)],
        ['documents', 1, day(111)],
      ],
      {
        users: [
          studioUser('aferri01', 'a.ferri'),
          studioUser('mdeluca01', 'm.deluca'),
          studioUser('pgreco01', 'p.greco'),
        ],
        used: 0.34,
      },
    ),
    service(
      'fe-rossi',
      'Officine Rossi srl',
      '0234567051',
      [
        ['e-invoicing', 1, day(28)],
        ['user', 2, day(28)],
      ],
      {
        users: [
          user('lrossi01', 'l.rossi@officinerossi.example'),
          user('tbruno01', 't.bruno@officinerossi.example'),
        ],
        used: 0.41,
      },
    ),
    service(
      'fe-conti',
      'Farmacia Conti',
      '0345678042',
      [
        ['e-invoicing', 1, day(-22)],
        ['user', 3, day(-22)],
      ],
      {
        state: 'expired',
        users: [
          user('gconti01', 'g.conti@farmaciaconti.example'),
          user('mvilla01', 'm.villa@farmaciaconti.example'),
          user('erizzi01', 'e.rizzi@farmaciaconti.example'),
        ],
        used: 0.22,
      },
    ),
    service('fe-edil-marche', 'Edil Marche spa', '0456789042', [], { state: 'awaiting-payment', used: 0 }),
    service(
      'sr-verdi',
      'Agricola Verdi',
      '0567890054',
      [
        ['receive-only', 1, day(218)],
        ['user', 1, day(218)],
      ],
      {
        users: [user('fverdi01', 'f.verdi@agricolaverdi.example')],
        used: 0.05,
      },
    ),
    service('sr-bar-centrale', 'Bar Centrale', '0678901051', [['receive-only', 1, end31]], { used: 0.03 }),
    service(
      'fe-neri',
      'Studio Neri',
      '0789012033',
      [
        ['e-invoicing', 1, day(320)],
        ['user', 2, day(320)],
        ['user', 1, day(160)],
        ['collections', 1, day(320)],
      ],
      {
        users: [user('cneri001', 'c.neri@studioneri.example'), studioUser('slongo01', 's.longo')],
        used: 0.28,
      },
    ),
    service(
      'fe-serra',
      'Tipografia Serra',
      '0890123033',
      [
        ['e-invoicing', 1, shortened],
        ['user', 2, shortened],
        ['user', 1, end31],
      ],
      {
        users: [user('bserra01', 'b.serra@tipografiaserra.example')],
        used: 0.19,
      },
    ),
    service(
      'fe-lombardi',
      'Ceramiche Lombardi srl',
      '0901234017',
      [
        ['e-invoicing', 1, day(75)],
        ['user', 1, day(75)],
        ['documents', 1, day(75)],
        ['woocommerce', 1, day(190)],
      ],
      {
        users: [user('vlombardi01', 'v.lombardi@ceramichelombardi.example')],
        used: 0.47,
      },
    ),
    service(
      'fe-ferrara',
      'Autotrasporti Ferrara snc',
      '0112233038',
      [
        ['e-invoicing', 1, day(40)],
        ['user', 2, day(40)],
      ],
      {
        users: [
          user('nferrara01', 'n.ferrara@autoferrara.example'),
          user('dcosta01', 'd.costa@autoferrara.example'),
        ],
        automaticRenewal: true,
        used: 0.31,
      },
    ),
    service(
      'fe-sole',
      'Panificio Sole',
      '0223344008',
      [
        ['e-invoicing', 1, day(262)],
        ['user', 1, day(262)],
      ],
      { used: 0.78, promotional: true },
    ),
    service(
      'fe-adriatica',
      'Logistica Adriatica spa',
      '0334455042',
      [
        ['e-invoicing', 1, day(140)],
        ['user', 6, day(140)],
        ['user', 4, day(255)],
        ['user', 2, day(330)],
        ['documents', 1, day(140)],
        ['collections', 1, day(140)],
        ['orders-nso', 1, day(255)],
        ['extra-gb', 2, day(140)],
      ],
      {
        users: [
          ...['rmancini', 'spellegrini', 'ogatti01', 'ilombardo', 'ucaputo1', 'hmarini1', 'zferretti'].map(
            (username) => user(username, `${username.replace(/\d+$/, '')}@logisticaadriatica.example`),
          ),
          studioUser('tesposito01', 't.esposito'),
          studioUser('nesposito01', 'n.esposito'),
        ],
        used: 0.52,
      },
    ),
  ];
}
