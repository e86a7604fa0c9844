import { Button } from '@mantine/core';
import { paths } from '@cobid/domain/paths.ts';
import { Link } from 'react-router';
import { useMe } from '../../api/me.ts';
import classes from './OwnerPanel.module.css';

/** For readers who act for no organisation: where an open tender leads a co-op. */
export function CoopHint({ tenderId }: { tenderId: string }) {
  const isVisitor = useMe().person === null;
  return (
    <div className={classes.panel}>
      <p className={classes.title}>Are you a tech co-op?</p>
      <p className={classes.next}>
        {isVisitor
          ? 'Sign in to see how well this fits you, what is missing, and who could do it with you.'
          : 'Set up your co-op to see how well this fits you, what is missing, and who could do it with you.'}
      </p>
      <div className={classes.actions}>
        {isVisitor ? (
          <Button component={Link} to={paths.signIn(paths.tender(tenderId))}>
            Sign in or join
          </Button>
        ) : (
          <Button component={Link} to={`${paths.newOrganisation()}?kind=coop`}>
            Set up the co-op
          </Button>
        )}
      </div>
    </div>
  );
}
