/** What an XML file is that is no invoice, by its root element. */
export const otherXmlKinds = [
  'delivery-receipt',
  'rejection',
  'failed-delivery',
  'outcome',
  'deadline',
  'attestation',
  'metadata',
  'order',
  'feed',
  'page',
  'spreadsheet',
  'vat-communication',
  'other',
] as const;
export type OtherXmlKind = (typeof otherXmlKinds)[number];

const roots: Readonly<Record<string, OtherXmlKind>> = {
  RicevutaConsegna: 'delivery-receipt',
  postacert: 'delivery-receipt',
  RicevutaScarto: 'rejection',
  NotificaScarto: 'rejection',
  RicevutaImpossibilitaRecapito: 'failed-delivery',
  NotificaMancataConsegna: 'failed-delivery',
  NotificaEsito: 'outcome',
  NotificaEsitoCommittente: 'outcome',
  ScartoEsitoCommittente: 'outcome',
  NotificaDecorrenzaTermini: 'deadline',
  AttestazioneTrasmissioneFattura: 'attestation',
  MetadatiInvioFile: 'metadata',
  FileMetadati: 'metadata',
  Metadati: 'metadata',
  metadati: 'metadata',
  Order: 'order',
  OrderResponse: 'order',
  rss: 'feed',
  feed: 'feed',
  html: 'page',
  workbook: 'spreadsheet',
  Workbook: 'spreadsheet',
  DatiFattura: 'vat-communication',
  LiquidazionePeriodica: 'vat-communication',
  Fornitura: 'vat-communication',
};

/** What a file with this root element is. */
export const otherXmlKind = (root: string): OtherXmlKind =>
  Object.hasOwn(roots, root) ? (roots[root] ?? 'other') : 'other';

/**
 * The two letters by which the exchange system marks its messages in a file's name (`..._RC_001.xml`), and
 * the endings of metadata files. Undefined if the name is none of these.
 */
export function metadataName(path: string): OtherXmlKind | undefined {
  const name = path.split('/').at(-1) ?? '';
  if (/metadat[oi]|metadata/i.test(name)) return 'metadata';
  const mark = /^[A-Z]{2}[A-Z0-9]{1,28}_[A-Z0-9]{1,5}_([A-Z]{2})_\w{1,10}\.xml(?:\.p7m)?$/i.exec(name)?.[1];
  return mark === undefined ? undefined : messages[mark.toUpperCase()];
}

const messages: Readonly<Record<string, OtherXmlKind>> = {
  MT: 'metadata',
  RC: 'delivery-receipt',
  NS: 'rejection',
  MC: 'failed-delivery',
  NE: 'outcome',
  EC: 'outcome',
  SE: 'outcome',
  DT: 'deadline',
  AT: 'attestation',
};
