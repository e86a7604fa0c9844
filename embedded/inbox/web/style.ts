/** The style of the inbox's pages, light and dark, from a phone's width up. */
export const style = `
:root {
  color-scheme: light dark;
  --ground: light-dark(#f6f5f1, #16181b);
  --sheet: light-dark(#ffffff, #1f2226);
  --ink: light-dark(#1c1f23, #eceae4);
  --soft: light-dark(#575c63, #a9aeb6);
  --line: light-dark(#dcd9d0, #363a40);
  --link: light-dark(#0b5c66, #6fd0dc);
  --danger: light-dark(#a3222a, #ff9a9f);
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1rem/1.5 system-ui, sans-serif; }
a { color: var(--link); }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
main:focus { outline: none; }
header { display: flex; flex-wrap: wrap; gap: 0 1rem; align-items: baseline; padding: .75rem 1rem;
  background: var(--sheet); border-bottom: 1px solid var(--line); }
.home { font-weight: 700; font-size: 1.125rem; color: var(--ink); text-decoration: none; }
.hint, .count, .snippet, .to, time { color: var(--soft); font-size: .875rem; }
main { max-width: 64rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: .5rem 0 1rem; overflow-wrap: anywhere; }
.skip { position: absolute; left: -100vw; }
.skip:focus { left: 1rem; top: .5rem; background: var(--sheet); padding: .5rem; }
.visually-hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
.filter { display: grid; gap: .75rem; align-items: end; }
.filter label { display: grid; gap: .25rem; font-size: .875rem; }
input, button, textarea { font: inherit; color: inherit; min-height: 2.75rem; padding: .25rem .75rem; border-radius: .5rem;
  border: 1px solid var(--soft); background: var(--sheet); min-width: 0; }
button { cursor: pointer; font-weight: 600; }
.danger { color: var(--danger); border-color: currentColor; }
.empty { padding: 2rem 1rem; text-align: center; color: var(--soft); border: 1px dashed var(--line);
  border-radius: .75rem; }
.messages { list-style: none; margin: 0 0 1.5rem; padding: 0; background: var(--sheet); border: 1px solid var(--line);
  border-radius: .75rem; overflow: hidden; }
.messages li + li { border-top: 1px solid var(--line); }
.messages a { display: grid; gap: 0 1rem; padding: .75rem 1rem; color: inherit; text-decoration: none; }
.messages a:hover { background: var(--ground); }
.messages a:focus-visible { outline-offset: -3px; }
.subject { font-weight: 600; overflow-wrap: anywhere; }
.to { overflow-wrap: anywhere; }
.snippet { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
.facts, .headers { margin: 0 0 1rem; display: grid; gap: .25rem; }
.facts > div, .headers > div { display: grid; grid-template-columns: 6rem 1fr; gap: .5rem; }
.headers > div { grid-template-columns: 1fr; border-bottom: 1px solid var(--line); padding: .25rem 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; white-space: pre-line; }
.views { display: flex; flex-wrap: wrap; gap: .5rem; margin-bottom: 1rem; }
.views a { padding: .5rem 1rem; border: 1px solid var(--line); border-radius: .5rem; text-decoration: none;
  background: var(--sheet); }
.views a[aria-current] { background: var(--ink); color: var(--ground); border-color: var(--ink); }
iframe { width: 100%; height: 70vh; resize: vertical; border: 1px solid var(--line); border-radius: .75rem;
  background: #fff; }
pre { background: var(--sheet); border: 1px solid var(--line); border-radius: .75rem; padding: 1rem; margin: 0;
  overflow: auto; font: .875rem/1.5 ui-monospace, monospace; }
pre.text { white-space: pre-wrap; overflow-wrap: anywhere; }
.reply { display: grid; gap: .75rem; margin-top: 1.5rem; justify-items: start; }
.reply h2 { font-size: 1.125rem; margin: 0; }
.reply label { display: grid; gap: .25rem; width: 100%; }
.reply .check { display: flex; gap: .5rem; align-items: start; }
.reply .check input { min-height: 1.5rem; }
.news { margin: 0; font-weight: 600; }
@media (min-width: 48rem) {
  .filter { grid-template-columns: 1fr 1fr auto auto; }
  .messages a { grid-template-columns: 1fr auto; }
  .messages time { grid-column: 2; grid-row: 1; }
  .snippet { grid-column: 1 / -1; }
  .headers > div { grid-template-columns: 14rem 1fr; }
}
`;
