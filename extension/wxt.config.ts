/**
 * How the extension is built. `BAOSONG_SITES` (match patterns, comma-separated) adds sites to a build,
 * for an authority that packages its own and for tests; without it every site is granted by the clerk.
 */
import { defineConfig } from 'wxt';
import { escapeNonCharacters } from './escape-non-characters.ts';

/**
 * Fixes the extension's identity (`pcnpnpmiklbidnocolkcdhgkfdcodede`): the ledger belongs to it.
 * Only the public half of the key pair is kept; nothing is signed with it.
 */
const key =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAyZqIYqAw9UBKCUD/BIG2gg2670gzSfZFwffzS1ONXDMQ8ucLhGNCqrJR0HwlLbKp814TVbVud/OEPa83i9n/AvSSKyo6AldZO5Z5ggUcbUZrihxUZp4GvTLHfdxzEOLoRxj3cMlMux75V+P6e2FzWQKYyJYKOSO6ODXGKDn7zY1Kou1U/QCjgzZPrC3/cS8NeQYKZS2bgEkuEW1+QAK0WfV/aebCPREZJiSWoHJwLb509VberpvQAC5SALi92JPWwoUChrRcJnfCWqChhlgbCxcqMjBWCE4qWSRZDJgRF8SmAOqo9h+bADiYanlih4BfqD85aDe44hstRYz5T2kMEQIDAQAB';

const matchPattern = /^(\*|https?):\/\/(\*|(\*\.)?[a-z0-9-]+(\.[a-z0-9-]+)*)(:\d{1,5})?\/\S*$/i;

/** The match patterns of `BAOSONG_SITES`; refuses the build over the first one that is none. */
function sitesOfThisBuild(): string[] {
  const patterns = (process.env['BAOSONG_SITES'] ?? '')
    .split(',')
    .map((pattern) => pattern.trim())
    .filter((pattern) => pattern !== '');
  for (const pattern of patterns) {
    if (!matchPattern.test(pattern)) {
      throw new Error(
        `BAOSONG_SITES: "${pattern}" is not a match pattern; write it like https://credit.example.cn/* and separate several with commas.`,
      );
    }
  }
  return patterns;
}

export default defineConfig({
  imports: false,
  outDir: '.output',
  targetBrowsers: ['chrome'],
  vite: () => ({
    // The oldest office browsers that are still in use are Chromium 86; the bundler lowers syntax, never
    // library calls. For 91 it leaves optional chaining as it is, which 86 has: what it minds there is
    // `f?.(...list)`, which V8 got wrong and nothing here writes.
    build: {
      target: 'chrome91',
      cssTarget: 'chrome86',
      // A long selector would stand in the script once for each place that names it.
      rolldownOptions: { optimization: { inlineConst: false } },
    },
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact', development: false } },
    plugins: [
      {
        // WXT's own reports failures to a logger that is silent in production.
        name: 'baosong:plain-unlisted-scripts',
        transform(code, id) {
          if (!id.includes('wxt-unlisted-script-entrypoint')) return null;
          const [script] = /import definition from [^;]+;/.exec(code) ?? [];
          return script === undefined ? null : `${script} export default definition.main();`;
        },
      },
      {
        name: 'baosong:escape-non-characters',
        generateBundle(_options, bundle) {
          for (const chunk of Object.values(bundle)) {
            if (chunk.type === 'chunk') chunk.code = escapeNonCharacters(chunk.code);
          }
        },
      },
    ],
  }),
  manifest: {
    name: '报送',
    description: '在信用信息报送页面上核验、填写、记录，提醒零报送',
    minimum_chrome_version: '102',
    key,
    browser_specific_settings: { gecko: { id: 'baosong@baosong.invalid' } },
    // `activeTab` lets the popup see which site it was opened on, so that the clerk can grant it.
    permissions: [
      'activeTab',
      'storage',
      'unlimitedStorage',
      'alarms',
      'notifications',
      'scripting',
    ],
    host_permissions: sitesOfThisBuild(),
    optional_host_permissions: ['*://*/*'],
    icons: { 16: 'icon/16.png', 32: 'icon/32.png', 48: 'icon/48.png', 128: 'icon/128.png' },
    action: { default_title: '报送' },
  },
});
