/** An object with one calling function per method of a contract, so that no method is written out by hand. */
export function callsOver<Methods extends object>(
  methods: Record<keyof Methods, true>,
  call: (method: string, argument: unknown) => Promise<unknown>,
): Methods {
  const names = Object.keys(methods);
  return Object.fromEntries(names.map((name) => [name, (argument?: unknown) => call(name, argument)])) as Methods;
}
