import { text } from '../../../text/text.ts';

/** The pages of Aruba that a purchase begins at: first pages only, no address opens a cart (rule K). */
export const arubaHosts = [
  'fatturazioneelettronica.aruba.it',
  'areaclienti.pec.it',
  'pagamenti.aruba.it',
  'www.pec.it',
] as const;

/** Opens a page of Aruba in the person's own browser. */
export function OutsideLink({ host }: { readonly host: (typeof arubaHosts)[number] }) {
  return (
    <a className="button plain" href={`https://${host}/`} target="_blank" rel="noreferrer">
      {text('purchase-step.open-host', { host })}
    </a>
  );
}
