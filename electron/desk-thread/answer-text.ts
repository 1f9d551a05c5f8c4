import { commandCallSchemas } from '../../core/bridge/command-schemas.ts';
import type { Calls } from '../../core/bridge/contract.ts';
import { parseText } from '../../core/kernel/parse.ts';
import { err } from '../../core/kernel/result.ts';
import type { Log } from '../../core/ports.ts';

type Submit = Calls['command/submit'];

/**
 * Reads a command that crossed as a text, checks it as every payload of a page is checked, and runs it. Its
 * answer crosses as a text, too.
 */
export async function answerText(
  text: string,
  run: (command: Submit['takes']) => Submit['gives'] | Promise<Submit['gives']>,
  log: Log,
): Promise<string> {
  const reading = parseText(commandCallSchemas['command/submit'], text);
  if (reading.ok) return JSON.stringify(await run(reading.value));
  log.error('call.bad-input', { call: 'command/submit', field: reading.error.field });
  return JSON.stringify(err(reading.error));
}
