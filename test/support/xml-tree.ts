export type XmlNode = { name: string; attributes: Record<string, string>; children: XmlNode[]; text: string };

const TOKEN = /<\?[^>]*\?>|<!--.*?-->|<(\/?)([\w:.]+)((?:\s+[\w:.]+="[^"<]*")*)\s*(\/?)>|([^<]+)|(<)/gs;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** XML as a tree, read by nothing that wrote it; throws where it is not well formed. */
export function xmlTree(xml: string): XmlNode {
  const root: XmlNode = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, closes, name, attributes, empty, text, stray] of xml.matchAll(TOKEN)) {
    if (stray !== undefined) throw new Error(`No tag where one begins in ${xml.slice(0, 80)}`);
    if (text !== undefined) open.at(-1)!.text += plainText(text);
    else if (closes) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes what it did not open.`);
    } else if (name !== undefined) {
      const node = { name, attributes: attributesOf(attributes), children: [], text: '' };
      open.at(-1)!.children.push(node);
      if (!empty) open.push(node);
    }
  }
  if (open.length !== 1 || root.children.length !== 1) throw new Error('XML has one root, which is closed.');
  return root.children[0];
}

/** All nodes of a name, in the order of the document. */
export function nodesNamed(node: XmlNode, name: string): XmlNode[] {
  return [...(node.name === name ? [node] : []), ...node.children.flatMap((child) => nodesNamed(child, name))];
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/([\w:.]+)="([^"]*)"/g)].map(([, name, value]) => [name, plainText(value)]);
  if (new Set(pairs.map(([name]) => name)).size !== pairs.length) throw new Error(`An attribute twice:${text}`);
  return Object.fromEntries(pairs) as Record<string, string>;
}

function plainText(text: string): string {
  return text.replace(/&(?:(\w+)|#x([0-9a-f]+)|#(\d+));?/gi, (entity, name: string, hex: string, decimal: string) => {
    if (!entity.endsWith(';') || (name && !(name in ENTITIES))) throw new Error(`${entity} is no entity.`);
    return name ? ENTITIES[name] : String.fromCodePoint(hex ? Number.parseInt(hex, 16) : Number(decimal));
  });
}
