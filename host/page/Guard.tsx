import { Component, type ReactNode } from 'react';

interface GuardProps {
  children: ReactNode;
  onError(): void;
}

/**
 * Catches an error of the grid's own code (a press beside the last column is one), which would otherwise take the whole
 * page away. What was done is with the host already, so the grid is simply made anew.
 */
export class Guard extends Component<GuardProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override componentDidCatch(): void {
    this.props.onError();
  }

  override render(): ReactNode {
    return this.state.broken ? null : this.props.children;
  }
}
