// Every request of a page is held and answered here, by Chromium's own protocol. Puppeteer's interception
// would encode each answer byte by byte.
import type { CDPSession, Page, Protocol } from 'puppeteer-core';
import { answerOf, pageOrigin } from './protocol.ts';

type Held = Protocol.Fetch.RequestPausedEvent;

/**
 * Answers the requests for the application. Any other address is blocked. If the whole page wants to go
 * there, `leaving` is called first.
 */
export async function answerRequests(page: Page, leaving: (url: string) => void): Promise<void> {
  const session = await page.createCDPSession();
  const { frameTree } = await session.send('Page.getFrameTree');
  const mainFrame = frameTree.frame.id;
  session.on('Fetch.requestPaused', (held) => {
    const leaves = held.resourceType === 'Document' && held.frameId === mainFrame;
    answer(session, held, leaves ? leaving : null)
      .catch(() => session.send('Fetch.failRequest', { requestId: held.requestId, errorReason: 'Failed' }))
      // The page may close during the request: then nobody waits for an answer.
      .catch(() => undefined);
  });
  await session.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
}

/** `leaving` is null for a request that does not lead the whole page elsewhere. */
async function answer(
  session: CDPSession,
  { requestId, request }: Held,
  leaving: ((url: string) => void) | null,
): Promise<void> {
  const block = (): Promise<void> =>
    session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
  if (new URL(request.url).origin === pageOrigin) {
    const response = await answerOf(request.url, request.method);
    if (response === null) return block();
    return session.send('Fetch.fulfillRequest', {
      requestId,
      responseCode: response.status,
      responseHeaders: [...response.headers].map(([name, value]) => ({ name, value })),
      body: Buffer.from(await response.arrayBuffer()).toString('base64'),
    });
  }
  if (leaving === null) return block();
  leaving(request.url);
  // 204 "No content" leaves the page as it is. A failure would replace it with Chromium's own error page.
  return session.send('Fetch.fulfillRequest', { requestId, responseCode: 204 });
}
