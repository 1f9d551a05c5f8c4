import { inspect } from './inspect.ts';

const { text, code } = inspect(process.argv.slice(2));
process.stdout.write(`${text}\n`);
process.exitCode = code;
