/** The organisation: entities, sites, units and the seats that each unit staffs. All of it is fictional. */

export type EntityId = 'Northlake' | 'Northlake Clinics' | 'Northlake Home' | 'Bayside';

export type Entity = {
  id: EntityId;
  name: string;
  parent: string;
  closeDate: string;
  fiscalYearStart: number;
  state: string;
  careSetting: string;
};

export const ENTITIES: readonly Entity[] = [
  {
    id: 'Northlake',
    name: 'Northlake Health',
    parent: '',
    closeDate: '',
    fiscalYearStart: 10,
    state: 'MN',
    careSetting: 'acute',
  },
  {
    id: 'Northlake Clinics',
    name: 'Northlake Clinics',
    parent: 'Northlake',
    closeDate: '',
    fiscalYearStart: 10,
    state: 'MN',
    careSetting: 'outpatient',
  },
  {
    id: 'Northlake Home',
    name: 'Northlake Home Care',
    parent: 'Northlake',
    closeDate: '',
    fiscalYearStart: 10,
    state: 'MN',
    careSetting: 'home',
  },
  {
    id: 'Bayside',
    name: 'Bayside Medical',
    parent: 'Northlake',
    closeDate: '2025-12-01',
    fiscalYearStart: 1,
    state: 'WI',
    careSetting: 'acute',
  },
];

export type Measure = 'patient_days' | 'visits' | 'procedures' | 'tests';

/** Seats of one job in a unit; `agency` of them are held by outside workers from the start. */
export type Staffing = { job: string; seats: number; agency: number };

export type Unit = {
  name: string;
  site: string;
  entity: EntityId;
  measure: Measure | null;
  staffing: Staffing[];
  /** Overtime as a share of productive hours of hourly staff. */
  overtime: number;
};

const ORDINARY_OVERTIME = 0.057;
/** Two units run on overtime; nobody has noticed because the average looks fine. */
const OVERTIME_HOT_SPOTS: Readonly<Record<string, number>> = {
  'Behavioral health, Northgate': 0.14,
  'ICU, Lakeside': 0.125,
};

type Row = [name: string, measure: Measure | null, staffing: string];

