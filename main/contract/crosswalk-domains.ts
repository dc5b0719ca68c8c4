/** What a crosswalk can map from an acquired entity to a target model. */
export const CROSSWALK_DOMAINS = ['job', 'supplier', 'unit', 'pay_code', 'worker_type'] as const;
export type CrosswalkDomain = (typeof CROSSWALK_DOMAINS)[number];
