import { Link } from 'wouter';
import { NoticePage } from '../ui/notice-page.tsx';

export function NotFoundPage() {
  return (
    <NoticePage
      title="Nothing at this address"
      actions={
        <Link href="/" className="btn btn--primary">
          Go home
        </Link>
      }
    >
      <p>The address may be cut off or mistyped. Your meetings are on the home page.</p>
    </NoticePage>
  );
}
