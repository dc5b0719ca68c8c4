import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Facilities of two chains and one of neither, in the columns of the published files. */
export const FACILITIES: readonly [ccn: string, chain: string, hours: number, contract: number][] = [
  ['015009', 'CARE PARTNERS', 1000, 200],
  ['015010', 'CARE PARTNERS', 3000, 200],
  ['05A012', 'CARE PARTNERS', 2000, 0],
  ['105001', 'HOMES OF CAÑON', 4000, 0],
  ['105002', 'HOMES OF CAÑON', 1000, 100],
  ['105003', 'HOMES OF CAÑON', 5000, 400],
  ['205001', '', 900, 900],
];

/** The Journal by quarter and the enrolments of these facilities, with their recipes as docs/recipes.md prints them. */
export function writeNursingHomes(folder: string) {
  const page = readFileSync(new URL('../../docs/recipes.md', import.meta.url), 'utf8');
  const blocks = [...page.matchAll(/```json\n([\s\S]*?)```/g)].map(([, text]) => text);
  const recipe = (name: string, column: string) => {
    writeFileSync(
      join(folder, name),
      blocks.find((block) => block.includes(column))!,
    );
    return join(folder, name);
  };
  const extract = (name: string, lines: string[]) => {
    writeFileSync(join(folder, name), Buffer.from(`${lines.join('\n')}\n`, 'latin1'));
    return join(folder, name);
  };
  const hours = FACILITIES.map(
    ([ccn, , all, contract]) => `${ccn},Home ${ccn},AL,Franklin,2025Q1,500.0,${all}.5,90.0,${contract}.0`,
  );
  const enrolments = FACILITIES.map(([ccn, chain]) => `O${ccn},${ccn},HOME ${ccn},${chain},AL`);
  return {
    quarter: extract('quarter.csv', [
      'PROVNUM,PROVNAME,STATE,COUNTY_NAME,CY_Qtr,total_resident_days,Total_Nurse_Hours,Total_RN_Hours,Total_Contract_Hours',
      ...hours,
    ]),
    enrollments: extract('enrollments.csv', [
      '"ENROLLMENT ID","CCN","NURSING HOME PROVIDER NAME","AFFILIATION ENTITY NAME","STATE"',
      ...enrolments,
    ]),
    staffingRecipe: recipe('staffing.json', 'CY_Qtr'),
    entitiesRecipe: recipe('entities.json', 'AFFILIATION ENTITY NAME'),
  };
}
