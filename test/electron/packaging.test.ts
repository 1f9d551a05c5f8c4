// 3 and 4: what is packed and signed follows the environment, and the icons are what each system reads.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { iconSizes, icnsOf, icoOf } from '../../electron/packaging/icon-files.ts';
import { builderConfig, isSigned, localElectron } from '../../electron/packaging/config.ts';
import { reasonOf } from '../../electron/packaging/reason.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
/** Nothing was built here. */
const files = ['package.json'];
const folder = mkdtempSync(join(tmpdir(), 'allinea-packaging-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('3: macOS', () => {
  test('without a certificate the signature is ad hoc, made after the fuses, without the hardened runtime', () => {
    const { mac, electronFuses } = builderConfig({ root, files, env: {} });
    expect(mac).toMatchObject({ identity: '-', hardenedRuntime: false, notarize: false });
    expect(electronFuses).toMatchObject({ resetAdHocDarwinSignature: true });
  });

  test('with one it is hardened, and notarised if Apple can be asked', () => {
    const signed = { CSC_LINK: 'file.p12' };
    const { mac, electronFuses } = builderConfig({ root, files, env: signed });
    expect(mac).toMatchObject({ hardenedRuntime: true, notarize: false });
    expect(mac).not.toHaveProperty('identity');
    expect(electronFuses).toMatchObject({ resetAdHocDarwinSignature: false });
    expect(builderConfig({ root, files, env: { ...signed, APPLE_ID: 'a@b.it' } }).mac).toMatchObject({
      notarize: true,
    });
    expect([isSigned({ CSC_NAME: 'Developer ID' }), isSigned({ CSC_LINK: '' })]).toEqual([true, false]);
  });
});

test('4: the manifest has what deb, the Keychain and the dock ask for', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<string, string>;
  expect(manifest).toMatchObject({ productName: 'Allinea', desktopName: 'allinea.desktop' });
  expect(URL.canParse(manifest['homepage'] ?? '')).toBe(true);
});

describe('5: the address of newer versions', () => {
  test('comes from the environment of the build, and is https', () => {
    const publish = (given?: string): unknown =>
      builderConfig({ root, files, env: given === undefined ? {} : { ALLINEA_UPDATES: given } }).publish;
    expect(publish()).toBeNull();
    expect(publish('')).toBeNull();
    expect(publish('https://updates.example/')).toEqual({
      provider: 'generic',
      url: 'https://updates.example/',
    });
    for (const wrong of ['http://updates.example/', 'updates', 'https://a:b@updates.example/'])
      expect(() => publish(wrong)).toThrow('ALLINEA_UPDATES');
  });
});

test('Electron’s own files are used if they are there', () => {
  const env = { ELECTRON_OVERRIDE_DIST_PATH: folder };
  expect(localElectron({ root, env })).toBeUndefined();
  writeFileSync(join(folder, 'version'), '45.4.1');
  expect(localElectron({ root, env })).toBe(folder);
});

describe('the icons', () => {
  const resource = (name: string): Buffer => readFileSync(join(root, 'electron/resources', name));
  const images = iconSizes.map((size) => ({ size, png: resource(`icons/${size}x${size}.png`) }));

  test('are PNG files of the sizes in their names', () => {
    const wrong = images.filter(
      ({ size, png }) =>
        png.toString('latin1', 1, 4) !== 'PNG' ||
        png.readUInt32BE(16) !== size ||
        png.readUInt32BE(20) !== size,
    );
    expect(wrong).toEqual([]);
  });

  test('of Windows and macOS are made of them', () => {
    expect(Buffer.from(icoOf(images)).equals(resource('icon.ico'))).toBe(true);
    expect(Buffer.from(icnsOf(images)).equals(resource('icon.icns'))).toBe(true);
    const ico = resource('icon.ico');
    expect(ico.readUInt16LE(4)).toBe(7);
    // The last entry leads to the last image.
    const at = 6 + 16 * 6;
    expect(ico.readUInt32LE(at + 12) + ico.readUInt32LE(at + 8)).toBe(ico.length);
    const icns = resource('icon.icns');
    expect([icns.toString('latin1', 0, 4), icns.readUInt32BE(4)]).toEqual(['icns', icns.length]);
    expect(readFileSync(join(root, 'renderer/public/icon.png')).equals(resource('icons/256x256.png'))).toBe(
      true,
    );
  });
});

test('what could not be made has its reason in one line', () => {
  expect(reasonOf(new Error('getaddrinfo ENOTFOUND github.com\nmore'))).toBe(
    'la rete non raggiunge github.com, da cui vengono Electron e gli strumenti',
  );
  expect(reasonOf(new Error('fetch failed'))).toContain('la rete');
  expect(reasonOf(new Error('Please specify author\nstack'))).toBe('Please specify author');
});
