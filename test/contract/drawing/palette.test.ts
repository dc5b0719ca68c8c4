import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { darkPalette, lightPalette, type Palette } from '../../../main/contract/drawing/palette.ts';
import { shadeOf } from '../../../main/contract/drawing/heat-layout.ts';
import { contrast, deficiencies, difference, luminance, parse } from '../../renderer/colour.ts';

const themes: [string, Palette, Record<string, string>][] = [
  ['light', lightPalette, tokens('tokens.css')],
  ['dark', darkPalette, tokens('dark.css')],
];

const groups = ['group1', 'group2', 'group3', 'group4'] as const;

function pairsOf<T>(values: readonly T[]): [T, T][] {
  return values.flatMap((one, index) => values.slice(index + 1).map((other): [T, T] => [one, other]));
}

/** The colours of a theme's style sheet by their names. */
function tokens(file: string): Record<string, string> {
  const css = readFileSync(join(import.meta.dirname, '../../../renderer/theme', file), 'utf8');
  return Object.fromEntries([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]));
}

describe.each(themes)('the %s theme', (_, palette, css) => {
  it('draws its charts on the paper of its style sheet', () => {
    expect(palette.paper).toBe(css.paper);
  });

  it.each(['ink', 'ink-soft', 'muted', 'better', 'worse', 'danger'])(
    'prints %s text at 4.5:1 or more on every surface',
    (name) => {
      const surfaces = ['paper', 'ground', 'raised', 'hover'];
      expect(surfaces.filter((surface) => contrast(css[name], css[surface]) < 4.5)).toEqual([]);
    },
  );

  it('prints text on the accent and on chosen rows at 4.5:1 or more', () => {
    expect(['accent', 'accent-hover'].filter((surface) => contrast(css['accent-ink'], css[surface]) < 4.5)).toEqual([]);
    expect(['ink', 'ink-soft', 'muted'].filter((name) => contrast(css[name], css['accent-soft']) < 4.5)).toEqual([]);
  });

  it.each(['control-line', 'focus', 'accent-line', 'warn-line', 'ok'])('draws %s at 3:1 or more', (name) => {
    expect(contrast(css[name], css.paper)).toBeGreaterThanOrEqual(3);
  });

  it('draws every mark, and every prior year, at 3:1 or more', () => {
    const marks = [...Object.entries(palette.mark), ...Object.entries(palette.prior)];
    expect(marks.filter(([, color]) => contrast(color, palette.paper) < 3)).toEqual([]);
  });

  it('prints labels in the colour of a mark at 4.5:1 or more', () => {
    const labels = [...Object.entries(palette.text), ['muted', palette.muted] as const];
    expect(labels.filter(([, color]) => contrast(color, palette.paper) < 4.5)).toEqual([]);
  });

  it.each(Object.keys(deficiencies))('keeps what is compared apart with %s', (deficiency) => {
    const compared = [
      ['internal', 'external'],
      ['external', 'digital'],
      ['internal', 'digital'],
      ['hours', 'cost'],
      ['increase', 'decrease'],
      ...pairsOf(groups),
    ] as const;
    expect(
      compared.filter(
        ([one, other]) => difference(palette.mark[one], palette.mark[other], deficiencies[deficiency]) < 12,
      ),
    ).toEqual([]);
  });

  it('keeps the two sides of a comparison apart in grey print', () => {
    const compared = [
      ['internal', 'external'],
      ['hours', 'cost'],
      ['increase', 'decrease'],
      ['total', 'increase'],
      ...pairsOf(groups),
    ] as const;
    const grey = (role: keyof Palette['mark']): number => luminance(parse(palette.mark[role]));
    expect(compared.filter(([one, other]) => Math.abs(grey(one) - grey(other)) < 0.05)).toEqual([]);
  });

  it('tells a dot that falls short from the others, in colour, in grey and for every reader', () => {
    const { neutral, better, worse } = palette.tone;
    for (const other of [neutral, better]) {
      for (const deficiency of [undefined, ...Object.values(deficiencies)])
        expect(difference(worse, other, deficiency)).toBeGreaterThanOrEqual(12);
      expect(Math.abs(luminance(parse(worse)) - luminance(parse(other)))).toBeGreaterThan(0.05);
    }
    expect([neutral, better, worse].filter((color) => contrast(color, palette.noise) < 2.5)).toEqual([]);
  });

  it('prints the values of a heat table at 4.5:1 or more over all of its shading', () => {
    const shades = Array.from({ length: 21 }, (_, step) => shadeOf(step / 20, { from: 0, to: 1 }, palette));
    expect(shades.filter((shade) => contrast(palette.ink, shade) < 4.5)).toEqual([]);
  });

  it('prints words and draws the target over the band of noise', () => {
    expect(contrast(palette.muted, palette.noise)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.ink, palette.noise)).toBeGreaterThanOrEqual(4.5);
  });
});
