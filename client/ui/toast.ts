import { toastQueue } from './toastQueue.ts';

/** Says something in passing: what was done, or a failure that no form can show. Announced politely. */
export function toast(message: string, kind: 'done' | 'problem' = 'done') {
  toastQueue.add({ message, kind });
}
