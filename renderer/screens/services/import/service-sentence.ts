import { fields, type Group, type ServiceDetails } from '../../../../core/register/fields.ts';
import { dayText } from '../../../text/format.ts';
import { text } from '../../../text/text.ts';

const countOf = (groups: readonly Group[] = []): number =>
  groups.reduce((sum, { quantity }) => sum + quantity, 0);

/** A service in one line: what it is, until when, and what it has. The panel beside says the rest. */
export function serviceSentence(details: ServiceDetails): string {
  const { kind, expiry, users, modules, space } = details;
  const parts: string[] = [];
  if (kind !== undefined) parts.push(text(`kind.${kind}`));
  if (expiry !== undefined) parts.push(text('service-import.expires', { day: dayText(expiry) }));
  if (countOf(users) > 0) parts.push(text('service-import.users', { count: countOf(users) }));
  for (const module of modules ?? []) parts.push(text(`kind.${module.kind}`));
  if (countOf(space) > 0) parts.push(text('service-import.space', { count: countOf(space) }));
  const said = new Set(['holder', 'vatCode', 'taxCode', 'kind', 'expiry', 'users', 'modules', 'space']);
  const more = fields.filter((field) => details[field] !== undefined && !said.has(field)).length;
  if (more > 0) parts.push(text('service-import.more-fields', { count: more }));
  return parts.join(', ');
}
