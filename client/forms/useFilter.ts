import { useSearchParams } from 'react-router';

/** One filter that lives in the address: its value ('' for none) and how to set it; the page starts at 1 again. */
export function useFilter(name: string): [value: string, set: (value: string | null) => void] {
  const [search, setSearch] = useSearchParams();
  const set = (value: string | null) =>
    setSearch(
      (current) => {
        const next = new URLSearchParams(current);
        next.delete('page');
        if (value === null || value === '') next.delete(name);
        else next.set(name, value);
        return next;
      },
      { replace: true, preventScrollReset: true },
    );
  return [search.get(name) ?? '', set];
}
