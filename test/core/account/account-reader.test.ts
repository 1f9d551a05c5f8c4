// A reading from Aruba: the sign-in, the minute between two, and what each answer may be.
import { describe, expect, test } from 'vitest';
import type { ReadWish } from '../../../core/account/account-reader.ts';
import type { AccountAnswer } from '../../../core/account/account-ports.ts';
import { html, tokenBody, userInfoBody } from '../../support/fake-aruba.ts';
import { answered } from '../../support/scripted-account.ts';
import { again, answerOf, credentials, good, openReader, wish } from '../../support/open-reader.ts';

describe('a reading', () => {
  test('signs in once and says what Aruba says', async () => {
    const { reader, kinds } = openReader();
    expect(await reader.read(wish)).toEqual({
      ok: true,
      value: {
        info: {
          username: 'ARUBA01234560512',
          description: 'Studio Marchetti',
          vatCode: '01234560512',
          taxCode: '01234560512',
          expired: false,
          expiry: { text: '2027-04-20', day: '2027-04-20', written: null },
          usedSpaceKB: 356_000,
          maxSpaceKB: 1_048_576,
        },
        identity: 'same',
        list: null,
        kept: false,
      },
    });
    expect(kinds()).toEqual(['sign-in', 'user-info']);
  });

  test('takes the token that is left, until it ends by our own measure', async () => {
    const { reader, kinds, pass, clock } = openReader();
    await reader.read(wish);
    // The clock of the machine is set back and forth; tokens do not care.
    clock.advance(-86_400_000);
    pass(29 * 60_000);
    expect((await reader.read(again)).ok).toBe(true);
    clock.advance(10 * 86_400_000);
    expect((await reader.read(again)).ok).toBe(true);
    expect(kinds()).toEqual(['sign-in', 'user-info', 'user-info', 'user-info']);
    pass(31_000);
    expect((await reader.standing()).signedIn).toEqual([]);
    expect(await reader.read(again)).toEqual({ ok: false, error: { reason: 'no-credentials' } });
    expect(kinds()).toHaveLength(4);
  });

  test('a second sign-in within a minute is not sent, whatever the service', async () => {
    const { reader, kinds, pass } = openReader();
    await reader.read(wish);
    pass(20_000);
    const other = { ...wish, serviceId: 'fe-2' };
    expect(await reader.read(other)).toEqual({ ok: false, error: { reason: 'too-soon', waitMs: 40_000 } });
    expect((await reader.standing()).waitMs).toBe(40_000);
    pass(40_000);
    expect((await reader.read(other)).ok).toBe(true);
    expect(kinds().filter((kind) => kind === 'sign-in')).toHaveLength(2);
  });

  test('one at a time', async () => {
    const { reader, sent } = openReader();
    const first = reader.read(wish);
    expect(await reader.read(wish)).toEqual({ ok: false, error: { reason: 'busy' } });
    expect((await first).ok).toBe(true);
    expect(sent).toHaveLength(2);
  });

  test('the person stops it: nothing more is sent, and the minute counts all the same', async () => {
    const { reader, kinds } = openReader(() => new Promise(() => undefined));
    const reading = reader.read(wish);
    reader.stop();
    expect(await reading).toEqual({ ok: false, error: { reason: 'stopped' } });
    expect(kinds()).toEqual(['sign-in']);
    expect(await reader.read(wish)).toMatchObject({ error: { reason: 'too-soon' } });
    expect((await reader.standing()).signedIn).toEqual([]);
  });

  test('switched off while it reads: neither token nor answer stay', async () => {
    let answer = (_: AccountAnswer): void => undefined;
    const { reader } = openReader((call) =>
      call.kind === 'sign-in' ? answered(tokenBody) : new Promise((resolve) => (answer = resolve)),
    );
    const reading = reader.read(wish);
    await Promise.resolve();
    reader.signOut();
    answer(answered(userInfoBody));
    expect(await reading).toEqual({ ok: false, error: { reason: 'stopped' } });
    expect((await reader.standing()).signedIn).toEqual([]);
  });
});

