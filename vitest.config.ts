import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { emulate } from './packages/widgets/test/browser/commands.ts'
import { browserArgs, findBrowser } from './tools/browser.ts'
import { ClosingLine } from './tools/closing-line.ts'
import { FileOrder } from './tools/file-order.ts'

const executablePath = findBrowser()

export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    globalSetup: './tools/run-folder.ts',
    sequence: { sequencer: FileOrder },
    projects: [
      {
        test: {
          name: 'node',
          // one file to each processor, those of the last project among them; then the browser for itself
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
          globalSetup: './tools/pg-setup.ts',
          hookTimeout: 60_000,
          // random cases take longer on a busy machine
          testTimeout: 30_000,
          include: [
            '{packages,plugins,apps}/*/src/**/*.test.ts',
            '{packages,plugins,apps,rules}/*/test/**/*.test.ts',
            'tools/**/*.test.ts',
          ],
          exclude: ['**/test/browser/**', '**/node_modules/**'],
        },
      },
      {
        root: './packages/widgets',
        // what is not listed here must not be found while tests run: the page would reload under them
        optimizeDeps: { noDiscovery: true, include: ['axe-core'] },
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          sequence: { groupOrder: 2 },
          // the files share one device
          fileParallelism: false,
          globalSetup: './test/browser/provide-rule-set.ts',
          testTimeout: 30_000,
          // a browser on a busy machine; what needed it is named at the end of the run
          retry: 1,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            commands: { emulate },
            provider: playwright({
              launchOptions: { ...(executablePath === undefined ? {} : { executablePath }), args: [...browserArgs] },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['apps/*/e2e/**/*.test.ts'],
          // a browser and its page leave a processor idle much of the time, as waiting tests do
          maxWorkers: '100%',
          sequence: { groupOrder: 1 },
          retry: 1,
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
