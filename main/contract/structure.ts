/**
 * In which organisation figures are seen. In then-structure an acquired entity counts from its close on, in today's
 * throughout. Where nobody chooses, its labour counts throughout and its people from the close on.
 */
export const STRUCTURES = ['then', 'today'] as const;

export type Structure = (typeof STRUCTURES)[number];
