import { expect, test } from '@jest/globals';
import { dark, light } from './palette.ts';

function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.040_45 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].toSorted((one, other) => one - other);
  return (high + 0.05) / (low + 0.05);
}

test.each([
  ['light', light],
  ['dark', dark],
])('%s text is readable on what lies behind it', (_name, palette) => {
  for (const behind of [palette.page, palette.sheet]) {
    for (const colour of [palette.text, palette.quiet, palette.link]) {
      expect(contrast(colour, behind)).toBeGreaterThanOrEqual(4.5);
    }
  }
  expect(contrast(palette.onButton, palette.button)).toBeGreaterThanOrEqual(4.5);
});
