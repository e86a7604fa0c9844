import { Button, Tooltip } from '@mantine/core';
import type { ButtonProps } from '@mantine/core';
import { reasons } from '@cobid/domain/reasons.ts';
import type { Verdict } from '@cobid/domain/verdict.ts';
import { useId } from 'react';
import type { ReactNode } from 'react';

interface VerdictButtonProps extends ButtonProps {
  /** Whether the action is allowed, and why not; from a view's `can` or a domain policy. */
  verdict: Verdict | undefined;
  onClick: () => void;
  children: ReactNode;
}

/**
 * A button that stays in place when its action is refused and says why: to the eye in a tooltip, to assistive
 * technology as its description. It keeps focus, so that the reason can be reached with the keyboard.
 */
export function VerdictButton({ verdict, onClick, children, ...rest }: VerdictButtonProps) {
  const reasonId = useId();
  if (verdict === undefined || verdict.ok) {
    return (
      <Button {...rest} onClick={onClick}>
        {children}
      </Button>
    );
  }
  const why = reasons[verdict.because];
  return (
    <>
      <Tooltip label={why} events={{ hover: true, focus: true, touch: true }}>
        <Button
          {...rest}
          aria-disabled
          data-disabled
          aria-describedby={reasonId}
          onClick={(event) => event.preventDefault()}
        >
          {children}
        </Button>
      </Tooltip>
      <span id={reasonId} className="visuallyHidden">
        {why}
      </span>
    </>
  );
}
