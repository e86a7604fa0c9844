import { languageNames, languages } from '@cobid/domain/language.ts';
import type { Language } from '@cobid/domain/language.ts';
import type { MailKind } from '@cobid/domain/mail/kinds.ts';
import { mailRules } from '@cobid/domain/mail/rules.ts';

/** A sample, with the files that show it. */
export interface PreviewedMail {
  kind: MailKind;
  subject: string;
  text: string;
  frames: { scheme: string; file: string }[];
}

const widths = [320, 600] as const;

const style = `
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
body { margin: 0 auto; padding: 1.5rem; max-width: 82rem }
nav ul { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; padding: 0; list-style: none }
section { border-top: 1px solid #8888; margin-top: 2.5rem }
h2 { margin: 1.5rem 0 .25rem }
h3 { font-size: 1rem; margin: 1.75rem 0 .5rem }
.frames { display: flex; flex-wrap: wrap; gap: 1rem; align-items: flex-start }
figure { margin: 0; max-width: 100% }
iframe { border: 1px solid #8888; height: 34rem; max-width: 100%; resize: vertical; background: #fff }
pre { overflow-x: auto; padding: 1rem; border: 1px solid #8888; font-size: .875rem }
`;

/** Every mail of a language on one page: its switch or why it has none, its subject, its looks, its text part. */
export function previewPage(language: Language, mails: readonly PreviewedMail[]): string {
  const kinds = [...new Set(mails.map(({ kind }) => kind))];
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Mails of Cobid in ${languageNames[language]}</title>
<style>${style}</style>
</head>
<body>
<header>
<h1>Every mail that Cobid sends</h1>
<p>Made of samples, as a phone (320 px) and a computer (600 px) show them, in light and in dark. Links lead nowhere here.</p>
<nav aria-label="Languages"><ul>${languages.map((each) => languageLink(each, language)).join('')}</ul></nav>
<nav aria-label="Mails"><ul>${kinds.map((kind) => `<li><a href="#${kind}">${escaped(mailRules[kind].name)}</a></li>`).join('')}</ul></nav>
</header>
<main>
${kinds.map((kind) => section(kind, language, mails)).join('\n')}
</main>
</body>
</html>
`;
}

function languageLink(each: Language, current: Language): string {
  const mark = each === current ? ' aria-current="page"' : '';
  return `<li><a href="${each}.html" lang="${each}"${mark}>${languageNames[each]}</a></li>`;
}

function section(kind: MailKind, language: Language, mails: readonly PreviewedMail[]): string {
  const samples = mails.filter((mail) => mail.kind === kind);
  return `<section id="${kind}" aria-labelledby="${kind}-name">
<h2 id="${kind}-name">${escaped(mailRules[kind].name)}</h2>
<p>${escaped(controlInWords(kind))}</p>
${samples.map((mail) => sample(mail, language)).join('\n')}
</section>`;
}

function controlInWords(kind: MailKind): string {
  const { control } = mailRules[kind];
  if (control === 'switch') return 'Each person can switch it off by itself.';
  if (control === 'frequency') return 'Each person chooses how often it comes, or that it never does.';
  return `It has no switch. ${control.noSwitch}`;
}

function sample({ subject, text, frames }: PreviewedMail, language: Language): string {
  const pictures = widths.flatMap((width) =>
    frames.map(
      ({ scheme, file }) =>
        `<figure><figcaption>${width} px, ${scheme}</figcaption><iframe sandbox loading="lazy" width="${width}" src="${file}" title="${escaped(`${subject}, ${width} px, ${scheme}`)}"></iframe></figure>`,
    ),
  );
  return `<h3 lang="${language}">${escaped(subject)}</h3>
<div class="frames">${pictures.join('')}</div>
<details><summary>Plain-text part</summary><pre lang="${language}" tabindex="0">${escaped(text)}</pre></details>`;
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
