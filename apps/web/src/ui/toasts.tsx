import { Check, CircleAlert, Lock } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { type Toast, toasts } from './toast-store.ts';

const ICONS = { done: Check, error: CircleAlert, locked: Lock } as const;

/** The live region exists before the first toast: one that appears together with its text is not announced. */
export function Toasts() {
  const shown = useSyncExternalStore(toasts.subscribe, toasts.get);
  return (
    <div className="toasts" role="status" aria-live="polite">
      {shown.map((toast) => (
        <ToastView key={toast.id} toast={toast} />
      ))}
    </div>
  );
}

function ToastView({ toast }: { readonly toast: Toast }) {
  const Icon = ICONS[toast.tone];
  const { action } = toast;
  return (
    // That the notes are locked ends what somebody is doing: it may interrupt.
    <div className="toast" {...(toast.tone === 'locked' && { role: 'alert' })}>
      <Icon className="icon" />
      <span>
        {toast.text}
        {toast.sub !== undefined && <span className="toast__sub">{toast.sub}</span>}
      </span>
      {action && (
        <button
          type="button"
          className="btn btn--sm"
          onClick={() => {
            toasts.dismiss(toast.id);
            action.run();
          }}
        >
          {action.label}
        </button>
      )}
    </div>
  );
}
