// Laws of reading from Aruba (rule L). `ACCOUNT_RUNS=100000` runs the laws about bodies that often; give more
// time with `--testTimeout`.
import fc from 'fast-check';
import { describe, expect, inject, test } from 'vitest';
import type { AccountAnswer, AccountPorts } from '../../core/account/account-ports.ts';
import { createAccountReader, type AccountReader } from '../../core/account/account-reader.ts';
import { readAnswer } from '../../core/account/account-problem.ts';
import { readHolders } from '../../core/account/multicedenti.ts';
import { readToken, readUserInfo } from '../../core/account/user-info.ts';
import { fieldSchemas } from '../../core/register/fields.ts';
import { accountPaths } from '../support/code-rules.ts';
import { listedBody, tokenBody, userInfoBody } from '../support/fake-aruba.ts';
import { answered, memoryKeyring, scriptedAccount } from '../support/scripted-account.ts';
import { prop } from '../support/prop.ts';

const asked = Number(process.env['ACCOUNT_RUNS']);
const runs = (usual: number): number => (asked > 0 ? asked : usual);
const seeds = [
  ['fixed seed', 20_261_128],
  ['free seed', inject('freeSeed')],
] as const;

const password = 'Segreta-93';
const wish = {
  serviceId: 'fe-1',
  holder: { vatCode: '01234560512', taxCode: '' },
  credentials: { username: 'ARUBA01234560512', password },
  premium: false,
};

/** Everything that public clients have seen, for each of the calls. */
const kinds = ['redirect', 'too-big', 'unreachable', 'no-answer'] as const;
const answers = fc.oneof(
  fc.constantFrom<AccountAnswer>(...kinds.map((kind) => ({ kind }))),
  fc.constantFrom(
    ...[tokenBody, { ...tokenBody, token_type: 'Bearer' }, { access_token: 'x' }].map((body) =>
      answered(body),
    ),
  ),
  fc.constantFrom(
    answered(userInfoBody),
    answered({ ...userInfoBody, vatCode: '02342520158' }),
    answered({ ...userInfoBody, accountStatus: null }),
    answered({ content: [listedBody(1)], totalElements: 1 }),
    answered({ error: 'invalid_grant' }, 400),
    answered({ error: password }, 400),
    answered('delega mancante', 401),
    answered('', 401),
    answered('', 403),
    answered('<html>Too Many Requests</html>', 429),
    answered('<html></html>'),
    answered('', 503),
  ),
);

type Step =
  | {
      readonly do: 'read';
      readonly service: number;
      readonly typed: boolean;
      readonly keep: boolean;
      readonly premium: boolean;
      /** The turn at which the person stops it. */
      readonly stopAt: number;
    }
  | { readonly do: 'pass'; readonly ms: number }
  | { readonly do: 'stop' }
  | { readonly do: 'sign-out' }
  | { readonly do: 'forget'; readonly service: number };

const service = fc.nat({ max: 2 });
const stepsOf = fc.array(
  fc.tuple(
    fc.oneof(
      {
        weight: 4,
        arbitrary: fc.record({
          do: fc.constant('read' as const),
          service,
          typed: fc.boolean(),
          keep: fc.boolean(),
          premium: fc.boolean(),
          stopAt: fc.nat({ max: 12 }),
        }),
      },
      {
        weight: 3,
        arbitrary: fc.record({
          do: fc.constant('pass' as const),
          ms: fc.constantFrom(0, 1, 29_999, 30_000, 59_999, 60_000, 90_000, 1_900_000),
        }),
      },
      fc.record({ do: fc.constant('stop' as const) }),
      fc.record({ do: fc.constant('sign-out' as const) }),
      fc.record({ do: fc.constant('forget' as const), service }),
    ),
    fc.array(answers, { minLength: 4, maxLength: 4 }),
  ),
  { maxLength: 30 },
);

type Make = (ports: AccountPorts) => AccountReader;

/** Runs a sequence and returns what went over the wire, what is stored, and everything that a screen saw. */
async function follow(
  steps: readonly (readonly [Step, readonly AccountAnswer[]])[],
  available: boolean,
  make: Make,
) {
  const keyring = memoryKeyring(available);
  const world = scriptedAccount({ script: () => ({ kind: 'no-answer' }), keyring });
  const reader = make(world.ports);
  const shown: unknown[] = [];
  const consented = new Set<string>();
  for (const [step, replies] of steps) {
    const queue = [...replies];
    world.current.script = () => queue.shift() ?? { kind: 'no-answer' };
    if (step.do === 'pass') world.pass(step.ms);
    else if (step.do === 'stop') reader.stop();
    else if (step.do === 'sign-out') reader.signOut();
    else if (step.do === 'forget') {
      reader.forget(`fe-${step.service}`);
      consented.delete(`fe-${step.service}`);
    } else {
      const serviceId = `fe-${step.service}`;
      const { typed, keep, premium, stopAt } = step;
      if (typed && keep) consented.add(serviceId);
      const reading = reader.read({
        ...wish,
        serviceId,
        credentials: typed ? wish.credentials : null,
        keep,
        premium,
      });
      for (let turn = 0; turn < 6; turn += 1) {
        if (turn === stopAt) reader.stop();
        await new Promise((resolve) => setImmediate(resolve));
        world.pass(5000);
      }
      shown.push(await reading, await reader.standing());
    }
    for (const id of keyring.stored.keys()) expect(consented, 'kept without consent').toContain(id);
    if (!available) expect([...keyring.stored]).toEqual([]);
  }
  return { sent: world.sent, shown };
}

