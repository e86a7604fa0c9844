import type { Action, Block, Fact } from './content.ts';
import { constants, markup } from './markup.ts';
import type { Markup } from './markup.ts';
import { light, sans, serif } from './palette.ts';

const ink = `color:${light.text}`;
const lines = `1px solid ${light.line}`;
const body = 'margin:0 0 16px;font-size:16px;line-height:1.55';
const cell = `padding:8px 0;border-bottom:${lines};font-size:16px;line-height:1.45;text-align:left;vertical-align:top`;
const boxed = `border:${lines};border-radius:8px;color:${light.link}`;

const styles = constants({
  heading: `margin:28px 0 10px;font:600 19px/1.3 ${serif};${ink}`,
  subheading: `margin:24px 0 8px;padding-top:16px;border-top:${lines};font:600 17px/1.35 ${sans};${ink}`,
  paragraph: `${body};${ink}`,
  list: `${body};padding-left:22px;${ink}`,
  item: 'margin:0 0 6px',
  code: `margin:0 0 16px;font-size:30px;font-weight:600;letter-spacing:6px;${ink}`,
  facts: 'margin:0 0 20px',
  factName: `${cell};padding-right:10px;width:32%;font-weight:400;color:${light.quiet}`,
  factValue: `${cell};${ink};word-break:break-word`,
  quote: `${body};padding:2px 0 2px 14px;border-left:3px solid ${light.line};${ink}`,
  buttons: 'margin:8px 0 24px',
  button:
    `display:inline-block;padding:13px 22px;border-radius:8px;background:${light.button};color:${light.onButton};` +
    `border:1px solid ${light.button};font-size:16px;font-weight:600;text-decoration:none`,
  choices: 'margin:8px 0 20px',
  choice: `display:block;margin:0 0 8px;padding:12px 16px;${boxed};font-size:16px;font-weight:600`,
  links: 'margin:0 0 12px',
  link: `display:inline-block;margin:0 8px 8px 0;padding:9px 12px;${boxed};font-size:15px;font-weight:600`,
});

/** A block of a mail as HTML. */
export function blockMarkup(block: Block): Markup {
  switch (block.kind) {
    case 'heading':
      return markup`<h2 class="text" style="${styles.heading}">${block.text}</h2>`;
    case 'subheading':
      return markup`<h3 class="text line" style="${styles.subheading}">${block.text}</h3>`;
    case 'paragraph':
      return markup`<p class="text" style="${styles.paragraph}">${block.text}</p>`;
    case 'theirWords':
      return markup`<p class="text" lang="" style="${styles.paragraph}">${block.text}</p>`;
    case 'facts':
      return factsMarkup(block.facts);
    case 'list':
      return markup`<ul class="text" style="${styles.list}">${block.items.map(itemMarkup)}</ul>`;
    case 'quote':
      return quoteMarkup(block.text);
    case 'code':
      return markup`<p class="text" style="${styles.code}">${block.code}</p>`;
    case 'links':
      return anchors('div', styles.links, block.actions, 'choice', styles.link);
    case 'actions':
      return block.leads
        ? anchors('p', styles.buttons, block.actions, 'button', styles.button)
        : anchors('div', styles.choices, block.actions, 'choice', styles.choice);
  }
}

function itemMarkup(item: string): Markup {
  return markup`<li style="${styles.item}">${item}</li>`;
}

function factsMarkup(facts: readonly Fact[]): Markup {
  const rows = facts.map(
    ({ name, value }) => markup`
      <tr>
        <th scope="row" class="quiet line" style="${styles.factName}">${name}</th>
        <td class="text line" style="${styles.factValue}">${value}</td>
      </tr>`,
  );
  return markup`
    <table width="100%" cellpadding="0" cellspacing="0" border="0" style="${styles.facts}">
      <tbody>${rows}</tbody>
    </table>`;
}

function quoteMarkup(text: string): Markup {
  const words = text.split(/\r\n|\r|\n/).map((line) => markup`<div>${line === '' ? '\u00A0' : line}</div>`);
  return markup`<blockquote class="text line" lang="" style="${styles.quote}">${words}</blockquote>`;
}

/** Links with a border around each, to be hit with a thumb; they wrap where the line is full. */
function anchors(
  around: 'p' | 'div',
  style: Markup,
  actions: readonly Action[],
  name: string,
  each: Markup,
): Markup {
  const all = actions.map(
    ({ text, href }) => markup`<a href="${href}" class="${name}" style="${each}">${text}</a>`,
  );
  return around === 'p' ? markup`<p style="${style}">${all}</p>` : markup`<div style="${style}">${all}</div>`;
}