describe('what a sign-in may be answered', () => {
  const signInGives = async (answer: AccountAnswer) => {
    const world = openReader((call) => (call.kind === 'sign-in' ? answer : good(call)));
    return { result: await world.reader.read(wish), ...world };
  };

  test.each([
    ['bearer in capitals', answered({ ...tokenBody, token_type: 'Bearer' })],
    ['only a token', answered({ access_token: 'x' })],
    ['null beside it', answered({ access_token: 'x', token_type: null, expires_in: null })],
    ['a life as text', answered({ access_token: 'x', expires_in: '1800' })],
    ['a float', answered({ access_token: 'x', expires_in: 1799.5 })],
    ['a life of years', answered({ access_token: 'x', expires_in: 1e12 })],
    ['a byte order mark', answered(`\uFEFF${JSON.stringify(tokenBody)}`)],
    ['wrapped in value', answered({ errorCode: '0000', value: tokenBody })],
  ])('a token: %s', async (_, answer) => {
    const { result, pass, reader } = await signInGives(answer);
    expect(result.ok).toBe(true);
    // No answer makes a token live longer than Aruba's half hour.
    pass(30 * 60_000);
    expect((await reader.standing()).signedIn).toEqual([]);
  });

  test.each<readonly [string, AccountAnswer, object]>([
    ['400 invalid_grant', answered({ error: 'invalid_grant' }, 400), { reason: 'wrong-credentials' }],
    ['200 invalid_grant', answered({ error: 'invalid_grant' }), { reason: 'wrong-credentials' }],
    ['401 plain', answered('', 401), { reason: 'wrong-credentials' }],
    ['401 of a delegation', answered({ message: 'Delega mancante' }, 401), { reason: 'no-delegation' }],
    ['403', answered('Forbidden', 403), { reason: 'forbidden' }],
    ['HTML 429', answerOf(html(429)), { reason: 'rate-limited', waitMs: 90_000 }],
    ['500', answered('oops', 500), { reason: 'server-error', status: 500 }],
    ['503 HTML', answerOf(html(503)), { reason: 'server-error', status: 503 }],
    ['200 with HTML', answerOf(html(200)), { reason: 'unreadable-answer' }],
    ['200 with nothing', answered(''), { reason: 'unreadable-answer' }],
    ['200 with null', answered('null'), { reason: 'unreadable-answer' }],
    ['200 with a list', answered('[]'), { reason: 'unreadable-answer' }],
    ['200 without a token', answered({ token_type: 'bearer' }), { reason: 'unreadable-answer' }],
    [
      'another kind of token',
      answered({ access_token: 'x', token_type: 'mac' }),
      { reason: 'unreadable-answer' },
    ],
    ['a token of two lines', answered({ access_token: 'x\r\nHost: y' }), { reason: 'unreadable-answer' }],
    [
      '200 with an error',
      answered({ error: 'server_error' }),
      { reason: 'refused', status: 200, code: 'server_error' },
    ],
    [
      'an error that repeats the password',
      answered({ error: credentials.password }),
      { reason: 'refused', status: 200, code: '' },
    ],
    ['a business refusal', answered({ errorCode: '0099' }), { reason: 'refused', status: 200, code: '0099' }],
    ['a delegation refused', answered({ value: { errorCode: '0093' } }), { reason: 'no-delegation' }],
    ['404', answered('', 404), { reason: 'refused', status: 404, code: '' }],
    ['a redirect', { kind: 'redirect' }, { reason: 'redirect' }],
    ['302 by its status', answered('', 302), { reason: 'redirect' }],
    ['2 MB', { kind: 'too-big' }, { reason: 'too-big' }],
    ['cut off', { kind: 'no-answer' }, { reason: 'no-answer' }],
    ['no network', { kind: 'unreachable' }, { reason: 'unreachable' }],
  ])('no token: %s', async (_, answer, error) => {
    const { result, kinds, keyring, reader } = await signInGives(answer);
    expect(result).toEqual({ ok: false, error });
    // One sign-in, never a second one, nothing after it.
    expect(kinds()).toEqual(['sign-in']);
    expect([...keyring.stored]).toEqual([]);
    expect((await reader.standing()).signedIn).toEqual([]);
    expect(JSON.stringify(result)).not.toContain(credentials.password);
  });
});

