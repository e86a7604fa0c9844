import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useSearchParams } from 'react-router';

/** A search that lives in the address (`?query=`): typed text goes there after a pause, and the page starts at 1 again. */
export function SearchField({ label, placeholder }: { label: string; placeholder: string }) {
  const [search, setSearch] = useSearchParams();
  const inAddress = search.get('query') ?? '';
  const [text, setText] = useState(inAddress);
  const written = useRef(inAddress);
  // Going back in history changes the address under the field.
  useEffect(() => {
    if (inAddress !== written.current) setText(inAddress);
    written.current = inAddress;
  }, [inAddress]);
  useEffect(() => {
    if (text.trim() === written.current) return;
    const timer = setTimeout(() => {
      written.current = text.trim();
      setSearch(
        (current) => {
          const next = new URLSearchParams(current);
          next.delete('page');
          if (text.trim() === '') next.delete('query');
          else next.set('query', text.trim());
          return next;
        },
        { replace: true, preventScrollReset: true },
      );
    }, 300);
    return () => clearTimeout(timer);
  }, [text, setSearch]);
  return (
    <TextInput
      type="search"
      label={label}
      placeholder={placeholder}
      leftSection={<IconSearch size={18} aria-hidden />}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
    />
  );
}
