import type { BackupPreview, RestoreEffect } from '../../../core/bridge/backups.ts';
import { when } from '../../store/backups.ts';
import { countText } from '../../text/format.ts';
import { text } from '../../text/text.ts';

const known = ['people', 'services', 'clients', 'quotes', 'purchases'] as const;

/** What a backup holds beside now, and what a restore would lose, change and bring back. */
export function PreviewTables({ preview }: { readonly preview: BackupPreview }) {
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
      {preview.effects.length === 0 ? (
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
              {preview.effects.map((effect) => (
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
    </div>
  );
}

function named({ count, names }: RestoreEffect['lost']): string {
  if (count === 0) return '–';
  return text('backups.names', {
    count: countText(count),
    names: names.length === 0 ? 'none' : names.join(', '),
    more: names.length > 0 && count > names.length ? 'yes' : 'no',
  });
}
