import { change } from './change.ts';
import { changeableBidStates } from './lifecycle.ts';
import { cannot } from './outcome.ts';
import type { BidOutcome } from './outcome.ts';
import type { Bid, BidChange } from './schema.ts';

/** Changes the text, the dispute path or the reasons for joining up; what is not named stays. */
export function edit(bid: Bid, changes: Omit<BidChange, 'version'>): BidOutcome {
  if (!changeableBidStates.includes(bid.state)) return cannot('wrong_state');
  const { sections = bid.content.sections } = changes;
  const doubled = sections.findIndex(
    (section, index) => sections.findIndex((other) => other.key === section.key) < index,
  );
  if (doubled >= 0) {
    const message = 'Each section needs a key of its own.';
    return cannot('invalid', [{ pointer: `/sections/${doubled}/key`, message }]);
  }
  return change(bid, {
    ...bid.content,
    sections,
    disputePath: changes.disputePath === undefined ? bid.content.disputePath : changes.disputePath,
    joiningReasons: [...new Set(changes.joiningReasons ?? bid.content.joiningReasons)],
  });
}
