// What the firm advances for its clients (rule J5): for any register the shares hold each payment of the plan
// once, and add up to the plan's total.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ownDesk } from '../../core/desk/rules/own-desk.ts';
import { recharge } from '../../core/desk/plan/recharge.ts';
import { moneyByYear, moneyInAll } from '../../core/desk/plan/renewal-money.ts';
import { planRenewals, type RenewalPlan } from '../../core/desk/plan/renewal-plan.ts';
import { renewalLines } from '../../core/desk/plan/service-renewals.ts';
import { defaultRenewalChoices, type RenewalChoices } from '../../core/desk/rows/renewal-choices.ts';
import { applyChanges, type AppState, type WorkspaceRows } from '../../core/desk/rows/state.ts';
import { emptyReplica, emptyWorkspace } from '../../core/desk/rows/tables.ts';
import { vatOf } from '../../core/kernel/cents.ts';
import { addDays } from '../../core/kernel/day.ts';
import type { ServiceId } from '../../core/kernel/id.ts';
import { arrangementOf, arrangementsOf } from '../../core/register/arrangement.ts';
import type { Fact } from '../../core/register/fact.ts';
import type { FieldValues } from '../../core/register/fields.ts';
import { foldFacts } from '../../core/register/fold.ts';
import { registeredService } from '../../core/register/registered-service.ts';
import { law } from '../support/law.ts';
import { day, priceList } from '../support/samples.ts';

const today = day('2026-11-24');
/** Two clients share a name, two a VAT number, and one has none. The first is the firm itself. */
const clients = [
  { holder: 'Studio Marchetti', vatCode: '01234560512' },
  { holder: 'Alba srl', vatCode: '02342520158' },
  { holder: 'Alba srl, archivio', vatCode: '02342520158' },
  { holder: 'Bruni', vatCode: undefined },
  { holder: 'Alba srl', vatCode: '04455660421' },
] as const;

const registered = fc.record({
  client: fc.constantFrom(...clients),
  kind: fc.constantFrom('e-invoicing' as const, 'receive-only' as const),
  expiresIn: fc.integer({ min: 1, max: 700 }),
  users: fc.array(
    fc.record({
      quantity: fc.integer({ min: 1, max: 9 }),
      expiry: fc.option(
        fc.integer({ min: 1, max: 900 }).map((offset) => addDays(today, offset)),
        { nil: null },
      ),
    }),
    { maxLength: 3 },
  ),
  automaticRenewal: fc.boolean(),
  payer: fc.constantFrom('firm' as const, 'client' as const, undefined),
});
type Row = typeof registered extends fc.Arbitrary<infer R> ? R : never;

const given = fc.record({
  rows: fc.array(registered, { maxLength: 12 }),
  horizonMonths: fc.constantFrom(12, 24, 60),
  extendTo: fc.option(fc.constant(addDays(today, 300)), { nil: null }),
});

function factsOf({ client, expiresIn, ...row }: Row, index: number): readonly Fact[] {
  const details: { readonly [F in keyof FieldValues]?: FieldValues[F] | undefined } = {
    ...client,
    ...row,
    expiry: addDays(today, expiresIn),
  };
  return Object.entries(details).flatMap(([field, value]) =>
    value === undefined
      ? []
      : [
          {
            id: `f-${index}-${field}`,
            at: index,
            by: null,
            about: `s-${index}`,
            field,
            value,
            asOf: today,
            source: { kind: 'typed' },
            evidence: null,
            corrects: null,
            reason: null,
            confirmed: true,
          } as unknown as Fact,
        ],
  );
}

interface Studio {
  readonly state: AppState;
  readonly facts: readonly Fact[];
  readonly choices: RenewalChoices;
  readonly plan: RenewalPlan;
}

function studioOf({ rows, horizonMonths, extendTo }: typeof given extends fc.Arbitrary<infer G> ? G : never) {
  const facts = rows.flatMap(factsOf);
  const state = { workspace: emptyWorkspace(), replica: emptyReplica(), today };
  applyChanges<WorkspaceRows>(state.workspace, ownDesk('Studio Marchetti'));
  const firm = state.workspace.firm.get('firm');
  if (firm === undefined) throw new Error('No firm');
  state.workspace.firm.set('firm', { ...firm, payer: { ...firm.payer, vatCode: clients[0].vatCode } });
  for (const one of foldFacts(facts).values()) {
    const made = registeredService(one);
    if (made !== undefined) state.replica.services.set(made.service.id, made.service);
  }
  state.replica.priceLists.set(priceList.version, priceList);
  const choices = { ...defaultRenewalChoices, horizonMonths, extendTo };
  const plan = planRenewals(state, choices);
  if (!plan.ok) throw new Error(plan.error.reason);
  return { state, facts, choices, plan: plan.value } satisfies Studio;
}

