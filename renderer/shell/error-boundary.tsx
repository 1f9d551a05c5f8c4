import { Component, type ReactNode } from 'react';
import { Button } from '../components/buttons.tsx';
import { Empty } from '../components/surfaces.tsx';
import { text } from '../text/text.ts';

interface Props {
  /** Where the person is. Somewhere else, everything is made anew. */
  readonly place: unknown;
  readonly children: ReactNode;
}

interface State {
  readonly broken: boolean;
  readonly place: unknown;
}

/**
 * Shows a message if a screen crashes, and a button to open it again. Nothing is lost, because a screen
 * holds no data of its own.
 */
export class ErrorBoundary extends Component<Props, State> {
  override state: State = { broken: false, place: this.props.place };

  static getDerivedStateFromError(): Partial<State> {
    return { broken: true };
  }

  static getDerivedStateFromProps({ place }: Props, state: State): Partial<State> | null {
    return place === state.place ? null : { place, broken: false };
  }

  override render(): ReactNode {
    if (!this.state.broken) return this.props.children;
    return (
      <Empty
        title={text('shell.crash-title')}
        action={<Button onPress={() => this.setState({ broken: false })}>{text('shell.reload')}</Button>}
      >
        {text('shell.crash-text')}
      </Empty>
    );
  }
}
