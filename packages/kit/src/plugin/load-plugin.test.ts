import { describe, expect, test } from 'vitest'
import { folderWith } from '../../test/folders.ts'
import { isPluginFolder, loadPlugin } from './load-plugin.ts'

const packageJson = (more: object = {}) =>
  JSON.stringify({ name: 'bakery', type: 'module', keywords: ['joinery-plugin'], exports: './main.js', ...more })
const good = "export default { name: 'bakery' }\n"

describe('a plugin is found', () => {
  test.each([
    ['by what its package gives', { 'package.json': packageJson(), 'main.js': good }],
    [
      'behind conditions',
      {
        'package.json': packageJson({ exports: { '.': { types: './x.d.ts', default: './main.js' } } }),
        'main.js': good,
      },
    ],
    ['in its sources', { 'package.json': packageJson({ exports: undefined }), 'src/index.ts': good }],
  ])('%s', async (_how, files) => {
    const folder = folderWith(files)
    expect(isPluginFolder(folder)).toBe(true)
    expect(await loadPlugin(folder)).toMatchObject({ place: folder, plugin: { name: 'bakery' }, faults: [] })
  })

  test('as a file, and as an installed package', async () => {
    const folder = folderWith({
      'one.mjs': good,
      'node_modules/bakery/package.json': packageJson(),
      'node_modules/bakery/main.js': good,
    })
    expect((await loadPlugin('one.mjs', { folder })).plugin?.name).toBe('bakery')
    expect((await loadPlugin('bakery', { folder, from: [folder] })).plugin?.name).toBe('bakery')
  })
})

test.each([
  ['nothing there', {}, 'there is no plugin'],
  [
    'no default export',
    { 'main.js': 'export const plugin = {}\n' },
    'it has no default export; write: export default definePlugin({ … })',
  ],
  ['code that does not parse', { 'main.js': 'export default {\n' }, 'its code cannot be loaded'],
  ['code that throws', { 'main.js': "throw new Error('no oven\\nat all')\n" }, 'its code cannot be loaded: no oven'],
  ['an import of what is not there', { 'main.js': "import 'an-oven'\n" }, 'its code cannot be loaded'],
  [
    'a faulty plugin',
    { 'main.js': "export default { name: 'bakery', hooks: [], facts: [{}] }\n" },
    'unknown key "hooks"',
  ],
  ['a promise', { 'main.js': 'export default Promise.resolve({})\n' }, 'not made by a class'],
])('%s is a fault with its place', async (_what, files, words) => {
  const folder = folderWith({ 'package.json': packageJson(), ...files })
  const { plugin, faults } = await loadPlugin(folder)
  expect(plugin).toBeUndefined()
  expect(faults.map(({ message }) => message).join('; ')).toContain(words)
  expect(faults.every(({ file }) => file.startsWith(folder))).toBe(true)
})

test('a folder without the keyword, or without a package.json that reads, is no plugin', () => {
  expect(isPluginFolder(folderWith({ 'package.json': '{"name":"rules"}' }))).toBe(false)
  expect(isPluginFolder(folderWith({ 'package.json': '{' }))).toBe(false)
  expect(isPluginFolder('nowhere')).toBe(false)
})
