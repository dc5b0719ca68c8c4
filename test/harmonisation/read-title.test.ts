import { describe, expect, it } from 'vitest';
import { commonName } from '../../main/harmonisation/names/common-name.ts';
import { readTitle, TITLE_RULES } from '../../main/harmonisation/names/read-title.ts';
import { SUPPLIER_RULES } from '../../main/harmonisation/names/supplier-names.ts';
import { TITLE_ABBREVIATIONS } from '../../main/harmonisation/names/title-abbreviations.ts';
import { unitRules } from '../../main/harmonisation/names/unit-names.ts';

const read = (title: string) => {
  const { words, level } = readTitle(title);
  return `${words.join(' ')}${level === null ? '' : ` / ${level}`}`;
};

describe('a hospital job title', () => {
  it.each([
    ['RN II ED nights', 'registered nurse emergency / 2'],
    ['Registered Nurse, Emergency, Level 2', 'registered nurse emergency / 2'],
    ['RN L&D 7a-7p 0.9 FTE', 'registered nurse labor delivery'],
    ['RN Registered Nurse', 'registered nurse'],
    ['L.P.N.', 'licensed practical nurse'],
    ['R.N. II, E.D.', 'registered nurse emergency / 2'],
    ['PT', 'physical therapist'],
    ['RN ICU PT', 'registered nurse intensive care'],
    ['PT ACCESS REP', 'patient access representative'],
    ['Nurse aide 1 FTE', 'nurse assistant'],
    ['Technologist 12', 'technologist'],
    ['Hlth Unit Coord', 'unit clerk'],
    ['constructor', 'constructor'],
  ])('%j is read as %j', (title, wanted) => {
    expect(read(title)).toBe(wanted);
  });

  it('tells what it spelt out', () => {
    expect(readTitle('RN ED').readings).toEqual([
      { written: 'rn', read: 'registered nurse' },
      { written: 'ed', read: 'emergency' },
    ]);
  });

  it('is read in the same way once it is spelt out', () => {
    for (const [written, spelt] of Object.entries(TITLE_ABBREVIATIONS))
      expect(read(read(written)), `${written} is ${spelt}`).toBe(read(written));
  });
});

describe('titles under one code', () => {
  const common = (titles: Record<string, number>) => {
    const { words, level } = commonName(TITLE_RULES, Object.keys(titles)[0], new Map(Object.entries(titles)));
    return `${words.join(' ')} / ${level}`;
  };

  it('are read for what they have in common', () => {
    expect(common({ 'RN I - ED': 0.4, 'RN II - ICU': 0.35, 'RN I - MS A': 0.25 })).toBe('registered nurse / null');
    expect(common({ 'Rad Tech II': 0.95, 'Rad Tech I': 0.05 })).toBe('radiologic technologist / 2');
    expect(common({ Cook: 0.4, Baker: 0.35, Porter: 0.25 })).toBe('cook / null');
    expect(common({ 'RN II ED': 1 })).toBe('registered nurse emergency / 2');
  });
});

describe('other names', () => {
  it('bring one agency under four names together', () => {
    const names = [
      'Crestline Staffing',
      'Crestline Staffing, Inc.',
      'CRESTLINE STAFFING LLC',
      'The Crestline Staffing Co.',
    ];
    expect(new Set(names.map((name) => SUPPLIER_RULES.read(name).words.join(' ')))).toEqual(
      new Set(['crestline staffing']),
    );
    expect(SUPPLIER_RULES.read('LLC').words).toEqual(['llc']);
  });

  it('read a unit for the work done there and not for its place', () => {
    const rules = unitRules(['Bayside', 'Home care']);
    const words = (name: string) => rules.read(name).words.join(' ');
    expect(words('ED, Bayside')).toBe('emergency');
    expect(words('Emergency, Main')).toBe('emergency');
    expect(words('Med-surg A, Bayside')).toBe('medical surgical');
    expect(words('Bayside')).toBe('bayside');
    expect(words('Home health, North')).toBe('home health');
  });
});
