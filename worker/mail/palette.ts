/** Colours of the mails: text is at least 4.5:1 on what lies behind it, in light and in dark (WCAG 2.2, 1.4.3). */
export interface Palette {
  page: string;
  sheet: string;
  text: string;
  quiet: string;
  link: string;
  line: string;
  button: string;
  onButton: string;
}

/** The client's own: paper, ink, and fired clay for what can be done. */
export const light: Palette = {
  page: '#f3f0ea',
  sheet: '#ffffff',
  text: '#1d2927',
  quiet: '#56534a',
  link: '#a34420',
  line: '#d9d3c7',
  button: '#a34420',
  onButton: '#ffffff',
};

export const dark: Palette = {
  page: '#191817',
  sheet: '#262521',
  text: '#f3f0ea',
  quiet: '#bdb6a8',
  link: '#e79d7b',
  line: '#3d3b35',
  button: '#e79d7b',
  onButton: '#2a1409',
};

/** Typefaces that are there wherever mail is read. */
export const sans = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
export const serif = "'Iowan Old Style', 'Palatino Linotype', Charter, Georgia, serif";
