import type { ReactNode } from 'react';
import type { Action, Block, MailContent } from './content.ts';
import { dark, light } from './palette.ts';

const sans = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif";
const serif = "'Iowan Old Style', 'Palatino Linotype', Charter, Georgia, serif";
const body = { margin: '0 0 16px', fontSize: 16, lineHeight: 1.55 } as const;

/** Mail programs that know dark mode follow the reader's choice; `!important` outranks the inline colours. */
const darkMode = `@media (prefers-color-scheme: dark) {
.page { background: ${dark.page} !important }
.sheet { background: ${dark.sheet} !important; border-color: ${dark.line} !important }
.text { color: ${dark.text} !important }
.quiet { color: ${dark.quiet} !important }
.link { color: ${dark.link} !important }
.line { border-color: ${dark.line} !important }
.button { background: ${dark.button} !important; color: ${dark.onButton} !important; border-color: ${dark.button} !important }
.choice { color: ${dark.link} !important; border-color: ${dark.line} !important }
}`;

/** A mail as one column of real headings, text and links; readable without images, which there are none of. */
export function Layout({ content }: { content: MailContent }) {
  return (
    <html lang={content.lang}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <title>{content.subject}</title>
        <style>{darkMode}</style>
      </head>
      <body className="page" style={{ margin: 0, padding: 0, background: light.page }}>
        <div style={{ display: 'none', maxHeight: 0, overflow: 'hidden' }}>{content.preview}</div>
        <Column content={content} />
      </body>
    </html>
  );
}

function Column({ content }: { content: MailContent }) {
  return (
    <table role="presentation" width="100%" cellPadding={0} cellSpacing={0} border={0} lang={content.lang}>
      <tbody>
        <tr>
          <td align="center" style={{ padding: '24px 12px', fontFamily: sans }}>
            <div style={{ maxWidth: 600, margin: '0 auto', textAlign: 'left' }}>
              <Sheet>
                <h1
                  className="text"
                  style={{ margin: '0 0 20px', font: `600 25px/1.25 ${serif}`, color: light.text }}
                >
                  {content.title}
                </h1>
                {content.blocks.map((block, index) => (
                  <BlockOf key={index} block={block} />
                ))}
              </Sheet>
              <FooterOf content={content} />
            </div>
          </td>
        </tr>
      </tbody>
    </table>
  );
}

function Sheet({ children }: { children: ReactNode }) {
  const frame = { background: light.sheet, border: `1px solid ${light.line}`, borderRadius: 12 };
  return (
    <div className="sheet" style={{ ...frame, padding: '28px 20px 12px' }}>
      {children}
    </div>
  );
}

function BlockOf({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <h2
          className="text"
          style={{ margin: '28px 0 10px', font: `600 19px/1.3 ${serif}`, color: light.text }}
        >
          {block.text}
        </h2>
      );
    case 'subheading':
      return (
        <h3
          className="text line"
          style={{
            margin: '24px 0 8px',
            paddingTop: 16,
            borderTop: `1px solid ${light.line}`,
            font: `600 17px/1.35 ${sans}`,
            color: light.text,
          }}
        >
          {block.text}
        </h3>
      );
    case 'paragraph':
      return (
        <p className="text" style={{ ...body, color: light.text }}>
          {block.text}
        </p>
      );
    case 'theirWords':
      return (
        <p className="text" lang="" style={{ ...body, color: light.text }}>
          {block.text}
        </p>
      );
    case 'facts':
      return <FactsOf facts={block.facts} />;
    case 'list':
      return (
        <ul className="text" style={{ ...body, paddingLeft: 22, color: light.text }}>
          {block.items.map((item, index) => (
            <li key={index} style={{ margin: '0 0 6px' }}>
              {item}
            </li>
          ))}
        </ul>
      );
    case 'quote':
      return <QuoteOf text={block.text} />;
    case 'code':
      return (
        <p
          className="text"
          style={{ margin: '0 0 16px', fontSize: 30, fontWeight: 600, letterSpacing: 6, color: light.text }}
        >
          {block.code}
        </p>
      );
    case 'links':
      return <LinksOf actions={block.actions} />;
    case 'actions':
      return block.leads ? <ButtonsOf actions={block.actions} /> : <ChoicesOf actions={block.actions} />;
  }
}

