import { createTheme } from '@mantine/core';
import type { CSSVariablesResolver } from '@mantine/core';

const SANS =
  "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', 'Liberation Sans', Arial, sans-serif";
const SERIF =
  "'Iowan Old Style', 'Palatino Linotype', 'URW Palladio L', P052, Charter, 'Noto Serif', 'Liberation Serif', Georgia, serif";

/**
 * Paper, ink and fired clay: warm neutrals, a deep pine for what stands still, one clay accent for what can be done.
 * All text pairs meet WCAG AA in both schemes.
 */
export const theme = createTheme({
  primaryColor: 'clay',
  primaryShade: { light: 7, dark: 6 },
  black: '#1d2927',
  fontFamily: SANS,
  fontFamilyMonospace: "ui-monospace, 'Cascadia Mono', 'SF Mono', 'DejaVu Sans Mono', monospace",
  headings: { fontFamily: SERIF, fontWeight: '600', textWrap: 'balance' },
  defaultRadius: 'md',
  radius: { xs: '2px', sm: '4px', md: '7px', lg: '12px', xl: '20px' },
  cursorType: 'pointer',
  respectReducedMotion: true,
  colors: {
    red: [
      '#fdf0ef',
      '#f8d9d6',
      '#f0b3ad',
      '#e68a82',
      '#dc6358',
      '#cf4338',
      '#b3261e',
      '#9a1f18',
      '#8c1d18',
      '#7a1712',
    ],
    clay: [
      '#fcf1eb',
      '#f8dfd3',
      '#f0bfa8',
      '#e79d7b',
      '#e08a5f',
      '#cf6a3c',
      '#b9522a',
      '#a34420',
      '#87371a',
      '#6a2b14',
    ],
    pine: [
      '#edf5f3',
      '#d5e7e3',
      '#a9cfc7',
      '#7bb5aa',
      '#549c90',
      '#388377',
      '#2a6d63',
      '#225a52',
      '#1f4a44',
      '#163733',
    ],
    gray: [
      '#faf8f4',
      '#f3f0ea',
      '#e8e3da',
      '#d9d3c7',
      '#bdb6a8',
      '#96907f',
      '#6b675c',
      '#56534a',
      '#3d3b35',
      '#262521',
    ],
    dark: [
      '#e6e4de',
      '#cfcdc6',
      '#aeb1aa',
      '#868d87',
      '#3d4845',
      '#2e3835',
      '#212a28',
      '#171e1c',
      '#121816',
      '#0c100f',
    ],
  },
  components: {
    // Escape and the return of focus come with Mantine; the close button needs a name for screen readers.
    Modal: {
      defaultProps: {
        centered: true,
        closeButtonProps: { 'aria-label': 'Close' },
        // The dialog's <header> would count as a second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
    Tooltip: { defaultProps: { multiline: true, maw: 320, withArrow: true } },
  },
});

/** Colours that Mantine's defaults leave below AA contrast, and the paper behind everything. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#fbf9f5',
    '--mantine-color-dimmed': '#5a6360',
    '--mantine-color-placeholder': '#6f6b60',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-success': '#225a52',
    // 3:1 against paper and cards, so that the edge of a field can be seen.
    '--mantine-color-default-border': '#8c8678',
    '--mantine-color-disabled-color': '#6b675c',
    '--cobid-surface': '#ffffff',
    '--cobid-sunken': '#f4f0e8',
    '--cobid-border': '#e3dccf',
    '--cobid-strong': '#1f4a44',
    '--cobid-on-strong': '#fbf9f5',
    '--cobid-accent-text': '#a34420',
  },
  dark: {
    '--mantine-color-dimmed': '#aeb1aa',
    '--mantine-color-placeholder': '#9aa19b',
    '--mantine-color-error': '#ff9d91',
    '--mantine-color-success': '#7bb5aa',
    '--mantine-color-anchor': '#e79d7b',
    '--mantine-color-disabled-color': '#9aa19b',
    '--mantine-color-default-border': '#6f7a75',
    '--cobid-surface': '#1d2624',
    '--cobid-sunken': '#121816',
    '--cobid-border': '#33403c',
    '--cobid-strong': '#17332f',
    '--cobid-on-strong': '#f1efe9',
    '--cobid-accent-text': '#e79d7b',
  },
});
