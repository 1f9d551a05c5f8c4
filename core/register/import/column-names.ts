import type { ModuleKind } from '../../catalog/item.ts';
import { headerKey, type NamedField } from '../../formats/spreadsheet/headers.ts';
import type { ListField } from '../fields.ts';

/**
 * What a column of a service list can be: a field of the register, an item with its quantity (if a row is an
 * item), the expiry of users, modules or space, or one module as yes or no.
 */
export type ServiceColumn =
  | ListField
  | ModuleKind
  | 'item'
  | 'quantity'
  | 'usersExpiry'
  | 'modulesExpiry'
  | 'spaceExpiry';

/**
 * Header names by column, letters and digits only, the surest name first. If a file has two headers for a
 * column, the one whose name comes first here wins.
 */
const names: Readonly<Record<ServiceColumn, string>> = {
  holder:
    'cliente ragionesociale denominazione intestatario azienda ditta nominativo societa nomecliente intestatarioservizio holder client customer companyname company name',
  vatCode:
    'partitaiva piva vat codiceiva numeropartitaiva partitaivacliente pivacliente partitaivacodicefiscale pivacodicefiscale pivacf cfpiva codicefiscalepartitaiva vatcode vatnumber vatid',
  taxCode: 'codicefiscale cf codfiscale codicefiscalecliente taxcode fiscalcode',
  kind: 'servizio tipo prodotto piano tiposervizio tipodiservizio tipologia service kind type product plan',
  item: 'voce articolo componente tipovoce item lineitem descrizione description',
  quantity: 'quantita qta quantity qty pezzi',
  expiry:
    'scadenza datascadenza scadeil datarinnovo validofinoal datadiscadenza scadenzaservizio scade finoal validofino expiry expirydate expires expirationdate validuntil renewaldate duedate',
  users:
    'utenti utentiaggiuntivi numeroutenti postazioni licenze nutenti numutenti numeroutentiaggiuntivi utentiacquistati utentinumero utentin utentiquantita utentiqta utentiaggiuntivinumero utentiaggiuntiviquantita users additionalusers numberofusers seats licenses',
  usersExpiry:
    'scadenzautenti scadenzautentiaggiuntivi datascadenzautenti utentiscadenza utentiaggiuntiviscadenza usersexpiry additionalusersexpiry',
  modules: 'moduli moduliaggiuntivi moduliattivi modules activemodules addons',
  modulesExpiry: 'scadenzamoduli datascadenzamoduli moduliscadenza modulesexpiry',
  documents: 'documenti modulodocumenti documents',
  collections:
    'incassiepagamenti incassipagamenti moduloincassiepagamenti incassi collections collectionsandpayments',
  'orders-nso':
    'ordinielettronicinso ordininso nso moduloordinielettronicinso ordinielettronici nsoorders electronicorders',
  woocommerce: 'woocommerce modulowoocommerce',
  space:
    'spazio gb spazioaggiuntivo gbaggiuntivi gbaggiuntivo spaziogb spazioaggiuntivogb space extraspace extragb storage',
  spaceExpiry: 'scadenzaspazio scadenzagb spazioscadenza gbscadenza spaceexpiry',
  account: 'account accountaruba loginaruba utenzaaruba arubaaccount arubalogin login',
  panelUsername:
    'usernamepannello username utentepannello nomeutentepannello utenzapannello nomeutente panelusername paneluser',
  automaticRenewal: 'rinnovoautomatico rinnovoauto automaticrenewal autorenewal autorenew',
  promotional: 'promozione inpromozione promo acquistatoinpromozione promotional onpromotion promotion',
  access: 'accesso modalitaaccesso modalitadiaccesso comesiaccede access accessway',
  payer: 'pagatoda chipaga acaricodi paga payer paidby whopays',
  caretaker: 'referente responsabile seguitoda assegnatoa incaricato caretaker lookedafterby owner',
  followed: 'seguito seguitodallostudio followed',
  note: 'note nota annotazioni osservazioni notes',
};

export const serviceColumns = Object.keys(names) as readonly ServiceColumn[];

const known = new Map(
  serviceColumns.flatMap((field) =>
    names[field].split(' ').map((name, rank) => [name, { field, rank }] as const),
  ),
);

/** Marks a header that was joined from two rows (see joinHeaders). */
export const joint = ' / ';

/** A name that only the lower row of a header says is less sure than any other. */
const lowerRowRank = 100;

/**
 * The column that a header names, in Italian or English. If the header was joined from two rows and no
 * column has the whole name, its lower row decides.
 */
export function columnNamed(header: string): NamedField<ServiceColumn> | undefined {
  const whole = known.get(headerKey(header));
  if (whole !== undefined || !header.includes(joint)) return whole;
  const lower = known.get(headerKey(header.slice(header.lastIndexOf(joint) + joint.length)));
  return lower && { field: lower.field, rank: lower.rank + lowerRowRank };
}