function FactsOf({ facts }: { facts: { name: string; value: string }[] }) {
  const cell = {
    padding: '8px 0',
    borderBottom: `1px solid ${light.line}`,
    fontSize: 16,
    lineHeight: 1.45,
    textAlign: 'left',
    verticalAlign: 'top',
  } as const;
  return (
    <table width="100%" cellPadding={0} cellSpacing={0} border={0} style={{ margin: '0 0 20px' }}>
      <tbody>
        {facts.map(({ name, value }, index) => (
          <tr key={index}>
            <th
              scope="row"
              className="quiet line"
              style={{ ...cell, paddingRight: 10, width: '32%', fontWeight: 400, color: light.quiet }}
            >
              {name}
            </th>
            <td className="text line" style={{ ...cell, color: light.text, wordBreak: 'break-word' }}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function QuoteOf({ text }: { text: string }) {
  const style = { ...body, padding: '2px 0 2px 14px', borderLeft: `3px solid ${light.line}` };
  return (
    <blockquote className="text line" lang="" style={{ ...style, color: light.text }}>
      {text.split(/\r\n|\r|\n/).map((line, index) => (
        <div key={index}>{line === '' ? '\u00a0' : line}</div>
      ))}
    </blockquote>
  );
}

function ButtonsOf({ actions }: { actions: Action[] }) {
  const style = {
    display: 'inline-block',
    padding: '13px 22px',
    borderRadius: 8,
    background: light.button,
    color: light.onButton,
    border: `1px solid ${light.button}`,
    fontSize: 16,
    fontWeight: 600,
    textDecoration: 'none',
  };
  return (
    <p style={{ margin: '8px 0 24px' }}>
      {actions.map(({ text, href }, index) => (
        <a key={index} href={href} className="button" style={style}>
          {text}
        </a>
      ))}
    </p>
  );
}

function ChoicesOf({ actions }: { actions: Action[] }) {
  const style = {
    display: 'block',
    margin: '0 0 8px',
    padding: '12px 16px',
    border: `1px solid ${light.line}`,
    borderRadius: 8,
    color: light.link,
    fontSize: 16,
    fontWeight: 600,
  };
  return (
    <div style={{ margin: '8px 0 20px' }}>
      {actions.map(({ text, href }, index) => (
        <a key={index} href={href} className="choice" style={style}>
          {text}
        </a>
      ))}
    </div>
  );
}

/** One link each for a thumb; they wrap where the line is full. */
function LinksOf({ actions }: { actions: Action[] }) {
  const style = {
    display: 'inline-block',
    margin: '0 8px 8px 0',
    padding: '9px 12px',
    border: `1px solid ${light.line}`,
    borderRadius: 8,
    color: light.link,
    fontSize: 15,
    fontWeight: 600,
  };
  return (
    <div style={{ margin: '0 0 12px' }}>
      {actions.map(({ text, href }, index) => (
        <a key={index} href={href} className="choice" style={style}>
          {text}
        </a>
      ))}
    </div>
  );
}

function FooterOf({ content: { footer } }: { content: MailContent }) {
  const style = { margin: '0 0 8px', fontSize: 14, lineHeight: 1.5, color: light.quiet };
  return (
    <div style={{ padding: '20px 24px 8px' }}>
      <p className="quiet" style={style}>
        {footer.why}
      </p>
      {footer.actions.map(({ text, href }, index) => (
        <p key={index} style={style}>
          <a href={href} className="link" style={{ color: light.link }}>
            {text}
          </a>
        </p>
      ))}
    </div>
  );
}
