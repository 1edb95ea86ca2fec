import { spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** The package of the command, and all of this workspace that it needs. */
const packages = [
  'packages/core',
  'packages/workbook',
  'packages/report',
  'packages/intake',
  'packages/kit',
  'packages/store',
  'packages/api',
  'packages/widgets',
  'packages/desk',
  'rules/iso-44003',
  'rules/example-association',
  'rules/supplier-scorecard',
  'apps/server',
  'apps/cli',
] as const

interface Manifest {
  readonly name: string
  readonly exports?: Readonly<Record<string, string | Readonly<Record<string, string>>>>
  readonly bin?: Readonly<Record<string, string>>
}

/** Packs what was built, and installs it in an empty folder as a stranger would; gives the places of the packages. */
export function installPacked(root: string, folder: string): string[] {
  const tarballs = join(folder, 'tarballs')
  const home = join(folder, 'home')
  mkdirSync(tarballs, { recursive: true })
  mkdirSync(home)
  const packed = packages.map((path) => pack(join(root, path), tarballs))
  const overrides = packed.map(({ name, tarball }) => `  '${name}': 'file:${tarball}'`)
  const command = packed.find(({ name }) => name === 'joinery')!
  writeFileSync(join(home, 'pnpm-workspace.yaml'), `pmOnFail: ignore\noverrides:\n${overrides.join('\n')}\n`)
  const manifest = { name: 'empty', private: true, dependencies: { joinery: `file:${command.tarball}` } }
  writeFileSync(join(home, 'package.json'), JSON.stringify(manifest))
  run('pnpm', ['install', '--prefer-offline', '--ignore-scripts'], home)
  return packed.map(({ name }) => placeOf(name, home))
}

function pack(place: string, tarballs: string): { readonly name: string; readonly tarball: string } {
  const { name } = manifestOf(place)
  const report = run('pnpm', ['pack', '--json', '--pack-destination', tarballs], place)
  const { filename } = JSON.parse(report.slice(report.indexOf('{'))) as { readonly filename: string }
  return { name, tarball: filename }
}

function placeOf(name: string, home: string): string {
  const [place] = globSync(join(home, 'node_modules/.pnpm/*/node_modules', name))
  if (place === undefined) throw new Error(`${name} was not installed`)
  return place
}

/** What the package.json of an installed package promises and its files do not hold. */
export function brokenPromises(place: string): string[] {
  const { name, exports = {}, bin = {} } = manifestOf(place)
  const entries = Object.values(exports).flatMap((entry) =>
    typeof entry === 'string' ? [entry] : Object.values(entry),
  )
  const missing = [...entries, ...Object.values(bin)].filter((path) => globSync(join(place, path)).length === 0)
  return missing.map((path) => `${name}: ${path} is not there`)
}

function manifestOf(place: string): Manifest {
  return JSON.parse(readFileSync(join(place, 'package.json'), 'utf8')) as Manifest
}

/** Runs a program to its end; throws where it fails. */
function run(program: string, words: readonly string[], folder: string): string {
  const { status, stdout, stderr, error } = spawnSync(program, words, { cwd: folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${error?.message ?? ''}${stdout}${stderr}`)
  return stdout
}
