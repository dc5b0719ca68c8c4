import { Component, type ReactNode } from 'react';
import { failureOf } from '../api.ts';
import { FailureNote } from './failure-note.tsx';

type Props = { children: ReactNode };

/** A fault while drawing costs one screen, not the session: it says so and offers to draw again. */
export class ErrorBoundary extends Component<Props, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown): { error: unknown } {
    return { error };
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children;
    return (
      <FailureNote
        failure={failureOf(this.state.error)}
        heading="This screen could not be drawn"
        action={{ label: 'Draw it again', run: () => this.setState({ error: null }) }}
      />
    );
  }
}
