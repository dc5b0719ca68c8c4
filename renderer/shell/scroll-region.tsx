import type { ReactNode } from 'react';

/** A part that scrolls by itself: reachable by Tab and scrolled with the arrow keys, which therefore turn no page here. */
export function ScrollRegion({
  label,
  className,
  children,
}: {
  label: string;
  className: string;
  children: ReactNode;
}) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- without a stop for Tab it could not be scrolled by keyboard
    <div className={className} tabIndex={0} role="region" aria-label={label} data-arrow-keys>
      {children}
    </div>
  );
}
