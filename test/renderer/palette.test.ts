import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { darkPalette, lightPalette, type Palette } from '../../renderer/theme/palette.ts';
import { contrast, deficiencies, difference, luminance, parse } from './colour.ts';

const themes: [string, Palette, Record<string, string>][] = [
  ['light', lightPalette, tokens('tokens.css')],
  ['dark', darkPalette, tokens('dark.css')],
];

/** The colours of a theme's style sheet by their names. */
function tokens(file: string): Record<string, string> {
  const css = readFileSync(join(import.meta.dirname, '../../renderer/theme', file), 'utf8');
  return Object.fromEntries([...css.matchAll(/--([a-z-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name!, value!]));
}

describe.each(themes)('the %s theme', (_, palette, css) => {
  it('draws its charts on the paper of its style sheet', () => {
    expect(palette.paper).toBe(css.paper);
  });

  it.each(['ink', 'ink-soft', 'muted', 'better', 'worse', 'danger'])('prints %s text at 4.5:1 or more on every surface', (name) => {
    for (const surface of ['paper', 'ground', 'raised', 'hover']) expect(contrast(css[name]!, css[surface]!), surface).toBeGreaterThanOrEqual(4.5);
  });

  it('prints text on the accent and on chosen rows at 4.5:1 or more', () => {
    expect(contrast(css['accent-ink']!, css.accent!)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(css['accent-ink']!, css['accent-hover']!)).toBeGreaterThanOrEqual(4.5);
    for (const name of ['ink', 'ink-soft', 'muted']) expect(contrast(css[name]!, css['accent-soft']!), name).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['control-line', 'focus', 'accent-line', 'warn-line', 'ok'])('draws %s at 3:1 or more', (name) => {
    expect(contrast(css[name]!, css.paper!)).toBeGreaterThanOrEqual(3);
  });

  it('draws every mark, and every prior year, at 3:1 or more', () => {
    for (const [role, color] of [...Object.entries(palette.mark), ...Object.entries(palette.prior)]) {
      expect(contrast(color, palette.paper), `${role} ${color}`).toBeGreaterThanOrEqual(3);
    }
  });

  it('prints labels in the colour of a mark at 4.5:1 or more', () => {
    for (const [role, color] of Object.entries(palette.text)) expect(contrast(color, palette.paper), role).toBeGreaterThanOrEqual(4.5);
    expect(contrast(palette.muted, palette.paper)).toBeGreaterThanOrEqual(4.5);
  });

  it.each(Object.keys(deficiencies))('keeps what is compared apart with %s', (deficiency) => {
    for (const [one, other] of [['internal', 'external'], ['external', 'digital'], ['internal', 'digital'], ['hours', 'cost'], ['increase', 'decrease']] as const) {
      expect(difference(palette.mark[one], palette.mark[other], deficiencies[deficiency]), `${one} ${other}`).toBeGreaterThan(12);
    }
  });

  it('keeps the two sides of a comparison apart in grey print', () => {
    for (const [one, other] of [['internal', 'external'], ['hours', 'cost'], ['increase', 'decrease'], ['total', 'increase']] as const) {
      const [a, b] = [luminance(parse(palette.mark[one])), luminance(parse(palette.mark[other]))];
      expect(Math.abs(a - b), `${one} ${other}`).toBeGreaterThan(0.05);
    }
  });
});
