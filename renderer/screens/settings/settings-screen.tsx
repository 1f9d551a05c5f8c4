import { looksIn } from '../../../core/desk/rows/looks.ts';
import { bridge } from '../../bridge.ts';
import { CalendarFeedCard } from '../../components/calendar-feed.tsx';
import { Button } from '../../components/buttons.tsx';
import { Select } from '../../components/controls.tsx';
import { Card, Page } from '../../components/surfaces.tsx';
import { submit } from '../../store/actions.ts';
import { useDesk, vendorSync } from '../../store/desk.ts';
import { openDialog } from '../../store/ui-store.ts';
import { text } from '../../text/text.ts';
import { BackupsCard } from '../backups/backups-card.tsx';
import { DiagnosticsCard } from '../backups/diagnostics-card.tsx';
import { HintsCard } from '../hints/hints-card.tsx';
import { FromArubaSettings } from '../read-from-aruba/settings-card.tsx';
import { ShareCard } from '../shared/share-card.tsx';
import { useSharedStudio } from '../shared/shared-badge.tsx';
import { CopyToStudio } from '../studio/copy-to-studio.tsx';
import { StudiosCard } from '../studio/studios-card.tsx';
import { AtLoginCard } from './at-login-card.tsx';
import { Letterhead } from './letterhead.tsx';
import { RemindersCard } from './reminders-card.tsx';
import { VendorAddressCard } from './vendor-address-card.tsx';

const languages = [
  { id: 'it', label: 'Italiano' },
  { id: 'en', label: 'English' },
] as const;

/** The language, the theme, the Aruba account of this desk, the reminders and the calendar file. */
export function SettingsScreen() {
  const firm = useDesk((desk) => desk.state.workspace.firm.get('firm'));
  const language = useDesk((desk) => looksIn(desk.state.workspace).language);
  const theme = useDesk((desk) => looksIn(desk.state.workspace).theme);
  const shared = useSharedStudio() !== undefined;
  const simulated = useDesk((desk) => desk.simulated);
  const signedOut = useDesk((desk) => vendorSync(desk).link === 'signed-out');
  if (firm === undefined) return null;
  return (
    <Page title={text('settings.title')} lead={text('settings.lead')}>
      <div className="halves">
        <div className="stack">
          <Card>
            <div className="card-body stack">
              <Select
                label={text('settings.language')}
                value={language}
                choices={languages}
                onChange={(now) => void submit({ type: 'firm/settings', language: now })}
              />
              <Select
                label={text('settings.theme')}
                value={theme}
                choices={(['system', 'light', 'dark'] as const).map((id) => ({
                  id,
                  label: text(`settings.theme-${id}`),
                }))}
                onChange={(now) => void submit({ type: 'firm/settings', theme: now })}
              />
              {shared && <p className="faint">{text('settings.own-looks')}</p>}
            </div>
          </Card>
          <HintsCard />
          <ShareCard />
          <BackupsCard />
          <Letterhead />
        </div>
        <div className="stack">
          <StudiosCard />
          {simulated && <CopyToStudio />}
          {simulated && (
            <Card title={text('settings.account')}>
              <div className="card-body stack">
                <p>{text('settings.account-text', { account: firm.account })}</p>
                <div>
                  {signedOut ? (
                    <Button onPress={() => openDialog({ kind: 'sign-in', why: 'asked' })}>
                      {text('sign-in.button')}
                    </Button>
                  ) : (
                    <Button onPress={() => void bridge.call('access/sign-out', null)}>
                      {text('sign-in.out')}
                    </Button>
                  )}
                </div>
              </div>
            </Card>
          )}
          {simulated && <VendorAddressCard />}
          {!simulated && <FromArubaSettings />}
          <RemindersCard />
          <CalendarFeedCard />
          <AtLoginCard />
          <DiagnosticsCard />
        </div>
      </div>
    </Page>
  );
}
