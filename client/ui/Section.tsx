import { useId } from 'react';
import type { ReactNode } from 'react';
import classes from './Section.module.css';

interface SectionProps {
  title: string;
  /** Anchor within the page, for links such as #skills. */
  id?: string;
  lead?: ReactNode;
  actions?: ReactNode;
  /** On a card of its own; plain sections are set apart by space only. */
  isCard?: boolean;
  children: ReactNode;
}

/** A titled part of a page (h2), named for assistive technology by its title. */
export function Section({ title, id, lead, actions, isCard = false, children }: SectionProps) {
  const titleId = useId();
  return (
    <section id={id} aria-labelledby={titleId} className={classes.section} data-card={isCard}>
      <div className={classes.head}>
        <h2 id={titleId} className={classes.title}>
          {title}
        </h2>
        {actions}
      </div>
      {lead !== undefined && <div className={classes.lead}>{lead}</div>}
      {children}
    </section>
  );
}
