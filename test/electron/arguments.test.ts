import { describe, expect, it } from 'vitest';
import { readArguments } from '../../electron/launch/arguments.ts';

const read = (
  argv: readonly string[],
  env: Readonly<Record<string, string>> = {},
): ReturnType<typeof readArguments> => readArguments(['node', 'main.mjs', ...argv], env, '/srv');

describe('the arguments', () => {
  it('may all be missing, and unknown ones are Chromium’s', () => {
    expect(read(['--no-sandbox', '--lang=it', 'file'])).toEqual({
      ok: true,
      value: {
        dataFolder: null,
        studio: null,
        backendUrl: null,
        addressIgnored: false,
        headless: false,
        limits: 'on',
        testPort: null,
        testAccount: null,
      },
    });
  });

  it('are read from the command line, the last of each', () => {
    expect(
      read([
        '--data=a',
        '--data=dir/b',
        '--backend=https://api.example.it/v1/',
        '--headless',
        '--limits=off',
        '--test-port=0',
      ]),
    ).toEqual({
      ok: true,
      value: {
        dataFolder: '/srv/dir/b',
        studio: null,
        backendUrl: 'https://api.example.it/v1',
        addressIgnored: false,
        headless: true,
        limits: 'off',
        testPort: 0,
        testAccount: null,
      },
    });
  });

  it('or from the environment, which the command line overrules', () => {
    const env = {
      ALLINEA_DATA: '/data',
      ALLINEA_STUDIO: 'esempio',
      ALLINEA_BACKEND: 'http://127.0.0.1:9000',
      ALLINEA_HEADLESS: '1',
      ALLINEA_TEST_PORT: '9222',
    };
    expect(read([], env)).toEqual({
      ok: true,
      value: {
        dataFolder: '/data',
        studio: 'esempio',
        backendUrl: 'http://127.0.0.1:9000',
        addressIgnored: false,
        headless: true,
        limits: 'on',
        testPort: 9222,
        testAccount: null,
      },
    });
    expect(read(['--data=/other'], env)).toMatchObject({ value: { dataFolder: '/other' } });
  });

  it.each(['http://localhost:1', 'http://[::1]:1', 'http://127.0.0.1'])(
    'allow http on this computer: %s',
    (url) => {
      expect(read([`--backend=${url}`])).toMatchObject({ ok: true, value: { backendUrl: url } });
    },
  );

  it('take the address of a test from the command line alone', () => {
    expect(read(['--test-account=http://127.0.0.1:8740'])).toMatchObject({
      value: { testAccount: 'http://127.0.0.1:8740' },
    });
    expect(read([], { ALLINEA_TEST_ACCOUNT: 'http://127.0.0.1:8740' })).toMatchObject({
      value: { testAccount: null },
    });
  });

  it.each([
    '--data=',
    '--data',
    '--data=a\0b',
    '--backend=http://api.example.it',
    '--backend=http://127.0.0.1.example.it',
    '--backend=ftp://127.0.0.1',
    '--backend=https://user:pass@api.example.it',
    '--backend=https://api.example.it/?token=1',
    '--backend=api',
    '--headless=yes',
    '--limits=12',
    '--limits',
    '--test-port=',
    '--test-port=70000',
    '--test-port=-1',
    '--test-port=1e3',
    '--test-account=https://auth.fatturazioneelettronica.aruba.it',
    '--test-account=https://127.0.0.1:8740',
    '--test-account=http://localhost:8740',
    '--test-account=http://127.0.0.1.example.it:8740',
    '--test-account=http://127.0.0.1:8740/auth',
    '--test-account=http://user@127.0.0.1:8740',
    '--test-account=http://127.0.0.1',
    '--test-account=http://127.0.0.1:99999',
    '--test-account=',
  ])('are refused by name: %s', (word) => {
    expect(read([word])).toMatchObject({
      ok: false,
      error: { reason: 'bad-argument', name: word.split('=')[0] },
    });
  });

  it('S3: a packaged program takes no address of a backend, and says that it ignored one', () => {
    const packaged = (argv: readonly string[], env = {}) => readArguments(argv, env, '/srv', true);
    const ignored = { ok: true, value: { backendUrl: null, addressIgnored: true } };
    expect(packaged(['--backend=https://altrove.example'])).toMatchObject(ignored);
    expect(packaged(['--backend=no address'])).toMatchObject(ignored);
    expect(packaged([], { ALLINEA_BACKEND: 'https://altrove.example' })).toMatchObject(ignored);
    expect(packaged(['--test-account=http://127.0.0.1:8740', '--test-port=0'])).toMatchObject({
      ok: true,
      value: { testAccount: null, testPort: null, addressIgnored: true },
    });
    expect(packaged([])).toMatchObject({ ok: true, value: { backendUrl: null, addressIgnored: false } });
  });
});
