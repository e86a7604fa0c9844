import { useEffect, useState, useSyncExternalStore } from 'react';
import { createAutosave } from './autosave.ts';
import type { Autosave, AutosaveState } from './autosave.ts';

interface UseAutosave<Fields> extends Autosave<Fields> {
  state: AutosaveState;
}

/**
 * An autosave that lives as long as the editor that is on screen: it saves what is left when one leaves the page,
 * tries again when the connection is back, and warns before the window is closed on unsaved changes.
 */
export function useAutosave<Fields extends object>(
  version: number,
  save: (version: number, fields: Partial<Fields>) => Promise<{ version: number }>,
): UseAutosave<Fields> {
  const [autosave] = useState(() => createAutosave<Fields>({ version, save }));
  const state = useSyncExternalStore(autosave.subscribe, autosave.read);
  useEffect(() => {
    const again = () => void autosave.flush();
    const warn = (event: BeforeUnloadEvent) => {
      if (autosave.read().status !== 'saved') event.preventDefault();
    };
    window.addEventListener('online', again);
    window.addEventListener('beforeunload', warn);
    return () => {
      window.removeEventListener('online', again);
      window.removeEventListener('beforeunload', warn);
      void autosave.flush();
    };
  }, [autosave]);
  return { ...autosave, state };
}
