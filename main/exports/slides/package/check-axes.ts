/** Throws where a chart names an axis that it does not have, has one that none of its series names, or has other than two. */
export function checkAxes(xml: string, name: string): void {
  const declared = [...xml.matchAll(/<c:(?:catAx|valAx|dateAx|serAx)><c:axId val="(\d+)"\/>/g)].map(([, id]) => id);
  if (declared.length !== 2 || declared[0] === declared[1])
    throw new Error(`${name} has the axes ${declared.join(', ')} instead of two.`);
  const groups = [...xml.matchAll(/<c:(\w+Chart)>.*?<\/c:\1>/gs)].map(([group]) => group);
  if (groups.length === 0) throw new Error(`${name} draws nothing.`);
  for (const group of groups) {
    const used = [...group.matchAll(/<c:axId val="(\d+)"\/>/g)].map(([, id]) => id);
    if (used.join() !== declared.join())
      throw new Error(`${name} draws on the axes ${used.join(', ')}, but has ${declared.join(', ')}.`);
  }
}
