/** The element id of the field that a pointer means, so that a list of problems can lead there. */
export function fieldId(pointer: string): string {
  return `field${pointer.replaceAll('/', '-')}`;
}

/** Moves the focus to the field that a pointer means, or to the nearest one around it. */
export function focusField(pointer: string) {
  const parts = pointer.split('/');
  for (let length = parts.length; length > 1; length -= 1) {
    const element = document.getElementById(fieldId(parts.slice(0, length).join('/')));
    if (element !== null) {
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: 'center' });
      return;
    }
  }
}
