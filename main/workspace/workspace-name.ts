/** What a workspace is called in briefings: the name of its file without folder and extension. */
export function workspaceName(path: string): string {
  return path.replace(/^.*[\\/]/, '').replace(/\.muster$/i, '');
}
