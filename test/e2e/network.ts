import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/**
 * `closed`: nobody listens. `html`: a maintenance page answers. `slow`: the request arrives at once, its
 * answer after 30 s.
 */
export type Fault = 'none' | 'closed' | 'html' | 'slow';

export interface Network {
  readonly address: string;
  fail(fault: Fault): Promise<void>;
  close(): Promise<void>;
}

const slowMs = 30_000;

/** A network to `target` on loopback. `fail` chooses how it fails. */
export async function openNetwork(target: string): Promise<Network> {
  let fault: Fault = 'none';
  const timers = new Set<NodeJS.Timeout>();
  const server = createServer((request, response) => {
    if (fault === 'html') {
      response
        .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
        .end(
          '<!DOCTYPE html><html lang="it"><title>Manutenzione</title><h1>Sito in manutenzione</h1></html>',
        );
      return;
    }
    const late = fault === 'slow';
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    request.on('end', () => {
      const headers = Object.fromEntries(
        Object.entries(request.headers).filter(
          ([name]) => !['host', 'connection', 'content-length'].includes(name),
        ),
      );
      const body = parts.length === 0 ? undefined : Buffer.concat(parts);
      void fetch(`${target}${request.url ?? ''}`, {
        method: request.method ?? 'GET',
        headers: headers as Record<string, string>,
        ...(body === undefined ? {} : { body }),
      }).then(async (answer) => {
        const text = await answer.text();
        const pass = (): void => answerWith(response, answer, text);
        if (late) timers.add(setTimeout(pass, slowMs));
        else pass();
      });
    });
  });
  await listen(server, 0);
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    async fail(next) {
      if (next === 'closed' && fault !== 'closed') await shut(server);
      if (next !== 'closed' && fault === 'closed') await listen(server, port);
      fault = next;
    },
    async close() {
      for (const timer of timers) clearTimeout(timer);
      if (fault !== 'closed') await shut(server);
    },
  };
}

function answerWith(response: ServerResponse, answer: Response, text: string): void {
  const headers = Object.fromEntries(
    [...answer.headers].filter(
      ([name]) => !['content-length', 'content-encoding', 'connection', 'transfer-encoding'].includes(name),
    ),
  );
  response.writeHead(answer.status, headers).end(text);
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));

const shut = (server: Server): Promise<void> =>
  new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
