/** Intervals of curves unless somebody asks for others. Source: exact rules, "Retention". */
export const INTERVAL = { interval: 'log-log', confidence: 0.95 } as const;

/**
 * Fewest people at risk for a page to tell anything at a time: where a curve begins and stops, how far a mean may
 * reach. Source: exact rules, "Retention".
 */
export const ENOUGH_AT_RISK = 10;
