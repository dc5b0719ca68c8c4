/** How the page of truths writes figures. */

export function percent(share: number, decimals = 1): string {
  return `${(share * 100).toFixed(decimals)} %`;
}

export function points(share: number): string {
  return (share * 100).toFixed(1);
}

export function millions(cents: number): string {
  return `$${(cents / 1e8).toFixed(1)}M`;
}

export function thousands(cents: number): string {
  return `$${whole(Math.round(cents / 1e5))}k`;
}

export function whole(value: number): string {
  return String(Math.round(value)).replace(/\B(?=(\d{3})+$)/g, ',');
}

/** A Markdown table. */
export function table(header: readonly string[], rows: readonly (readonly (string | number)[])[]): string[] {
  return [header, header.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`);
}
