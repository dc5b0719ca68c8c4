/** Smaller type for longer titles, so that two lines hold them and nothing is cut. */
export function titleSize(title: string): 'large' | 'medium' | 'small' {
  if (title.length <= 150) return 'large';
  return title.length <= 190 ? 'medium' : 'small';
}
