/**
 * Failures before the request is sent: no name, no route, no listener, no TLS. After any other failure the
 * request may have been processed.
 */
const beforeSending =
  /^(ECONNREFUSED|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ENETDOWN|EADDRNOTAVAIL|UND_ERR_CONNECT_TIMEOUT|ERR_TLS_.*|CERT_.*|DEPTH_ZERO_.*|SELF_SIGNED_.*|UNABLE_TO_.*)$/;

/** The same in Electron's words: the code of Chromium's network is in the message. */
const beforeSendingInElectron =
  /^net::ERR_(?:CONNECTION_REFUSED|NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|INTERNET_DISCONNECTED|ADDRESS_UNREACHABLE|ADDRESS_INVALID|NETWORK_ACCESS_DENIED|PROXY_CONNECTION_FAILED|TUNNEL_CONNECTION_FAILED|CERT_\w+|SSL_VERSION_OR_CIPHER_MISMATCH)$/;

const codeOf = (error: unknown): string | undefined =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;

/**
 * Whether the request was surely not sent. If several addresses were tried, all of them must
 * have failed before sending.
 */
export function neverSent(error: unknown): boolean {
  if (error instanceof AggregateError) return error.errors.length > 0 && error.errors.every(neverSent);
  if (error instanceof Error && beforeSendingInElectron.test(error.message)) return true;
  const code = codeOf(error);
  if (code !== undefined) return beforeSending.test(code);
  return error instanceof Error && error.cause !== undefined && neverSent(error.cause);
}
