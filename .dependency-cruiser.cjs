/** Who may import whom. `test/` may import everything and is not looked at. */

/**
 * Libraries that compute and touch neither screen, disk, network nor clock; all that the domain may use. pptxgenjs could
 * read pictures from disk and network, but is given none, and the dates it writes are replaced.
 */
const PURE_LIBRARIES = ['zod', 'apache-arrow', 'fflate', 'hucre', 'yauzl', '@cantoo/pdf-lib', 'pptxgenjs'];

const NODE_FOLDERS = '^main/(extracts/read|exports)/';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'A cycle means that two files are one concept, or that one of them is in the wrong layer.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'resolvable',
      comment: 'The imported file or package does not exist.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'renderer-presents',
      comment: 'The window knows the contract and nothing else of the domain, the database or the shell.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(main|db|electron|test|scripts|bench)/', pathNot: '^main/contract/' },
    },
    {
      name: 'renderer-without-node',
      comment: 'The window is sandboxed: there is no Node in it.',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'contract-stands-alone',
      comment: 'The window imports the contract; what the contract imports would come along.',
      severity: 'error',
      from: { path: '^main/contract/' },
      to: { path: '^main/', pathNot: '^main/contract/' },
    },
    {
      name: 'db-knows-ports-facts-contract',
      comment: 'The database implements the ports of the domain; it does not call the domain.',
      severity: 'error',
      from: { path: '^db/' },
      to: {
        path: '^(main|electron|renderer|test|scripts|bench)/',
        pathNot: '^main/(ports|facts|contract)/',
      },
    },
    {
      name: 'db-imports-types-only',
      comment: 'From the domain the database takes types: write `import type`. The errors that it throws are classes.',
      severity: 'error',
      from: { path: '^db/' },
      to: { path: '^main/', pathNot: '^main/contract/errors\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'main-stands-alone',
      comment: 'The domain runs anywhere: no shell, database or window.',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: '^(db|electron|renderer|test|scripts|bench)/' },
    },
    {
      name: 'main-uses-pure-libraries',
      comment: 'The domain takes pure libraries only; to add one, list it in .dependency-cruiser.cjs and say why.',
      severity: 'error',
      from: { path: '^main/' },
      to: { path: 'node_modules/', pathNot: `node_modules/(${PURE_LIBRARIES.join('|')})/` },
    },
    {
      name: 'main-without-node',
      comment: 'Node built-ins are for main/extracts/read/ and main/exports/ only.',
      severity: 'error',
      from: { path: '^main/', pathNot: NODE_FOLDERS },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'without-window-no-electron',
      comment: 'The command line, the service and the reader run where the electron package does not exist.',
      severity: 'error',
      from: { path: '^electron/(cli|service|reader|compose)\\.ts$' },
      to: { path: '(^electron$|node_modules/electron/)', reachable: true },
    },
    {
      name: 'shipped-code-without-tools',
      comment: 'What is shipped does not import development tools (electron itself is provided by the runtime).',
      severity: 'error',
      from: { path: '^(main|db|electron|renderer)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: 'node_modules/electron/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.base.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.d.ts'],
    },
  },
};
