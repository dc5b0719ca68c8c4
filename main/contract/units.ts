/** What a figure is measured in. `money` is in integer minor units of its currency. */
export type Unit = 'share' | 'ratio' | 'hours' | 'fte' | 'hours_per_unit' | 'money' | 'count' | 'days';
