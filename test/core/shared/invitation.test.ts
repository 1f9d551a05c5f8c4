import { expect, test } from 'vitest';
import { invitationLink, readInvitation } from '../../../core/shared/invitation.ts';

const code = 'a'.repeat(32);
const fingerprint = 'F-_'.repeat(14) + 'F';

test('a link says where the studio is, and is read back', () => {
  for (const invitation of [
    { address: 'https://192.168.1.20:8741', studio: '01930000-0000', code, fingerprint },
    { address: 'https://server', studio: 'studio-1', code, fingerprint: null },
    { address: 'http://127.0.0.1:8741', studio: 'studio-1', code, fingerprint: null },
  ])
    expect(readInvitation(`  ${invitationLink(invitation)}\n`)).toEqual(invitation);
});

test.each([
  '',
  'https://server',
  'https://server/studio-1',
  'https://server/studio-1#short',
  `http://server/studio-1#${code}`,
  `http://127.0.0.1.example/studio-1#${code}`,
  `https://user:word@/studio-1#${code} more`,
  `https://server/studio-1#${code}.short`,
  `https://server/studio-1#${code}.${fingerprint}F`,
  `ftp://server/studio-1#${code}`,
])('%j is no link of an invitation', (link) => {
  expect(readInvitation(link)).toBeUndefined();
});
