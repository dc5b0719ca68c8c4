/** Looks and reads as disabled but keeps the focus, which whoever uses the keyboard would lose with the button. */
export function unavailable(isUnavailable: boolean) {
  return { 'aria-disabled': isUnavailable, 'data-disabled': isUnavailable || undefined };
}