const split = ({ state, facts, plan }: Studio, year: string | null) => {
  const arrangements = arrangementsOf(facts);
  return recharge(state, plan, (id) => arrangementOf(arrangements, id), year);
};

const total = (parts: readonly { readonly gross: number }[]): number =>
  parts.reduce((sum, { gross }) => sum + gross, 0);

law('clients add up to the plan, to the cent, with each payment once', {
  subject: split,
  /** Leaves out what is debited automatically. */
  wrong: (studio, year) => split({ ...studio, plan: { ...studio.plan, automatic: [] } }, year),
  given,
  runs: 60,
  holds(subject, made) {
    const studio = studioOf(made);
    const { plan, state } = studio;
    const found = subject(studio, null);
    const shares = found.shares.flatMap(({ clients: own }) => own);
    const paid = shares.flatMap(({ renewals }) => renewals.map(({ renewal }) => renewal));
    expect([total(paid), total(shares), total(found.shares), found.gross]).toEqual(
      Array.from({ length: 4 }, () => moneyInAll(plan)),
    );
    const planned = [...plan.now, ...plan.automatic, ...plan.sessions.flatMap(({ windows }) => windows)];
    expect(paid.map(({ id }) => id).toSorted()).toEqual(planned.map(({ id }) => id).toSorted());
    expect(found.renewals).toBe(planned.length);
    for (const { net, vat, gross } of [...shares, ...found.shares, found]) expect(net + vat).toBe(gross);
    for (const renewal of paid) {
      expect(renewal.vat).toBe(vatOf(renewal.net, priceList.vatBasisPoints));
      const lines = renewalLines(state, studio.choices, renewal);
      expect(lines.reduce((sum, line) => sum + line.net, 0)).toBe(renewal.net);
    }
    // One client is once in a share, and holds only its own services.
    for (const { clients: own } of found.shares)
      expect(new Set(own.map(({ key }) => key)).size).toBe(own.length);
    for (const { vatCode, renewals } of shares)
      for (const { renewal } of renewals)
        expect(state.replica.services.get(renewal.serviceId)?.vatCode).toBe(vatCode);
  },
});

law('the years of payment add up to the period', {
  subject: split,
  /** Takes the year of the expiry. */
  wrong: (studio, year) =>
    year === null
      ? split(studio, null)
      : split(
          {
            ...studio,
            plan: {
              ...studio.plan,
              automatic: studio.plan.automatic.map((one) => ({ ...one, from: one.expiry })),
            },
          },
          year,
        ),
  given,
  runs: 60,
  holds(subject, made) {
    const studio = studioOf(made);
    for (const [year, gross] of moneyByYear(studio.plan)) expect(subject(studio, year).gross).toBe(gross);
    expect(subject(studio, '1999')).toMatchObject({ shares: [], renewals: 0, gross: 0 });
  },
});

law('each renewal is where the register says: who pays, and the firm owes itself nothing', {
  subject: split,
  /** Takes what nobody said as the firm's. */
  wrong: (studio, year) =>
    split(
      {
        ...studio,
        facts: [
          ...[...studio.state.replica.services.keys()].map(
            (id) =>
              ({
                ...studio.facts[0],
                id: `x-${id}`,
                about: id,
                field: 'payer',
                value: 'firm',
                asOf: addDays(today, -1),
              }) as Fact,
          ),
          ...studio.facts,
        ],
      },
      year,
    ),
  given,
  runs: 60,
  holds(subject, made) {
    const studio = studioOf(made);
    for (const { bearer, clients: own } of subject(studio, null).shares)
      for (const { renewal } of own.flatMap(({ renewals }) => renewals)) {
        const row = made.rows[Number(renewal.serviceId.slice(2))];
        const expected =
          row?.payer === undefined
            ? 'unclear'
            : row.payer === 'client'
              ? 'client'
              : row.client.vatCode === clients[0].vatCode
                ? 'own'
                : 'recharge';
        expect(bearer).toBe(expected);
      }
  },
});

test('what the firm advances comes first, by client; the order of the services does not matter', () => {
  const rows = clients.map((client, index): Row => ({
    client,
    kind: 'e-invoicing',
    expiresIn: 30 * (index + 2),
    users: [],
    automaticRenewal: false,
    payer: 'firm',
  }));
  const studio = studioOf({ rows, horizonMonths: 12, extendTo: null });
  const { shares } = split(studio, null);
  expect(shares.map(({ bearer, clients: own }) => [bearer, own.map(({ holder }) => holder)])).toEqual([
    ['recharge', ['Alba srl', 'Alba srl', 'Bruni']],
    ['own', ['Studio Marchetti']],
  ]);
  const { services } = studio.state.replica;
  const turned = [...services.values()].toReversed();
  services.clear();
  for (const service of turned) services.set(service.id as ServiceId, service);
  expect(split(studio, null)).toEqual({ ...split(studio, null), shares });
});
