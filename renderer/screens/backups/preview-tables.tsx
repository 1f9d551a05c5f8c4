import type { BackupPreview, RestoreEffect } from '../../../core/bridge/backups.ts';
import { when } from '../../store/backups.ts';
import { countText } from '../../text/format.ts';
import { text } from '../../text/text.ts';

/** What a restore of it would change. Purchases that stay away change nothing. */
export const changingEffects = ({ effects }: BackupPreview) =>
  effects.flatMap(({ group, ...effect }) => (group === 'purchases-away' ? [] : [{ group, ...effect }]));

const known = ['people', 'services', 'clients', 'quotes', 'purchases'] as const;

/** What a backup holds beside now, and what a restore would lose, change and bring back. */
export function PreviewTables({ preview }: { readonly preview: BackupPreview }) {
  const effects = changingEffects(preview);
  const away = preview.effects.find(({ group }) => group === 'purchases-away')?.lost;
  const at = preview.at === null ? 'none' : text('backups.last-at', when(preview.at));
  return (
    <div className="stack backup-preview">
      <p>{text('backups.preview-last', { number: countText(preview.number), at })}</p>
      <table className="table dense" aria-label={text('backups.contains')}>
        <thead>
          <tr>
            <th scope="col">{text('backups.contains')}</th>
            {known.map((what) => (
              <th key={what} scope="col" className="num">
                {text(`backups.${what}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {(['old', 'now'] as const).map((time) => (
            <tr key={time}>
              <th scope="row">{text(`backups.${time}`)}</th>
              {known.map((what) => (
                <td key={what} className="num">
                  {countText(preview[time][what])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {effects.length === 0 ? (
        <p>{text('backups.same')}</p>
      ) : (
        <>
          <table className="table dense" aria-label={text('backups.effects')}>
            <thead>
              <tr>
                <th scope="col">{text('backups.effects')}</th>
                <th scope="col">{text('backups.lost')}</th>
                <th scope="col">{text('backups.changed')}</th>
                <th scope="col">{text('backups.back')}</th>
              </tr>
            </thead>
            <tbody>
              {effects.map((effect) => (
                <tr key={effect.group}>
                  <th scope="row">{text(`backups.${effect.group}`)}</th>
                  <td>{named(effect.lost)}</td>
                  <td>{named(effect.changed)}</td>
                  <td>{named(effect.back)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          <p className="muted">{text('backups.stays')}</p>
        </>
      )}
      {away !== undefined && <p>{text('backups.away', valuesOf(away))}</p>}
    </div>
  );
}

const named = (rows: RestoreEffect['lost']): string =>
  rows.count === 0 ? '–' : text('backups.names', { ...valuesOf(rows), count: countText(rows.count) });

const valuesOf = ({ count, names }: RestoreEffect['lost']) => ({
  count,
  names: names.length === 0 ? 'none' : names.join(', '),
  more: names.length > 0 && count > names.length ? 'yes' : 'no',
});
