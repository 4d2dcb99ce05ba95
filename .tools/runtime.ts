/** The Node that the repository pins as a development dependency. */

const pinned = 24;

/** A sentence for whoever runs a script on another Node than the pinned one, or null. */
export function wrongRuntime(version = process.versions.node): string | null {
  if (Number(version.split('.')[0]) === pinned) return null;
  return `This needs Node ${pinned}, which \`npm ci\` puts into node_modules, but runs on ${version}: start it with npm (npm test, npm start).`;
}
