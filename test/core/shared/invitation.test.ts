import { expect, test } from 'vitest';
import { invitationLink, readStudioLink, studioLink } from '../../../core/shared/invitation.ts';

const code = 'a'.repeat(32);
const fingerprint = 'F-_'.repeat(14) + 'F';

test('a link says where the studio is, and is read back', () => {
  for (const invitation of [
    { address: 'https://192.168.1.20:8741', studio: '01930000-0000', code, fingerprint },
    { address: 'https://server', studio: 'studio-1', code, fingerprint: null },
    { address: 'http://127.0.0.1:8741', studio: 'studio-1', code, fingerprint: null },
  ])
    expect(readStudioLink(`  ${invitationLink(invitation)}\n`)).toEqual(invitation);
});

test('the link of a studio has no code', () => {
  for (const place of [
    { address: 'https://192.168.1.20:8741', studio: '01930000-0000', fingerprint },
    { address: 'https://server', studio: 'studio-1', fingerprint: null },
  ])
    expect(readStudioLink(studioLink(place))).toEqual({ ...place, code: null });
});

test.each([
  '',
  'https://server',
  'https://server/studio-1#short',
  `http://server/studio-1#${code}`,
  'http://server/studio-1',
  `http://127.0.0.1.example/studio-1#${code}`,
  `https://user:word@/studio-1#${code} more`,
  `https://server/studio-1#${code}.short`,
  `https://server/studio-1#${code}.${fingerprint}F`,
  `ftp://server/studio-1#${code}`,
])('%j is no link of a studio', (link) => {
  expect(readStudioLink(link)).toBeUndefined();
});
