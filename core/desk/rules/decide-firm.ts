import type { LetterheadLayout } from '../../formats/paper/letterhead-layout.ts';
import { err, ok } from '../../kernel/result.ts';
import { readLogo, type LogoRefusal } from '../../quotes/logo.ts';
import type { Decision, IdOf, Stamp, UnknownRow } from '../define-command.ts';
import type { AppState, Firm } from '../rows/state.ts';

/** Some of the firm's rules, its language, its theme. */
export type FirmChoice = Partial<Pick<Firm, 'rule' | 'offPolicy' | 'language' | 'theme'>>;

/** Sets what is named; the rest stays. */
export function setFirm(state: AppState, change: FirmChoice): Decision<UnknownRow> {
  const firm = state.workspace.firm.get('firm');
  return firm === undefined
    ? err({ reason: 'unknown', what: 'firm' })
    : ok([{ table: 'firm', id: 'firm', value: { ...firm, ...change } }]);
}

/** Sets where the logo stands at the head of printed papers. */
export function setLetterhead(
  state: AppState,
  { layout }: { readonly layout: LetterheadLayout },
): Decision<UnknownRow> {
  const firm = state.workspace.firm.get('firm');
  return firm === undefined
    ? err({ reason: 'unknown', what: 'firm' })
    : ok([{ table: 'firm', id: 'firm', value: { ...firm, letterhead: layout } }]);
}

/** Sets the picture at the head of printed papers: PNG or JPEG up to 1 MB, or null for none. */
export function setLogo(
  _state: AppState,
  { base64 }: { readonly base64: string | null },
): Decision<LogoRefusal> {
  if (base64 === null) return ok([{ table: 'logos', id: 'firm', value: null }]);
  const logo = readLogo(base64);
  return logo.ok ? ok([{ table: 'logos', id: 'firm', value: logo.value }]) : logo;
}

/**
 * Names the person behind the system user who gives the command (rule J6). Rows of the history that are there
 * already keep the name that they have.
 */
export const nameOperator = (
  _state: AppState,
  { name }: { readonly name: string },
  _idOf: IdOf,
  { user }: Stamp,
): Decision<never> => ok([{ table: 'operators', id: user, value: { id: user, name } }]);
