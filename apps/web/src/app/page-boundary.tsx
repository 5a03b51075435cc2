import { Component, type ReactNode } from 'react';
import { NoticePage } from '../ui/notice-page.tsx';

interface Props {
  readonly children: ReactNode;
}

/** Where a fault of the page itself ends: says what is safe and offers the way back. */
export class PageBoundary extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <NoticePage
        title="This page stopped"
        actions={
          <button type="button" className="btn btn--primary" onClick={() => location.reload()}>
            Reload
          </button>
        }
      >
        <p>The meeting itself is fine: what was saved is on the server, and the rest is kept in this browser.</p>
        <p>Reload to go on where you were.</p>
      </NoticePage>
    );
  }
}
