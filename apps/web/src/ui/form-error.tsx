import { CircleAlert } from 'lucide-react';

/** The region stays, so that a message that comes into it is announced. */
export function FormError({ message }: { readonly message: string | null }) {
  return (
    <div role="alert">
      {message !== null && (
        <p className="form-error">
          <CircleAlert className="icon" />
          {message}
        </p>
      )}
    </div>
  );
}