/** Staffing reads "job seats" or "job seats/agency". */
const SITES: { site: string; entity: EntityId; units: Row[] }[] = [
  {
    site: 'Main',
    entity: 'Northlake',
    units: [
      ['Emergency, Main', 'visits', 'RN 72/9 CNA 18/1 RT 5 MD 14/1 NP 6 UC 8 MGR 2'],
      ['ICU, Main', 'patient_days', 'RN 80/11 RT 12/1 CNA 12/1 MGR 2'],
      ['Med-surg 4W, Main', 'patient_days', 'RN 62/10 LPN 10/3 CNA 26/4 UC 4 MGR 2'],
      ['Med-surg 5E, Main', 'patient_days', 'RN 60/7 LPN 10/1 CNA 26/4 UC 4 MGR 2'],
      ['Telemetry, Main', 'patient_days', 'RN 58/9 CNA 18/3 UC 3 MGR 1'],
      ['Perioperative, Main', 'procedures', 'RN 62/13 SURGT 34/8 CRNA 14/2 MD 12 CNA 6 MGR 2'],
      ['Women and newborn, Main', 'patient_days', 'RN 48/4 SURGT 4 CNA 8 MD 6 MGR 1'],
      ['Neonatal ICU, Main', 'patient_days', 'RN 32/3 RT 6/1 MGR 1'],
      ['Imaging, Main', 'tests', 'RADT 48/7 MD 6/1 REG 6 MGR 1'],
      ['Laboratory, Main', 'tests', 'MLS 40/4 MGR 1'],
      ['Pharmacy, Main', null, 'PHARM 30 PHT 20 MGR 1'],
      ['Rehabilitation, Main', 'visits', 'PT 32/4 MGR 1'],
      ['Respiratory care, Main', null, 'RT 28/4 MGR 1'],
      ['Hospitalists, Main', null, 'MD 30/7 NP 12'],
      ['Environmental services, Main', null, 'EVS 70/7 MGR 2'],
      ['Food service, Main', null, 'FOOD 50 MGR 1'],
      ['Patient access, Main', null, 'REG 44 MGR 1'],
      ['Float pool, Main', null, 'RN 34 CNA 14'],
    ],
  },
  {
    site: 'Lakeside',
    entity: 'Northlake',
    units: [
      ['Emergency, Lakeside', 'visits', 'RN 84/22 CNA 20/4 RT 8/2 MD 12/1 UC 6 MGR 2'],
      ['ICU, Lakeside', 'patient_days', 'RN 48/6 RT 8/1 CNA 8/1 MGR 1'],
      ['Med-surg 2N, Lakeside', 'patient_days', 'RN 48/7 LPN 8/1 CNA 20/3 UC 3 MGR 1'],
      ['Med-surg 3N, Lakeside', 'patient_days', 'RN 46/6 LPN 8/1 CNA 20/3 UC 3 MGR 1'],
      ['Perioperative, Lakeside', 'procedures', 'RN 34/4 SURGT 16/3 CRNA 6/1 MD 6 MGR 1'],
      ['Women and newborn, Lakeside', 'patient_days', 'RN 36/3 CNA 8 MD 4 MGR 1'],
      ['Imaging, Lakeside', 'tests', 'RADT 28/4 REG 4 MGR 1'],
      ['Laboratory, Lakeside', 'tests', 'MLS 20/3 MGR 1'],
      ['Pharmacy, Lakeside', null, 'PHARM 16 PHT 8'],
      ['Rehabilitation, Lakeside', 'visits', 'PT 14/1'],
      ['Hospitalists, Lakeside', null, 'MD 16/3 NP 6'],
      ['Support services, Lakeside', null, 'EVS 36/4 FOOD 24 REG 24 MGR 2'],
      ['Float pool, Lakeside', null, 'RN 18 CNA 8'],
    ],
  },
  {
    site: 'Northgate',
    entity: 'Northlake',
    units: [
      ['Emergency, Northgate', 'visits', 'RN 38/4 CNA 8 MD 6 UC 4 MGR 1'],
      ['Med-surg, Northgate', 'patient_days', 'RN 40/6 LPN 6/1 CNA 18/3 UC 3 MGR 1'],
      ['Behavioral health, Northgate', 'patient_days', 'RN 30/4 CNA 24/4 MD 5/1 MGR 1'],
      ['Perioperative, Northgate', 'procedures', 'RN 16/1 SURGT 8/1 MD 3'],
      ['Imaging, Northgate', 'tests', 'RADT 14/1'],
      ['Laboratory, Northgate', 'tests', 'MLS 10/1'],
      ['Pharmacy, Northgate', null, 'PHARM 8 PHT 4'],
      ['Hospitalists, Northgate', null, 'MD 8/3 NP 4'],
      ['Support services, Northgate', null, 'EVS 20/3 FOOD 12 REG 12 MGR 1'],
    ],
  },
  {
    site: 'Corporate',
    entity: 'Northlake',
    units: [
      ['Finance', null, 'ANL 40/1 MGR 12'],
      ['Information technology', null, 'ANL 70/11 MGR 10'],
      ['Human resources', null, 'ANL 34/1 MGR 10'],
      ['Revenue cycle', null, 'ANL 60/4 MGR 10'],
      ['Quality and education', null, 'RN 16 MGR 6'],
    ],
  },
  {
    site: 'Clinics North',
    entity: 'Northlake Clinics',
    units: [
      ['Primary care, North', 'visits', 'MD 26/1 NP 14 RN 22 MA 48 REG 24 MGR 2'],
      ['Pediatrics, North', 'visits', 'MD 12 RN 10 MA 20 REG 8 MGR 1'],
    ],
  },
  {
    site: 'Clinics South',
    entity: 'Northlake Clinics',
    units: [
      ['Primary care, South', 'visits', 'MD 20/1 NP 12 RN 18 MA 40 REG 20 MGR 1'],
      ['Specialty care, South', 'visits', 'MD 24/1 NP 10 RN 20 MA 36 REG 18 MGR 1'],
      ['Ambulatory surgery, South', 'procedures', 'RN 24/3 SURGT 12/1 CRNA 6/1 MD 4 MGR 1'],
    ],
  },
  {
    site: 'Home care',
    entity: 'Northlake Home',
    units: [
      ['Home health, North', 'visits', 'RN 44/6 LPN 14/3 CNA 36/7 PT 14/1 MGR 2'],
      ['Home health, South', 'visits', 'RN 34/4 LPN 12/3 CNA 30/6 PT 10/1 MGR 1'],
      ['Hospice', 'patient_days', 'RN 26/1 CNA 18/3 MGR 1'],
    ],
  },
  {
    site: 'Bayside',
    entity: 'Bayside',
    units: [
      ['Emergency, Bayside', 'visits', 'RN 70/18 CNA 16/4 RT 6/2 MD 10/1 UC 5 MGR 1'],
      ['ICU, Bayside', 'patient_days', 'RN 30/4 RT 6/1 MGR 1'],
      ['Med-surg A, Bayside', 'patient_days', 'RN 44/6 LPN 10/1 CNA 24/3 UC 3 MGR 1'],
      ['Med-surg B, Bayside', 'patient_days', 'RN 40/4 LPN 8/1 CNA 20/3 UC 3 MGR 1'],
      ['Perioperative, Bayside', 'procedures', 'RN 24/3 SURGT 12/1 CRNA 5 MD 4 MGR 1'],
      ['Women and newborn, Bayside', 'patient_days', 'RN 20/1 CNA 6 MD 3 MGR 1'],
      ['Imaging, Bayside', 'tests', 'RADT 20/3'],
      ['Laboratory, Bayside', 'tests', 'MLS 14/1'],
      ['Pharmacy, Bayside', null, 'PHARM 9 PHT 5'],
      ['Hospitalists, Bayside', null, 'MD 10/3 NP 4'],
      ['Rehabilitation, Bayside', 'visits', 'PT 10/1'],
      ['Support services, Bayside', null, 'EVS 24 FOOD 14 REG 16 MGR 1'],
      ['Administration, Bayside', null, 'ANL 24 MGR 8'],
    ],
  },
  {
    site: 'Marina Clinic',
    entity: 'Bayside',
    units: [['Primary care, Marina', 'visits', 'MD 10 NP 6 RN 8 MA 22 REG 10 MGR 1']],
  },
  {
    site: 'Hill Clinic',
    entity: 'Bayside',
    units: [['Primary care, Hill', 'visits', 'MD 8 NP 4 RN 6 MA 16 REG 8 MGR 1']],
  },
];

export const UNITS: readonly Unit[] = SITES.flatMap(({ site, entity, units }) =>
  units.map(([name, measure, staffing]) => ({
    name,
    site,
    entity,
    measure,
    staffing: staffing.split(/ (?=[A-Z])/).map(parseStaffing),
    overtime: OVERTIME_HOT_SPOTS[name] ?? ORDINARY_OVERTIME,
  })),
);

export const OVERTIME_HOT_UNITS: readonly string[] = Object.keys(OVERTIME_HOT_SPOTS);

export function isFloatPool(unit: Unit): boolean {
  return unit.name.startsWith('Float pool');
}

/** Around the clock in a hospital bed: twelve-hour shifts are usual there. */
export function isInpatient(unit: Unit): boolean {
  return unit.measure === 'patient_days' && unit.site !== 'Home care';
}

function parseStaffing(text: string): Staffing {
  const match = /^([A-Z]+) (\d+)(?:\/(\d+))?$/.exec(text);
  if (!match) throw new RangeError(`staffing not understood: ${text}`);
  return { job: match[1]!, seats: Number(match[2]), agency: Number(match[3] ?? 0) };
}
