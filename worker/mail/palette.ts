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

export const light: Palette = {
  page: '#f4f2ed',
  sheet: '#ffffff',
  text: '#1f2522',
  quiet: '#59625d',
  link: '#0f5c47',
  line: '#d9dcd6',
  button: '#0f5c47',
  onButton: '#ffffff',
};

export const dark: Palette = {
  page: '#131615',
  sheet: '#1c201e',
  text: '#e9ece9',
  quiet: '#a8b1ac',
  link: '#7ed3b4',
  line: '#39403c',
  button: '#7ed3b4',
  onButton: '#10201a',
};
