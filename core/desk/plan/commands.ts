import { daySchema, z } from '../../kernel/parse.ts';
import { command } from '../define-command.ts';
import { planFields, scenarioFields } from '../rows/renewal-choices.ts';
import { chooseDay, choosePlan } from './decide-plan.ts';
import { removeScenario, saveScenario } from './decide-scenario.ts';

/** The commands about the plan of renewals. Each carries one change: if two cross, neither is lost. */
export const planCommands = {
  'plan/choose': command(
    { choice: planFields.pick({ method: true, noticeMonths: true, horizonMonths: true }).partial() },
    choosePlan,
  ),
  /** Order on that day, not on that day, or (null) as the plan finds best. */
  'plan/day': command({ day: daySchema, wish: z.enum(['forced', 'forbidden']).nullable() }, chooseDay),
  'scenario/save': command(scenarioFields, saveScenario),
  'scenario/remove': command({ id: z.string().max(200) }, removeScenario),
};