describe('what userInfo may be answered', () => {
  const infoGives = async (answer: AccountAnswer, more: Partial<ReadWish> = {}) => {
    const world = openReader((call) => (call.kind === 'user-info' ? answer : good(call)));
    return { result: await world.reader.read({ ...wish, ...more }), ...world };
  };
  const readInfo = async (body: unknown) => {
    const { result } = await infoGives(answered(body));
    if (!result.ok) throw new Error(result.error.reason);
    return result.value;
  };

  test('optional fields are missing', async () => {
    const { info } = await readInfo({ vatCode: '01234560512' });
    expect(info).toMatchObject({ expiry: null, expired: null, usedSpaceKB: null, maxSpaceKB: null });
  });

  test('null everywhere else', async () => {
    const nulls = Object.fromEntries(Object.keys(userInfoBody).map((name) => [name, null]));
    expect((await readInfo({ ...nulls, username: 'x' })).identity).toBe('unsaid');
  });

  test('floats, numbers as text, uneven names, a VAT number without its zeros', async () => {
    const { info } = await readInfo({
      UserName: 'x',
      VATCODE: 1_234_560_512,
      usageStatus: { usedspaceKB: 356_000.49, maxSpaceKB: '1048576.0' },
      AccountStatus: { expired: 'false', expirationDate: '2027-04-20' },
    });
    expect(info).toMatchObject({
      vatCode: '01234560512',
      usedSpaceKB: 356_000,
      maxSpaceKB: 1_048_576,
      expired: false,
    });
  });

  test.each([
    ['2027-04-20', '2027-04-20', null],
    ['2027-04-20T00:00:00+0000', '2027-04-20', null],
    ['2027-04-20T00:00:00.000+01:00', '2027-04-20', null],
    ['2027-04-20T22:30:00Z', '2027-04-21', '2027-04-20'],
    ['2027-04-19T22:00:00Z', '2027-04-20', '2027-04-19'],
    ['2027-04-20 10:00:00', '2027-04-20', null],
    ['2027-04-20T01:00:00-05:00', '2027-04-20', null],
    ['2027-02-30', null, null],
    ['20/04/2027', null, null],
    ['2027-04-20T25:00:00Z', null, null],
    ['1970-01-01', null, null],
    ['soon', null, null],
  ])('the expiry %s is %s in Italy', async (text, day, written) => {
    const body = { ...userInfoBody, accountStatus: { expired: false, expirationDate: text } };
    expect((await readInfo(body)).info.expiry).toEqual({ text, day, written });
  });

  test('another VAT number is refused with both, and nothing of it stays', async () => {
    const { result, reader, keyring } = await infoGives(
      answered({ ...userInfoBody, vatCode: 'IT 02342520158' }),
      { keep: true },
    );
    expect(result).toEqual({
      ok: false,
      error: { reason: 'other-holder', asked: '01234560512', answered: '02342520158' },
    });
    expect((await reader.standing()).signedIn).toEqual([]);
    expect([...keyring.stored]).toEqual([]);
  });

  test('without a VAT number the tax code decides; without both a person does', async () => {
    const tax = { ...userInfoBody, vatCode: null, fiscalCode: 'RSSMRA85T10A562S' };
    const asked = (vatCode: string, taxCode: string) =>
      infoGives(answered(tax), { holder: { vatCode, taxCode } });
    expect((await asked('', 'rssmra85t10a562s')).result).toMatchObject({ value: { identity: 'same' } });
    expect((await asked('', 'VRDLGI80A01H501X')).result).toMatchObject({ error: { reason: 'other-holder' } });
    expect((await asked('01234560512', '')).result).toMatchObject({ value: { identity: 'unsaid' } });
    expect((await asked('', '')).result).toMatchObject({ value: { identity: 'unsaid' } });
  });

  test('401 plain gives the token up; the next reading asks the person', async () => {
    const { result, reader, pass, kinds } = await infoGives(answered({ message: 'expired' }, 401));
    expect(result).toEqual({ ok: false, error: { reason: 'token-refused' } });
    pass(120_000);
    expect(await reader.read(again)).toEqual({ ok: false, error: { reason: 'no-credentials' } });
    expect(kinds()).toEqual(['sign-in', 'user-info']);
  });

  test('401 that names a delegation: no new sign-in, and the token stays', async () => {
    const { result, reader, pass, kinds } = await infoGives(answered('Utente non delegato', 401));
    expect(result).toEqual({ ok: false, error: { reason: 'no-delegation' } });
    pass(120_000);
    expect(await reader.read(again)).toEqual({ ok: false, error: { reason: 'no-delegation' } });
    expect(kinds()).toEqual(['sign-in', 'user-info', 'user-info']);
  });

  test('after a 429 nothing is asked until a person starts it again, 90 seconds later', async () => {
    const { result, reader, pass, kinds, current } = await infoGives(answerOf(html(429)));
    expect(result).toEqual({ ok: false, error: { reason: 'rate-limited', waitMs: 90_000 } });
    pass(89_000);
    expect(await reader.read(again)).toEqual({ ok: false, error: { reason: 'too-soon', waitMs: 1000 } });
    expect(kinds()).toEqual(['sign-in', 'user-info']);
    pass(1000);
    current.script = good;
    expect((await reader.read(again)).ok).toBe(true);
  });

  test.each([
    ['HTML', answerOf(html(200)), 'unreadable-answer'],
    ['an object of somebody else', answered({ hello: 'world' }), 'unreadable-answer'],
    ['a list', answered([userInfoBody]), 'unreadable-answer'],
    ['a number', answered('42'), 'unreadable-answer'],
    ['{"error"}', answered({ error: 'access_denied' }), 'refused'],
    ['403', answered('', 403), 'forbidden'],
  ] as const)('%s', async (_, answer, reason) => {
    expect((await infoGives(answer)).result).toMatchObject({ ok: false, error: { reason } });
  });
});
