/** What a figure is measured in. `money` is in integer minor units of its currency; a `distance` of shares lies in 0–1. */
export type Unit = 'share' | 'ratio' | 'hours' | 'fte' | 'hours_per_unit' | 'money' | 'count' | 'days' | 'distance';
