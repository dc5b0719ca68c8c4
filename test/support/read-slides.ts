import { posix } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { brokenRules, readWorkbook } from './read-workbook.ts';
import { nodesNamed, xmlTree, type XmlNode } from './xml-tree.ts';

/** A presentation as its XML says it, read without the library that wrote it. */
export type ReadSlide = {
  title: string;
  /** Every text on it, also in tables. */
  texts: string[];
  notes: string[];
  /** Of its objects, for those who cannot see them. */
  descriptions: string[];
  charts: ReadChart[];
};

export type ReadChart = {
  /** Series as drawn: name and cached values by their place; what is not there has none. */
  series: { name: string; values: Map<number, number>; labels: string[] }[];
  /** The sheet that opens when its numbers are edited. */
  rows: (string | number | null)[][];
};

type Package = { parts: Record<string, Uint8Array>; tree: (name: string) => XmlNode };

export function readSlides(bytes: Uint8Array): ReadSlide[] {
  const opened = open(bytes);
  const names = Object.keys(opened.parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  return names
    .sort((a, b) => numberIn(a) - numberIn(b))
    .map((name) => {
      const tree = opened.tree(name);
      const related = relationsOf(opened, name);
      const notes = related.find((target) => target.includes('notesSlide'))!;
      const title = nodesNamed(tree, 'p:sp').find((shape) => nodesNamed(shape, 'p:ph').some(isTitle))!;
      return {
        title: paragraphsIn(title).join(' '),
        texts: paragraphsIn(tree),
        notes: paragraphsIn(opened.tree(notes)),
        descriptions: nodesNamed(tree, 'p:cNvPr').flatMap(({ attributes }) => attributes['descr'] ?? []),
        charts: related.filter((target) => target.includes('charts/')).map((target) => chartOf(opened, target)),
      };
    });
}

const isTitle = ({ attributes }: XmlNode): boolean => attributes['type'] === 'title';

function chartOf(opened: Package, name: string): ReadChart {
  const [workbook] = relationsOf(opened, name);
  return {
    series: nodesNamed(opened.tree(name), 'c:ser').map((series) => ({
      name: nodesNamed(nodesNamed(series, 'c:tx')[0], 'c:v')[0].text,
      values: new Map(
        [...nodesNamed(series, 'c:val'), ...nodesNamed(series, 'c:yVal')]
          .flatMap((values) => nodesNamed(values, 'c:pt'))
          .map((point) => [Number(point.attributes['idx']), Number(nodesNamed(point, 'c:v')[0].text)]),
      ),
      labels: nodesNamed(series, 'c:dLbl').flatMap((label) => nodesNamed(label, 'a:t').map(({ text }) => text)),
    })),
    rows: readWorkbook(opened.parts[workbook])[0].rows,
  };
}

/** What PowerPoint would refuse or repair: empty for a sound presentation. */
export function brokenSlides(bytes: Uint8Array): string[] {
  const opened = open(bytes);
  const names = Object.keys(opened.parts);
  return [
    ...names.flatMap((name) => brokenPart(opened, name)),
    ...brokenTypes(opened),
    ...names.filter((name) => name.endsWith('.rels')).flatMap((name) => brokenRelations(opened, name)),
  ];
}

function brokenPart({ parts, tree }: Package, name: string): string[] {
  if (name.endsWith('.xlsx')) return brokenRules(readWorkbook(parts[name])).map((rule) => `${name}: ${rule}`);
  if (!/\.(xml|rels)$/.test(name)) return [`${name} is of no known kind`];
  try {
    const root = tree(name);
    const ids = nodesNamed(root, 'p:cNvPr').map(({ attributes }) => attributes['id']);
    return [
      ...(new Set(ids).size === ids.length ? [] : [`${name}: two objects share an id`]),
      ...(/NaN|Infinity|undefined|\[object/.test(strFromU8(parts[name])) ? [`${name}: no number`] : []),
      ...(/charts\/chart\d+\.xml$/.test(name) ? brokenChart(root).map((rule) => `${name}: ${rule}`) : []),
    ];
  } catch (error) {
    return [`${name}: ${String(error)}`];
  }
}

/** In the order of the schema: CT_ChartSpace and what it holds, ISO/IEC 29500-1, 21.2. */
const ORDER: Record<string, string> = {
  'c:chartSpace': 'date1904 roundedCorners chart spPr txPr externalData',
  'c:chart': 'autoTitleDeleted plotArea legend plotVisOnly dispBlanksAs',
  'c:plotArea': 'layout barChart lineChart scatterChart catAx dateAx valAx spPr',
  'c:barChart': 'barDir grouping varyColors ser dLbls gapWidth overlap axId',
  'c:lineChart': 'grouping varyColors ser dLbls marker axId',
  'c:scatterChart': 'scatterStyle varyColors ser dLbls axId',
  'c:ser': 'idx order tx spPr invertIfNegative marker dPt dLbls cat val xVal yVal smooth',
  'c:dPt': 'idx invertIfNegative marker bubble3D spPr',
  'c:dLbls': 'dLbl numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize',
  'c:dLbl':
    'idx layout tx numFmt spPr txPr dLblPos showLegendKey showVal showCatName showSerName showPercent showBubbleSize separator',
  'c:catAx':
    'axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblAlgn lblOffset noMultiLvlLbl',
  'c:dateAx':
    'axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses auto lblOffset baseTimeUnit majorUnit majorTimeUnit',
  'c:valAx':
    'axId scaling delete axPos majorGridlines numFmt majorTickMark minorTickMark tickLblPos spPr txPr crossAx crosses crossBetween majorUnit',
  'c:scaling': 'orientation max min',
  'c:legend': 'legendPos legendEntry overlay txPr',
};

function brokenChart(root: XmlNode): string[] {
  const axes = ['c:catAx', 'c:dateAx', 'c:valAx'].flatMap((kind) => nodesNamed(root, kind));
  const idOf = (node: XmlNode): string => node.children.find(({ name }) => name === 'c:axId')!.attributes['val'];
  const ids = axes.map(idOf);
  const groups = ['c:barChart', 'c:lineChart', 'c:scatterChart'].flatMap((kind) => nodesNamed(root, kind));
  const used = groups.map((group) =>
    group.children.filter(({ name }) => name === 'c:axId').map((id) => id.attributes['val']),
  );
  return [
    ...Object.entries(ORDER).flatMap(([name, order]) =>
      nodesNamed(root, name).flatMap((node) => outOfOrder(node, order)),
    ),
    ...(new Set(ids).size === 2 && axes.length === 2 ? [] : ['not two axes']),
    ...(groups.length > 0 && used.every((two) => two.join() === ids.join()) ? [] : ['axes that are not there']),
    ...axes.flatMap((axis, at) => {
      const crossed = nodesNamed(axis, 'c:crossAx')[0].attributes['val'];
      return crossed === ids[1 - at] ? [] : ['an axis that crosses no other'];
    }),
    ...nodesNamed(root, 'c:v').flatMap(({ text }) => (text === '' ? ['an empty value'] : [])),
  ];
}

function outOfOrder({ name, children }: XmlNode, order: string): string[] {
  const places = children.map((child) => order.split(' ').indexOf(child.name.replace('c:', '')));
  return places.some((place, at) => place < 0 || place < (places[at - 1] ?? 0)) ? [`${name} out of order`] : [];
}

function brokenTypes({ parts, tree }: Package): string[] {
  const types = tree('[Content_Types].xml').children;
  const overrides = types.flatMap(({ attributes }) =>
    attributes['PartName'] ? [attributes['PartName'].slice(1)] : [],
  );
  const endings = types.flatMap(({ attributes }) => attributes['Extension'] ?? []);
  const names = Object.keys(parts).filter((name) => name !== '[Content_Types].xml');
  return [
    ...overrides.filter((name) => !(name in parts)).map((name) => `a type for ${name}, which is not there`),
    ...names
      .filter(
        (name) => !overrides.includes(name) && !(endings.includes(name.split('.').at(-1)!) && !name.endsWith('.xml')),
      )
      .map((name) => `no type for ${name}`),
  ];
}

function brokenRelations(opened: Package, name: string): string[] {
  const owner = name.replace(/_rels\/(.*)\.rels$/, '$1');
  return relationsOf(opened, owner)
    .filter((target) => !(target in opened.parts))
    .map((target) => `${name} leads to ${target}, which is not there`);
}

function relationsOf({ tree }: Package, owner: string): string[] {
  const folder = posix.dirname(owner);
  const list = posix.join(folder === '.' ? '' : folder, '_rels', `${posix.basename(owner)}.rels`);
  return nodesNamed(tree(list), 'Relationship').map(({ attributes }) =>
    posix.resolve('/', folder, attributes['Target']).slice(1),
  );
}

function paragraphsIn(tree: XmlNode): string[] {
  return nodesNamed(tree, 'a:p')
    .map((paragraph) =>
      nodesNamed(paragraph, 'a:t')
        .map(({ text }) => text)
        .join(''),
    )
    .filter((text) => text !== '');
}

function open(bytes: Uint8Array): Package {
  const parts = unzipSync(bytes);
  return { parts, tree: (name) => xmlTree(strFromU8(parts[name])) };
}

function numberIn(name: string): number {
  return Number(/(\d+)\.xml$/.exec(name)?.[1]);
}
