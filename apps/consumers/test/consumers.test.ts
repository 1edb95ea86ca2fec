import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')

// each project holds one file that is right, and one with a fault on every line that uses an element
const projects = [
  { name: 'React 19', folder: 'react', command: ['typescript/bin/tsc', '-p', 'react'], wrong: 'wrong.tsx' },
  { name: 'Vue 3', folder: 'vue', command: ['vue-tsc/bin/vue-tsc.js', '-p', 'vue'], wrong: 'wrong.vue' },
  {
    name: 'Svelte 5',
    folder: 'svelte',
    command: ['svelte-check/bin/svelte-check', '--workspace', 'svelte', '--output', 'machine'],
    wrong: 'wrong.svelte',
  },
] as const

describe.concurrent('the types that ship with the elements', () => {
  test.for(projects)(
    'accept right use and refuse wrong use in $name',
    { timeout: 120_000 },
    async (project, { expect: is }) => {
      const { folder, command, wrong } = project
      const faults = await faultsOf(command)
      const expected = linesWithElements(join(root, folder, wrong)).map((line) => `${wrong}:${line}`)
      is(faults).toEqual(expected)
      expect(expected.length).toBeGreaterThanOrEqual(5)
    },
  )
})

/** `file:line` of each fault that a type checker prints, in whichever form it does. */
function faultsOf([script, ...args]: readonly string[]): Promise<string[]> {
  const command = [join(root, 'node_modules', script!), ...args]
  return new Promise((resolve) => {
    execFile(process.execPath, command, { cwd: root }, (_error, stdout, stderr) => {
      const lines = `${stdout}${stderr}`.split('\n')
      resolve(
        lines.flatMap((line) => {
          const found = /^(?:\d+ ERROR ")?(?:\w+\/)?([\w./-]+?)"?[ (](\d+)[,:]\d+\)?:? /.exec(line)
          return found === null ? [] : [`${found[1]}:${found[2]}`]
        }),
      )
    })
  })
}

function linesWithElements(path: string): number[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines.flatMap((line, index) => (line.includes('<joinery-') ? [index + 1] : []))
}
