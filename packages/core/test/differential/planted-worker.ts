import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { parentPort, workerData } from 'node:worker_threads'
import { compareOnce, type Subject } from './compare.ts'
import type { PlantedBug } from './planted-bugs.ts'

/** How a planted bug came out: how many cases it took to notice it, or why it could not be planted. */
export interface Catch {
  readonly name: string
  readonly cases: number | undefined
  readonly fault: string | undefined
}

const { bugs, most } = workerData as { bugs: readonly PlantedBug[]; most: number }
const core = fileURLToPath(new URL('../..', import.meta.url))
const kept = new Map<string, string>()
// everybody compares with the same sources, even while somebody works on them
const sources = mkdtempSync(join(tmpdir(), 'joinery-sources-'))
cpSync(join(core, 'src'), sources, { recursive: true })
for (const bug of bugs) {
  const folder = mkdtempSync(join(tmpdir(), 'joinery-planted-'))
  parentPort!.postMessage(await catchOf(bug, folder).finally(() => rmSync(folder, { recursive: true })))
}
rmSync(sources, { recursive: true })

/** Plants the bug in a copy of the sources and compares that copy with the untouched reference evaluator. */
async function catchOf(bug: PlantedBug, folder: string): Promise<Catch> {
  const { name, file, find, replace } = bug
  cpSync(sources, join(folder, 'src'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  symlinkSync(join(core, 'node_modules'), join(folder, 'node_modules'), 'dir')
  const path = join(folder, 'src', file)
  const source = readFileSync(path, 'utf8')
  const found = source.split(find).length - 1
  if (found !== 1) return { name, cases: undefined, fault: `${file} has ${found} times: ${find}` }
  writeFileSync(
    path,
    source.replace(find, () => replace),
  )
  const subject = (await import(pathToFileURL(join(folder, 'src/index.ts')).href)) as Subject
  for (let seed = 1; seed <= most; seed++) {
    const { is } = await compareOnce(seed, subject, kept)
    if (is === 'different') return { name, cases: seed, fault: undefined }
  }
  return { name, cases: undefined, fault: `not noticed in ${most} cases` }
}
