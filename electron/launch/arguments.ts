// Reads the command line and the environment in one place. Unknown words are ignored, because
// Chromium has its own switches.
import { isAbsolute, resolve } from 'node:path';
import { err, ok, type Result } from '../../core/kernel/result.ts';
import { readBackendAddress } from '../studios/backend-addresses.ts';

export interface Arguments {
  /** An absolute path. Null means the person's own folder for application data. */
  readonly dataFolder: string | null;
  /** Without a slash at the end. Null means the simulator inside the application. */
  readonly backendUrl: string | null;
  /** True if a packaged program was given an address and ignores it (safety S3). */
  readonly addressIgnored: boolean;
  readonly headless: boolean;
  /** The studio to open: its folder's name or its own name. Null: the one that was open last. */
  readonly studio: string | null;
  /** Whether the simulator inside the application limits requests for each minute, as Aruba does. */
  readonly limits: 'on' | 'off';
  /** Only for tests: the loopback port of DevTools. 0 takes any free port. */
  readonly testPort: number | null;
  /** Only for tests: the loopback address that is read instead of Aruba (rule L). */
  readonly testAccount: string | null;
}

export interface BadArgument {
  readonly reason: 'bad-argument';
  readonly name:
    | '--data'
    | '--studio'
    | '--backend'
    | '--headless'
    | '--limits'
    | '--test-port'
    | '--test-account';
  /** In Italian, because it is printed. */
  readonly problem: string;
}

/**
 * Reads `--data`, `--studio`, `--backend`, `--headless`, `--limits` and `--test-port`, or ALLINEA_DATA and
 * so on. The command line wins. `--test-account` comes from the command line alone. Refuses the first one
 * that makes no sense. A packaged program takes no address of a backend and nothing of a test: whoever starts
 * it could send the passwords elsewhere.
 */
export function readArguments(
  argv: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
  packaged = false,
): Result<Arguments, BadArgument> {
  const word = (name: BadArgument['name'], variable: string | null): string | undefined => {
    const given = argv.findLast((argument) => argument === name || argument.startsWith(`${name}=`));
    if (given !== undefined) return given.slice(name.length + 1);
    return variable === null ? undefined : env[variable];
  };

  const data = word('--data', 'ALLINEA_DATA');
  if (data === '' || data?.includes('\0'))
    return bad('--data', 'serve una cartella, per esempio --data=./dati');

  const studio = word('--studio', 'ALLINEA_STUDIO');
  if (studio === '') return bad('--studio', 'serve un nome, per esempio --studio=esempio');

  const backend = word('--backend', 'ALLINEA_BACKEND');
  const backendUrl = backend === undefined || packaged ? null : readBackendAddress(backend);
  if (backendUrl === undefined)
    return bad('--backend', 'serve un indirizzo https, oppure http su questo stesso computer');

  const headless = word('--headless', 'ALLINEA_HEADLESS');
  if (headless !== undefined && !['', '0', '1'].includes(headless))
    return bad('--headless', 'non vuole un valore');

  const limits = word('--limits', 'ALLINEA_LIMITS') ?? 'on';
  if (limits !== 'on' && limits !== 'off') return bad('--limits', 'può essere on oppure off');

  const port = word('--test-port', 'ALLINEA_TEST_PORT');
  if (port !== undefined && !(/^\d{1,5}$/.test(port) && Number(port) <= 65_535))
    return bad('--test-port', 'serve un numero da 0 a 65535');

  // Never from the environment: passwords would go to that address.
  const account = word('--test-account', null);
  if (account !== undefined && !isTestAddress(account))
    return bad('--test-account', 'serve un indirizzo di questo computer, per esempio http://127.0.0.1:8740');

  return ok({
    dataFolder: data === undefined ? null : isAbsolute(data) ? data : resolve(cwd, data),
    studio: studio ?? null,
    backendUrl,
    addressIgnored: packaged && (backend ?? account) !== undefined,
    headless: headless === '' || headless === '1',
    limits,
    testPort: packaged || port === undefined ? null : Number(port),
    testAccount: packaged ? null : (account ?? null),
  });
}

/** True for an address of this computer, by number and with a port, and nothing after it. */
const isTestAddress = (text: string): boolean =>
  /^http:\/\/(?:127\.0\.0\.1|\[::1\]):\d{1,5}$/.test(text) && URL.canParse(text);

const bad = (name: BadArgument['name'], problem: string): Result<never, BadArgument> =>
  err({ reason: 'bad-argument', name, problem });
