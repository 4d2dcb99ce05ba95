/**
 * Stops `npm start` and `npm test` on another Node than the pinned one. Plain JavaScript, because an
 * older Node cannot even read the scripts that follow.
 */
const pinned = '24';

if (process.versions.node.split('.')[0] !== pinned) {
  console.error(
    `This needs Node ${pinned} but runs on ${process.versions.node}. \`npm ci\` puts the right one into node_modules; if it did, start this with npm (npm test, npm start), and if it was told to ignore scripts, run it again without that.`,
  );
  process.exitCode = 1;
}
