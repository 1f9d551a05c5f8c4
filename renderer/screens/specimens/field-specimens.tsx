import { useState } from 'react';
import { Checkbox, SearchField, Select, Switch, TextField, type Choice } from '../../components/controls.tsx';
import { Radios } from '../../components/radios.tsx';
import { Stepper } from '../../components/stepper.tsx';
import { Card } from '../../components/surfaces.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { text } from '../../text/text.ts';

type Tone = 'ok' | 'soon' | 'late';

/** Fields, lists of choices, ticks, radios, switches, numbers. */
export function FieldSpecimens() {
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  const [choice, setChoice] = useState<Tone | null>(null);
  const [ticked, setTicked] = useState(true);
  const [number, setNumber] = useState(3);
  const choices: readonly Choice<Tone>[] = (['ok', 'soon', 'late'] as const).map((id) => ({
    id,
    label: text(`specimen.tone-${id}`),
  }));
  return (
    <Card title={text('specimen.fields')}>
      <div className="card-body stack">
        <div className="form-grid">
          <TextField label={text('specimen.empty-field')} value={typed} onChange={setTyped} />
          <TextField label={text('specimen.filled')} defaultValue={text('kind.user')} />
          <TextField label={text('specimen.with-hint')} hint={text('specimen.hint')} />
          <TextField label={text('specimen.wrong')} defaultValue="31/02" error={text('input.required')} />
          <TextField
            label={text('specimen.off', { what: text('specimen.filled') })}
            defaultValue={text('kind.user')}
            isDisabled
          />
          <TextField type="password" label={text('sign-in.password')} defaultValue="allinea" />
        </div>
        <TextArea label={text('specimen.long')} value={typed} onChange={setTyped} />
        <SearchField label={text('specimen.search')} value={query} onChange={setQuery} />
        <div className="form-grid">
          <Select
            label={text('specimen.choices')}
            placeholder={text('specimen.nothing-chosen')}
            value={choice}
            choices={choices}
            onChange={setChoice}
          />
          <Select label={text('specimen.filled')} value="ok" choices={choices} onChange={setChoice} />
        </div>
        <Select inline label={text('specimen.inline')} value="soon" choices={choices} onChange={setChoice} />
        <div className="row row-wrap">
          <Checkbox checked={ticked} onChange={setTicked}>
            {text('specimen.chosen')}
          </Checkbox>
          <Checkbox checked={!ticked} onChange={(on) => setTicked(!on)}>
            {text('specimen.not-chosen')}
          </Checkbox>
          <Checkbox checked={false} partly onChange={setTicked}>
            {text('specimen.partly')}
          </Checkbox>
          <Checkbox checked isDisabled onChange={setTicked}>
            {text('specimen.off', { what: text('specimen.chosen') })}
          </Checkbox>
        </div>
        <Radios
          label={text('specimen.choices')}
          value={choice}
          choices={choices.map(({ id, label }) => ({
            id,
            label: <span>{label}</span>,
            ...(id === 'ok' && { note: text('specimen.hint') }),
          }))}
          onChange={setChoice}
        />
        <Radios
          sides
          label={text('specimen.inline')}
          value={choice}
          choices={choices.slice(0, 2).map(({ id, label }) => ({ id, label: <span>{label}</span> }))}
          onChange={setChoice}
        />
        <div className="row row-wrap">
          <Switch on={ticked} onChange={setTicked}>
            {text('specimen.on')}
          </Switch>
          <Switch on={!ticked} onChange={(on) => setTicked(!on)}>
            {text('specimen.not-chosen')}
          </Switch>
          <Stepper
            label={text('specimen.number')}
            fewer={text('specimen.fewer')}
            more={text('specimen.more')}
            value={number}
            set={async (next) => {
              setNumber(next);
              return true;
            }}
          />
        </div>
      </div>
    </Card>
  );
}
