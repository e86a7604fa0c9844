import type { ReactNode } from 'react';
import classes from './Page.module.css';

interface PageProps {
  /** The heading, and the document's title unless `documentTitle` says more. */
  title: string;
  documentTitle?: string;
  /** A small line over the heading: what kind of thing this is, or where it belongs. */
  eyebrow?: ReactNode;
  /** One or two sentences under the heading. */
  lead?: ReactNode;
  /** Buttons beside the heading. */
  actions?: ReactNode;
  width?: 'narrow' | 'normal' | 'wide';
  children?: ReactNode;
}

/** The frame of every page: its title, its one h1 (which receives focus after navigation), its width. */
export function Page({
  title,
  documentTitle,
  eyebrow,
  lead,
  actions,
  width = 'normal',
  children,
}: PageProps) {
  return (
    <div className={classes.page} data-width={width}>
      <title>{`${documentTitle ?? title} · Cobid`}</title>
      <div className={classes.head}>
        <div className={classes.words}>
          {eyebrow !== undefined && <p className={classes.eyebrow}>{eyebrow}</p>}
          <h1 tabIndex={-1} className={classes.title}>
            {title}
          </h1>
          {lead !== undefined && <div className={classes.lead}>{lead}</div>}
        </div>
        {actions !== undefined && <div className={classes.actions}>{actions}</div>}
      </div>
      {children}
    </div>
  );
}
