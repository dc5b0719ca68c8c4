import type { Role, Tone } from '../page.ts';

/**
 * Colours of marks and chart furniture, one value per role and theme.
 *
 * Roles keep their colour on every page. Each mark reaches 3:1 against the paper, each text colour 4.5:1, and what is
 * compared (classes of worker, groups, hours and cost) stays apart for red-, green- and blue-blind readers and in grey
 * print: the tests hold this.
 */
export type Palette = {
  paper: string;
  ink: string;
  muted: string;
  grid: string;
  axis: string;
  mark: Record<Role, string>;
  /** Prior year: the same hue, quieter, and drawn thinner. */
  prior: Record<Role, string>;
  /** Labels printed in the colour of their mark. */
  text: Record<Role, string>;
  /** Of a dot that is judged. Only what falls short stands out; better is not shouted. */
  tone: Record<Tone, string>;
  /** Ends of the shading of a heat table. Ink is legible on all of it. */
  heat: { low: string; high: string };
  /** Behind marks: the band within which nothing can be told from chance. */
  noise: string;
  /** Opacity of bands of limits and of intervals. */
  bandOpacity: number;
};

const ORANGE = '#d57d24';
const NAVY = '#1f4e79';
const TEAL = '#17807f';
const SLATE = '#3d4a5f';
const GREY = '#77839a';

export const lightPalette: Palette = {
  paper: '#ffffff',
  ink: '#16202e',
  muted: '#5d6a7e',
  grid: '#eceff3',
  axis: '#c3cad4',
  mark: {
    internal: NAVY,
    hours: NAVY,
    external: ORANGE,
    cost: ORANGE,
    digital: TEAL,
    neutral: GREY,
    total: SLATE,
    increase: ORANGE,
    decrease: '#3c78ad',
    group1: NAVY,
    group2: '#a97a17',
    group3: '#ad3e62',
    group4: '#13a39f',
  },
  prior: {
    internal: '#7391b2',
    hours: '#7391b2',
    external: '#bd8a55',
    cost: '#bd8a55',
    digital: '#5b9a9a',
    neutral: '#8892a3',
    total: '#8590a1',
    increase: '#bd8a55',
    decrease: '#7391b2',
    group1: '#7391b2',
    group2: '#a58c4e',
    group3: '#b9788c',
    group4: '#54948f',
  },
  text: {
    internal: NAVY,
    hours: NAVY,
    external: '#a8570d',
    cost: '#a8570d',
    digital: '#126b6a',
    neutral: '#56637a',
    total: '#16202e',
    increase: '#a8570d',
    decrease: '#2b639a',
    group1: NAVY,
    group2: '#7d5a0d',
    group3: '#9a3254',
    group4: '#0b706d',
  },
  tone: { neutral: NAVY, better: NAVY, worse: ORANGE },
  heat: { low: '#eef3f9', high: '#6795c2' },
  noise: '#edeff3',
  bandOpacity: 0.09,
};

const D_ORANGE = '#f0a04b';
const D_BLUE = '#6aa5dc';
const D_TEAL = '#4dc4bf';
const D_SLATE = '#b3becd';

export const darkPalette: Palette = {
  paper: '#171e29',
  ink: '#e8edf4',
  muted: '#9aa7b9',
  grid: '#252e3b',
  axis: '#455164',
  mark: {
    internal: D_BLUE,
    hours: D_BLUE,
    external: D_ORANGE,
    cost: D_ORANGE,
    digital: D_TEAL,
    neutral: '#8592a6',
    total: D_SLATE,
    increase: D_ORANGE,
    decrease: '#5a95cf',
    group1: D_BLUE,
    group2: '#deb15d',
    group3: '#c4578a',
    group4: '#bbdad1',
  },
  prior: {
    internal: '#5f7d9d',
    hours: '#5f7d9d',
    external: '#9c7446',
    cost: '#9c7446',
    digital: '#3f8a87',
    neutral: '#6b7789',
    total: '#6b7789',
    increase: '#9c7446',
    decrease: '#5f7d9d',
    group1: '#5f7d9d',
    group2: '#94793f',
    group3: '#a05a79',
    group4: '#7d968f',
  },
  text: {
    internal: '#8fbde9',
    hours: '#8fbde9',
    external: '#f3b16b',
    cost: '#f3b16b',
    digital: '#6fd2cd',
    neutral: '#a7b3c4',
    total: '#e8edf4',
    increase: '#f3b16b',
    decrease: '#8fbde9',
    group1: '#8fbde9',
    group2: '#e6c07c',
    group3: '#e48db5',
    group4: '#c6e2da',
  },
  tone: { neutral: D_BLUE, better: D_BLUE, worse: D_ORANGE },
  heat: { low: '#1f2937', high: '#2f6ea8' },
  noise: '#252e3c',
  bandOpacity: 0.12,
};
