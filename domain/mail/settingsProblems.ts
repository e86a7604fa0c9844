import type { Problem } from '../problem.ts';
import type { MailSettings } from './settings.ts';
import { weekdayNames } from './weekdays.ts';

/** What settings must not say together: a digest in the quiet hours would never come when it says. */
export function settingsProblems(settings: MailSettings): Problem[] {
  const { deliveryFrom, deliveryTo, deliveryDays, hour, weekday } = settings;
  if (deliveryTo <= deliveryFrom) {
    return [{ pointer: '/deliveryTo', message: 'has to be later than the hour before it.' }];
  }
  const problems: Problem[] = [];
  if (hour < deliveryFrom || hour >= deliveryTo) {
    const message = `is in your quiet hours. Choose ${deliveryFrom}:00 to ${deliveryTo - 1}:00, or change those hours first.`;
    problems.push({ pointer: '/hour', message });
  }
  if (!deliveryDays.includes(weekday)) {
    const message = `is a quiet day: you get no mails on a ${weekdayNames[weekday - 1]}. Choose another one, or add this day.`;
    problems.push({ pointer: '/weekday', message });
  }
  return problems;
}
