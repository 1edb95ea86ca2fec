import { createWriteStream, globSync, readFileSync } from 'node:fs'
import { once } from 'node:events'
import { chance } from './chance.ts'

type Part = readonly [key: string, value: unknown, length: number]

/** Writes a file of relationships, one a line: each is put together from parts of the baseline's cases, up to about 2 KB. */
export async function writeMembers(path: string, count: number, casesFolder: string): Promise<void> {
  const parts = partsIn(casesFolder)
  const next = chance(count)
  const file = createWriteStream(path)
  let text = ''
  for (let made = 0; made < count; made++) {
    text += `${JSON.stringify(memberOf(parts, next))}\n`
    if (text.length < 1 << 20) continue
    if (!file.write(text)) await once(file, 'drain')
    text = ''
  }
  file.end(text)
  await once(file, 'close')
}

const longestPart = 700
const length = 2_000

function partsIn(folder: string): Part[] {
  return globSync('*.json', { cwd: folder })
    .toSorted()
    .flatMap((file) => Object.entries((JSON.parse(readFileSync(folder + file, 'utf8')) as { given: object }).given))
    .map(([key, value]): Part => [key, value, JSON.stringify({ [key]: value }).length])
    .filter(([, , partLength]) => partLength <= longestPart)
}

function memberOf(parts: readonly Part[], next: () => number): object {
  const member: Record<string, unknown> = {}
  let total = 0
  // a part that is there already, or is too long for the rest, is passed over; in the end none fits any more
  for (let tries = 0; total < length - 50 && tries < 300; tries++) {
    const [key, value, partLength] = parts[Math.floor(next() * parts.length)]!
    if (Object.hasOwn(member, key) || total + partLength > length + 150) continue
    member[key] = value
    total += partLength
  }
  return member
}
