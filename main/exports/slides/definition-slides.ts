import type { DeckModel } from '../../contract/deck.ts';
import type { MetricDefinition } from '../../contract/figure.ts';
import { displayText } from '../../contract/format.ts';
import { fillColumns, inGroups } from '../../contract/paper/paginate.ts';
import { APPENDIX_TOP, appendixSlide } from './appendix-frame.ts';
import { FOOT } from './footer-items.ts';
import { MARGIN, ROOM, type Run, type Slide, type SlideItem } from './slide.ts';
import { INK, MUTED, SOFT, textHeight, textItem } from './text-items.ts';

const COLUMN_GAP = 42;
const WIDTH = (ROOM - COLUMN_GAP) / 2;
const AFTER = 10;

/** A paragraph of a definition; all but the last one stay with the next where they head it. */
type Paragraph = { runs: Run[]; keepWithNext: boolean; last: boolean };

/** The rules behind the figures, two columns a slide; a definition goes on in the next column between its edge cases. */
export function definitionSlides(deck: DeckModel, firstNumber: number): Slide[] {
  const paragraphs = deck.definitions.flatMap(paragraphsOf);
  const heights = paragraphs.map(heightOf);
  const pieces = paragraphs.map(({ keepWithNext }, index) => ({ height: heights[index], keepWithNext }));
  const columns = fillColumns(pieces, FOOT - 12 - APPENDIX_TOP);
  return inGroups(columns, 2).map((both, index) =>
    appendixSlide(deck, firstNumber + index, {
      title: 'Definitions',
      note: 'One rule for each figure, the same on screen, in this deck and on the command line.',
      first: index === 0,
      items: both.flatMap((column, side) => columnItems(column, side, paragraphs, heights)),
    }),
  );
}

function columnItems(column: number[], side: number, paragraphs: Paragraph[], heights: number[]): SlideItem[] {
  let y = APPENDIX_TOP;
  return runsOfDefinitions(column, paragraphs).map((group) => {
    const height = group.reduce((sum, at) => sum + heights[at], 0);
    const box = { x: MARGIN.x + side * (WIDTH + COLUMN_GAP), y, width: WIDTH, height };
    y += height;
    return textItem(
      'Definition',
      box,
      group.map((at) => paragraphs[at].runs),
    );
  });
}

/** A box a definition, so that one can be moved or taken away. */
function runsOfDefinitions(column: number[], paragraphs: Paragraph[]): number[][] {
  const groups: number[][] = [[]];
  for (const at of column) {
    groups.at(-1)!.push(at);
    if (paragraphs[at].last) groups.push([]);
  }
  return groups.filter((group) => group.length > 0);
}

function paragraphsOf(definition: MetricDefinition): Paragraph[] {
  const { metric, version, title, formula, unit, grain, additivity, source, edge_cases: edges } = definition;
  const facts = [unit.replaceAll('_', ' '), grain, additivity, source].filter(Boolean).map(displayText).join(' · ');
  const head: Run[][] = [
    [
      { text: displayText(title), size: 12.5, color: INK, bold: true },
      { text: `   ${metric} · v${version}`, size: 10.5, color: MUTED },
    ],
    [{ text: displayText(formula), size: 11.5, color: INK }],
    [{ text: facts, size: 10.5, color: MUTED }],
  ];
  const all = [...head, ...edges.map((edge): Run[] => [{ text: `– ${displayText(edge)}`, size: 10.5, color: SOFT }])];
  return all.map((runs, index) => ({
    runs,
    keepWithNext: index < head.length - (edges.length === 0 ? 1 : 0),
    last: index === all.length - 1,
  }));
}

function heightOf({ runs, last }: Paragraph): number {
  const text = runs.map((run) => run.text).join('');
  return textHeight([text], WIDTH, { size: runs[0].size, bold: runs[0].bold }) + (last ? AFTER : 0);
}
