import { IconX } from '@tabler/icons-react';
import { useEffect, useSyncExternalStore } from 'react';
import { toastQueue } from './toastQueue.ts';
import type { Toast } from './toastQueue.ts';
import classes from './ToastHost.module.css';

const SHOWN_MS = 6000;

function ToastItem({ toast }: { toast: Toast }) {
  const isProblem = toast.kind === 'problem';
  useEffect(() => {
    // Failures stay until they are closed: nobody should have to read fast to learn that something did not happen.
    if (isProblem) return;
    const timer = setTimeout(() => toastQueue.remove(toast.id), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [toast.id, isProblem]);
  return (
    <div className={classes.toast} data-kind={toast.kind}>
      <span>{toast.message}</span>
      <button
        type="button"
        className={classes.close}
        aria-label="Close notice"
        onClick={() => toastQueue.remove(toast.id)}
      >
        <IconX size={18} aria-hidden />
      </button>
    </div>
  );
}

/** Where notices appear. The live region is always there, so that screen readers hear what is put into it. */
export function ToastHost() {
  const toasts = useSyncExternalStore(toastQueue.subscribe, toastQueue.read);
  return (
    <div className={classes.host} role="status" aria-live="polite">
      {toasts.map((toast) => (
        <ToastItem key={toast.id} toast={toast} />
      ))}
    </div>
  );
}
