import { Table } from '@mantine/core';
import type { TableProps } from '@mantine/core';

interface WideTableProps extends TableProps {
  /** What the table tells, for those who do not see where it stands. */
  label: string;
  /** The width in pixels below which it scrolls sideways. */
  minWidth: number;
}

/** A table that scrolls sideways by itself on a narrow screen, with the keyboard, too. */
export function WideTable({ label, minWidth, children, ...rest }: WideTableProps) {
  return (
    <Table.ScrollContainer
      minWidth={minWidth}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: 'region', 'aria-label': label } }}
    >
      <Table {...rest}>
        <caption className="visuallyHidden">{label}</caption>
        {children}
      </Table>
    </Table.ScrollContainer>
  );
}
