/** The nonce that this page's content security policy allows style elements with; the server writes it into the page. */
export function styleNonce(): string {
  return document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';
}

/** Hands the nonce to the scroll lock of dialogs, which looks for it under this global name. */
export function shareStyleNonce() {
  Object.assign(globalThis, { __webpack_nonce__: styleNonce() });
}
