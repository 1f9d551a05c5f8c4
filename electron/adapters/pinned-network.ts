// The network to a server whose certificate is known by its fingerprint alone. Neither Electron's network nor
// Node's fetch can be told so. Nothing is sent before the certificate was compared.
import { createHash, timingSafeEqual } from 'node:crypto';
import { Agent, request as begin } from 'node:https';
import { isIP, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { connect } from 'node:tls';
import type { Ask } from './network.ts';

const connectMs = 10_000;

/** The certificate is not the one of the invitation: somebody else answers in the server's place. */
class OtherCertificate extends Error {
  readonly code = 'CERT_OTHER';
}

const isPinned = (certificate: Uint8Array | undefined, fingerprint: string): boolean => {
  const [known, seen] = [
    Buffer.from(fingerprint, 'base64url'),
    createHash('sha256')
      .update(certificate ?? '')
      .digest(),
  ];
  return known.length === seen.length && timingSafeEqual(known, seen);
};

/** An agent whose connections lead to this certificate only. */
function pinnedAgent(fingerprint: string): Agent {
  const agent = new Agent({ keepAlive: true, maxCachedSessions: 0 });
  agent.createConnection = (options, done) => {
    const { host, port } = options as { readonly host: string; readonly port: number };
    const socket = connect({
      host,
      port,
      ...(isIP(host) === 0 && { servername: host }),
      // Nobody vouches for the certificate. It is compared below instead.
      rejectUnauthorized: false,
      minVersion: 'TLSv1.2',
      timeout: connectMs,
    });
    const end = (error: Error): void => {
      socket.destroy();
      done?.(error, undefined as unknown as Socket);
    };
    socket.once('error', end);
    socket.once('timeout', () => end(Object.assign(new Error(), { code: 'UND_ERR_CONNECT_TIMEOUT' })));
    socket.once('secureConnect', () => {
      socket.removeAllListeners('timeout');
      socket.setTimeout(0);
      socket.off('error', end);
      if (isPinned(socket.getPeerX509Certificate()?.raw, fingerprint)) done?.(null, socket);
      else end(new OtherCertificate());
    });
    return undefined as unknown as Socket;
  };
  return agent;
}

/** Asks the server that has this certificate. Rejects before anything is sent if it is another one. */
export function pinnedNetwork(fingerprint: string): Ask {
  const agent = pinnedAgent(fingerprint);
  return (url, { method = 'GET', headers, body, signal }) =>
    new Promise((resolve, reject) => {
      const asked = begin(
        url,
        { agent, method, headers: { ...(headers as Record<string, string>) }, ...(signal && { signal }) },
        (answer) => {
          const status = answer.statusCode ?? 502;
          resolve(
            new Response(
              status === 204 || status === 304 ? null : (Readable.toWeb(answer) as ReadableStream),
              {
                status,
                headers: Object.entries(answer.headers).map(([name, value]): [string, string] => [
                  name,
                  String(value),
                ]),
              },
            ),
          );
        },
      );
      asked.once('error', reject);
      asked.end(typeof body === 'string' ? body : undefined);
    });
}
