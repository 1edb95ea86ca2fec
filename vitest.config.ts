import { defineConfig } from 'vitest/config'
import { ClosingLine } from './tools/closing-line.ts'

export default defineConfig({
  test: {
    reporters: ['default', new ClosingLine()],
    projects: [
      {
        test: {
          name: 'node',
          // random cases take longer on a busy machine
          testTimeout: 30_000,
          include: [
            '{packages,plugins,apps}/*/src/**/*.test.ts',
            '{packages,plugins,apps,rules}/*/test/**/*.test.ts',
            'tools/**/*.test.ts',
          ],
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['apps/*/e2e/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
    ],
  },
})
