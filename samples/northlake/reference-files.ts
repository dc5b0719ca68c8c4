import { isoDay } from './calendar.ts';
import { money } from './csv.ts';
import type { ExtractPlan } from './extract.ts';
import { LOADS } from './loads.ts';
import { faults } from './planted-errors.ts';
import type { RosterRow } from './roster.ts';
import { ENTITIES } from './system.ts';
import type { Volume } from './volumes.ts';

export function entitiesFile(): ExtractPlan {
  return {
    file: 'entities.csv.gz',
    kind: 'entities',
    title: 'Entities',
    description: 'Northlake Health, its clinics and home care, and Bayside Medical, acquired on 1 December 2025.',
    header: ['entity_id', 'name', 'parent', 'close_date', 'fiscal_year_start', 'state', 'care_setting'],
    rows: ENTITIES.map((entity) => [
      entity.id,
      entity.name,
      entity.parent,
      entity.closeDate,
      entity.fiscalYearStart,
      entity.state,
      entity.careSetting,
    ]),
    faults: [],
  };
}

export function loadsFile(): ExtractPlan {
  return {
    file: 'loads.csv.gz',
    kind: 'loads',
    title: 'Employer loads',
    description:
      'Benefits and taxes as shares of pay. Bayside has none here: its payroll books employer cost line by line.',
    header: ['entity', 'job_family', 'worker_type', 'valid_from', 'fixed_load', 'variable_load'],
    rows: LOADS.map((load) => [load.entity, load.family, load.type, isoDay(load.validFrom), load.fixed, load.variable]),
    faults: [],
  };
}

export function volumesFile(volumes: readonly Volume[]): ExtractPlan {
  return {
    file: 'volumes.csv.gz',
    kind: 'volumes',
    title: 'Volumes of care',
    description: 'Patient days, visits, procedures and tests by unit and month.',
    header: ['site', 'unit', 'date', 'measure', 'value'],
    rows: volumes.map((volume) => [volume.site, volume.unit, isoDay(volume.day), volume.measure, volume.value]),
    faults: [...faults('invalid_number', 'value', ['closed', '-']), ...faults('invalid_date', 'date', ['2025-04-31'])],
  };
}

export function rosterFile(rows: readonly RosterRow[]): ExtractPlan {
  return {
    file: 'roster.csv.gz',
    kind: 'roster',
    title: 'Roster, all entities',
    description: 'Everyone in post at any time since April 2024, a row per spell, with outside and digital workers.',
    header: [
      'worker_id',
      'name',
      'worker_type',
      'entity',
      'site',
      'unit',
      'job_code',
      'job_title',
      'manager_id',
      'hire_date',
      'original_hire_date',
      'term_date',
      'term_reason',
      'fte',
      'scheduled_hours',
      'base_rate',
      'currency',
      'position_id',
      'agency',
    ],
    rows: rows.map((person) => [
      person.worker,
      person.name,
      person.type,
      person.entity,
      person.site,
      person.unit,
      person.job,
      person.title,
      person.manager,
      person.hired,
      person.originallyHired,
      person.left,
      person.reason,
      person.fte,
      person.weeklyHours,
      money(person.rate),
      person.rate === null ? '' : 'USD',
      person.position,
      person.agency,
    ]),
    faults: [
      ...faults('term_before_hire', 'term_date', ['1990-01-01', '1991-05-15', '1989-12-31']),
      ...faults('invalid_date', 'hire_date', ['0000-00-00', '2025-06-31']),
      ...faults('missing_value', 'worker_id', [''], 2),
      ...faults('unknown_value', 'worker_type', ['volunteer'], 2),
    ],
  };
}
