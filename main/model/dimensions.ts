/** Dimensions that every labour cell carries, in the order in which they are listed. */
export const TUPLE_DIMENSIONS = [
  'entity',
  'site',
  'unit',
  'home_unit',
  'job',
  'worker_type',
  'worker_class',
  'supplier',
  'currency',
] as const;

/** Dimensions that a user may name; attributes of the extracts come after them. */
export const BUILT_IN_DIMENSIONS = [
  'entity',
  'site',
  'unit',
  'job',
  'worker_type',
  'worker_class',
  'supplier',
  'pay_class',
  'pay_code',
  'care_setting',
] as const;

/** Those of them that belong to the cost line, not to who works where: people do not have them. */
export const LINE_DIMENSIONS: ReadonlySet<string> = new Set(['pay_class', 'pay_code']);

/** What a blank means: the source did not say. */
export const UNKNOWN_CODE = 'unknown';

/** Header of an attribute column as a dimension id: lower case, other characters `_`. */
export function attributeId(header: string): string {
  return header
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '_')
    .replace(/^_+|_+$/g, '');
}

const LABELS: Record<string, string> = {
  owner: 'Owner',
  entity: 'Entity',
  site: 'Site',
  unit: 'Unit',
  home_unit: 'Home unit',
  job: 'Job',
  worker_type: 'Worker type',
  worker_class: 'Worker class',
  supplier: 'Supplier',
  pay_class: 'Pay class',
  pay_code: 'Pay code',
  care_setting: 'Care setting',
  currency: 'Currency',
};

export function dimensionLabel(id: string): string {
  return LABELS[id] ?? id.charAt(0).toUpperCase() + id.slice(1).replace(/_/g, ' ');
}
