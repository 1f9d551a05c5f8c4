import { Component, type ReactNode } from 'react';
import { Button } from '../components/controls.tsx';
import { Empty } from '../components/surfaces.tsx';
import { text } from '../text/text.ts';

/**
 * Shows a message if a screen crashes, and a button to open it again. Nothing is lost, because a screen
 * holds no data of its own.
 */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, { readonly broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
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
