/** Shortcut labels follow the keyboard in front of the reader. */
export function isMac(): boolean {
  return navigator.userAgent.includes('Macintosh');
}
