/**
 * What the scripts inside foreign pages may load, over any number of steps. Imports of types are left
 * out here, because they are gone at run time.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const layout = require('./dependency-cruiser.cjs');

module.exports = {
  forbidden: [
    {
      name: 'content-scripts-stay-small',
      comment: 'No zod, Dexie or exceljs in what is injected into the pages of others.',
      severity: 'error',
      from: {
        path: [
          '^extension/(form|widgets|overlay)/',
          '^extension/entrypoints/(loader|engine|hands|cards|diagnosis|profiles|teach|zero-mark|widgets-[^/]+)\\.ts$',
        ],
        pathNot: '\\.test\\.tsx?$',
      },
      to: { path: 'node_modules/(zod|dexie|exceljs)/', reachable: true },
    },
  ],
  options: { ...layout.options, tsPreCompilationDeps: false },
};
