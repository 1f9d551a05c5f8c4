/** Why a package could not be made, in one line. */
export function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  const host = /(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT)\s+([\w.-]+)/.exec(text)?.[1];
  if (host !== undefined) return `la rete non raggiunge ${host}, da cui vengono Electron e gli strumenti`;
  if (/fetch failed|ENOTFOUND|EAI_AGAIN|ECONNREFUSED|HTTP/i.test(text))
    return 'la rete non dà Electron o uno strumento';
  return text.split('\n')[0]?.slice(0, 200) ?? '';
}
