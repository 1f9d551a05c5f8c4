/**
 * Whether an answer failed because of too large a head: Node reads at most 16 KB and Electron 256 KB, and
 * then they end the connection.
 */
export const isTooMuchHead = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'UND_ERR_HEADERS_OVERFLOW') ||
    error.message === 'net::ERR_RESPONSE_HEADERS_TOO_BIG' ||
    isTooMuchHead(error.cause));
