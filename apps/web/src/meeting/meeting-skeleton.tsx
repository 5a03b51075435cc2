import { Link } from 'wouter';
import { BrandMark } from '../ui/brand.tsx';

/** The frame of a meeting before its document is here: the same places, nothing in them, nothing that moves. */
export function MeetingSkeleton() {
  return (
    <div className="app">
      <header className="topbar">
        <div className="topbar__left">
          <Link href="/" className="brand" aria-label="Duet home">
            <BrandMark />
          </Link>
        </div>
      </header>
      <div className="outline" />
      <main className="page" aria-busy="true">
        <div className="page__inner">
          <div role="status">
            <h1 className="muted">Opening the meeting</h1>
          </div>
        </div>
      </main>
    </div>
  );
}