async function holds(
  steps: Parameters<typeof follow>[0],
  available: boolean,
  make: Make = createAccountReader,
) {
  const { sent, shown } = await follow(steps, available, make);
  for (const { request } of sent) expect(accountPaths).toContain(request.path.split('?')[0]);
  const signIns = sent.filter(({ call }) => call.kind === 'sign-in').map(({ at }) => at);
  for (const [index, at] of signIns.entries())
    if (index > 0) expect(at - (signIns[index - 1] ?? 0)).toBeGreaterThanOrEqual(60_000);
  expect(JSON.stringify(shown)).not.toContain(password);
}

describe('any sequence of answers and deeds', () => {
  for (const [label, seed] of seeds)
    prop([stepsOf, fc.boolean()], { seed, numRuns: 150 })(
      `at most one sign-in a minute, three paths, no secret stored without consent or shown (${label})`,
      async (steps, available) => {
        await holds(steps, available);
      },
    );

  /** A pace that lets everything through, and a keyring that keeps what nobody agreed to. */
  const mistakes: Readonly<Record<string, Make>> = {
    'without a pace': (ports) =>
      createAccountReader({
        ...ports,
        pace: {
          waitMs: () => 0,
          heldMs: () => 0,
          begin: () => ({ ended: () => undefined }),
          refused: () => undefined,
        },
      }),
    'keeping without consent': (ports) => {
      const reader = createAccountReader(ports);
      return { ...reader, read: (asking) => reader.read({ ...asking, keep: true }) };
    },
    'showing what was typed': (ports) => {
      const reader = createAccountReader(ports);
      let typed = '';
      return {
        ...reader,
        read: (asking) => {
          typed = asking.credentials?.password ?? typed;
          return reader.read(asking);
        },
        standing: async () => ({ ...(await reader.standing()), testAddress: typed }),
      };
    },
  };
  test.each(Object.entries(mistakes))('finds a reader %s', async (_, make) => {
    const property = fc.asyncProperty(stepsOf, fc.boolean(), (steps, available) =>
      holds(steps, available, make),
    );
    const found = await fc.check(property, { seed: 20_261_128, numRuns: 300, endOnFailure: true });
    expect(found.failed).toBe(true);
  });
});

/** Bodies near those of Aruba: any value may be replaced, cut, repeated or renamed. */
const value: fc.Arbitrary<unknown> = fc.oneof(
  fc.constantFrom(
    null,
    '',
    0,
    -1,
    1e308,
    0.1,
    true,
    [],
    {},
    'x'.repeat(300),
    '\u0000',
    '2027-13-01',
    '2027-04-20T22:30:00Z',
  ),
  fc.string(),
  fc.double(),
  fc.jsonValue(),
);
const changed = (body: object): fc.Arbitrary<string> => {
  const names = [
    ...Object.keys(body),
    'accountStatus',
    'usageStatus',
    'content',
    'totalElements',
    'first',
    'last',
    'value',
    'error',
    'errorCode',
    '__proto__',
    'toString',
  ];
  return fc
    .tuple(
      fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 4 }),
      fc.oneof(
        { weight: 4, arbitrary: fc.constant(1) },
        { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
      ),
    )
    .map(([changes, part]) => {
      const text = JSON.stringify({ ...body, ...Object.fromEntries(changes) });
      return text.slice(0, Math.ceil(text.length * part));
    });
};
const bodies = fc.oneof(
  changed(tokenBody),
  changed(userInfoBody),
  changed({ content: [listedBody(1)], totalElements: 1 }),
  fc.string({ maxLength: 400 }),
  fc.jsonValue().map((any) => JSON.stringify(any)),
);
const statuses = fc.oneof(
  fc.constantFrom(200, 200, 200, 400, 401, 403, 404, 429, 500),
  fc.integer({ min: 100, max: 599 }),
);

describe('any body', () => {
  for (const [label, seed] of seeds)
    prop([bodies, statuses], { seed, numRuns: runs(1500) })(
      `gives values that the register takes, or a reason (${label})`,
      async (body, status) => {
        const answer = { kind: 'answer', status, body } as const;
        for (const call of ['sign-in', 'user-info', 'multicedenti'] as const) {
          const read = readAnswer(answer, call);
          if ('problem' in read) {
            expect(read.problem.reason).toMatch(/^[a-z-]+$/);
            continue;
          }
          const token = readToken(read.json);
          if (token !== undefined) {
            expect(token.token).toMatch(/^[!-~]+$/);
            expect(token.lifeMs).toBeGreaterThanOrEqual(0);
            expect(token.lifeMs).toBeLessThan(30 * 60_000);
          }
          const info = readUserInfo(read.json);
          const taken = [
            ['expiry', info?.expiry?.day],
            ['usedSpaceKB', info?.usedSpaceKB],
            ['maxSpaceKB', info?.maxSpaceKB],
          ] as const;
          for (const [field, said] of taken)
            if (said !== null && said !== undefined)
              expect(fieldSchemas[field].safeParse(said).success, `${field} ${String(said)}`).toBe(true);
          const { holders } = await readHolders(async () => ({ json: read.json }));
          expect(holders.every((holder) => Object.keys(holder).length === 5)).toBe(true);
        }
      },
    );
});
