import { numberFormat } from './intlFormats.ts';
import type { Currency } from './money.ts';

/** Amount for people, such as "€12,300" (cents are shown only where there are any). */
export function formatMoney(amountMinor: number, unit: Currency, locale = 'en-GB'): string {
  const whole = amountMinor % 100 === 0;
  return numberFormat(locale, {
    style: 'currency',
    currency: unit,
    minimumFractionDigits: whole ? 0 : 2,
    maximumFractionDigits: whole ? 0 : 2,
  }).format(amountMinor / 100);
}
