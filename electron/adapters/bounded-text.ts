/**
 * The body of an answer as text. Bytes are counted after unpacking, so a small packed body cannot become a
 * huge one. Undefined if there are more than `mostBytes`: the rest is not read, and the connection is
 * closed.
 */
export async function boundedText({ body }: Response, mostBytes: number): Promise<string | undefined> {
  if (body === null) return '';
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  // Leaving the loop cancels the stream, which closes the connection.
  for await (const chunk of body) {
    bytes += chunk.length;
    if (bytes > mostBytes) return undefined;
    chunks.push(chunk);
  }
  return new TextDecoder().decode(Buffer.concat(chunks));
}
