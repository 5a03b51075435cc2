import { type ReactNode, useEffect } from 'react';
import { Link } from 'wouter';
import { BrandMark } from './brand.tsx';

interface NoticePageProps {
  readonly title: string;
  /** What happened, what is safe, what to do: a paragraph each. */
  readonly children: ReactNode;
  readonly actions?: ReactNode;
}

/** A page that has one thing to say. */
export function NoticePage({ title, children, actions }: NoticePageProps) {
  useEffect(() => {
    document.title = `${title} · Duet`;
  }, [title]);
  return (
    <main className="notice">
      <Link href="/" className="brand">
        <BrandMark />
        Duet
      </Link>
      <div className="notice__card">
        <h1>{title}</h1>
        {children}
        {actions !== undefined && <div className="notice__do">{actions}</div>}
      </div>
    </main>
  );
}
