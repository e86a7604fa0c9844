import { Skeleton, Typography } from '@mantine/core';
import { lazy, Suspense } from 'react';

// No raw HTML: react-markdown shows it as text, and lets no script addresses through. Headings start below the page's own.
const ReactMarkdown = lazy(() => import('react-markdown'));

const components = { h1: 'h3', h2: 'h3', h3: 'h4' } as const;

/** Longer text that somebody wrote in Markdown. Pictures are left out: they would tell their host who reads. */
export function Markdown({ text }: { text: string }) {
  return (
    <Typography style={{ maxWidth: '44rem' }}>
      <Suspense fallback={<Skeleton height={80} />}>
        <ReactMarkdown components={components} disallowedElements={['img']} unwrapDisallowed>
          {text}
        </ReactMarkdown>
      </Suspense>
    </Typography>
  );
}
