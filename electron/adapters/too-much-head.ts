/**
 * Whether an answer failed because of too large a head: Node reads at most 16 KB and then ends the
 * connection.
 */
export const isTooMuchHead = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === 'UND_ERR_HEADERS_OVERFLOW') || isTooMuchHead(error.cause));
