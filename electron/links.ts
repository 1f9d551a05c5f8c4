// Links of the form allinea://servizio/ID, ordine/NUMBER, preventivo/ID. They come from mails and notes, so
// they only show a screen: none of them changes anything.
import { app } from 'electron';
import type { OpenTarget } from '../core/bridge/open-target.ts';
import type { OrderNumber, QuoteId, ServiceId } from '../core/kernel/id.ts';

const scheme = 'allinea';
const form = /^allinea:\/\/(servizio|ordine|preventivo)\/([\w.-]{1,80})\/?$/;

/** The screen of a link. Undefined if it is none of ours. */
export function targetOf(link: string): OpenTarget | undefined {
  const [, kind, id = ''] = form.exec(link) ?? [];
  switch (kind) {
    case 'servizio':
      return { screen: 'service', serviceId: id as ServiceId };
    case 'ordine':
      return { screen: 'orders', orderId: id as OrderNumber };
    case 'preventivo':
      return { screen: 'quotes', quoteId: id as QuoteId };
    default:
      return undefined;
  }
}

/**
 * Opens the link that started the program, and those that follow. The returned function says that a window
 * can show them; until then the last one waits.
 */
export function followLinks(open: (target: OpenTarget) => void, words: readonly string[]): () => void {
  let ready = false;
  let waiting: OpenTarget | undefined;
  const follow = (link: string | undefined): void => {
    const target = link === undefined ? undefined : targetOf(link);
    if (target === undefined) return;
    if (ready) open(target);
    else waiting = target;
  };
  const linkIn = (given: readonly string[]): string | undefined =>
    given.find((word) => word.startsWith(`${scheme}:`));

  // An installed program alone may say that links are its own.
  if (app.isPackaged) app.setAsDefaultProtocolClient(scheme);
  // macOS tells an event, the others start the program once more.
  app.on('open-url', (event, link) => {
    event.preventDefault();
    follow(link);
  });
  app.on('second-instance', (_event, argv) => follow(linkIn(argv)));
  follow(linkIn(words));
  return () => {
    ready = true;
    if (waiting !== undefined) open(waiting);
    waiting = undefined;
  };
}
