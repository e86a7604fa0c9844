export interface Toast {
  id: number;
  message: string;
  kind: 'done' | 'problem';
}

let shown: readonly Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();

function set(toasts: readonly Toast[]) {
  shown = toasts;
  for (const listener of listeners) listener();
}

/** The notices on screen, newest last; three at most, so that they never cover the page. */
export const toastQueue = {
  add(toast: Omit<Toast, 'id'>) {
    set([...shown, { ...toast, id: nextId++ }].slice(-3));
  },
  remove(id: number) {
    set(shown.filter((toast) => toast.id !== id));
  },
  read: () => shown,
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
};
