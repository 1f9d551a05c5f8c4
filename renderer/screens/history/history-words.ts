import type { HistoryEntry } from '../../../core/seats/history.ts';
import { romeDay } from '../../../core/kernel/day.ts';
import { clockTime, dayText } from '../../text/format.ts';
import { permissionText } from '../../text/sentences.ts';
import { text } from '../../text/text.ts';

export function eventWords({ event, permissions }: Pick<HistoryEntry, 'event' | 'permissions'>): string {
  if (event === 'permissions')
    return text('history.permissions', { list: permissions.map(permissionText).join(', ') });
  return text(`history.${event}`);
}

export const whenWords = (at: number): string => `${dayText(romeDay(at))} ${clockTime(at)}`;

export const byWords = ({ by }: Pick<HistoryEntry, 'by'>): string => by ?? text('history.by-itself');
