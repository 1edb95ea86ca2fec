import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readWidgetFiles, type WidgetFiles } from '../src/pages/widget-files.ts'

const bundle = join(import.meta.dirname, '../../../packages/widgets/dist/bundle')

/**
 * The elements as a later version would ship them: they run as the present ones do, each file is another one by a remark, and
 * each part has another name, which all that ask for it know.
 */
export function nextVersion(to: string, remark: string): WidgetFiles {
  mkdirSync(to, { recursive: true })
  const names = readdirSync(bundle).filter((name) => name.endsWith('.js'))
  const renamed = (text: string) =>
    text.replaceAll(/(joinery-[\w-]+-)[\w-]{8}\.js/g, (name, stem: string) =>
      names.includes(name)
        ? `${stem}${createHash('sha256').update(`${remark}${name}`).digest('hex').slice(0, 8)}.js`
        : name,
    )
  const version = createHash('sha256')
  const hashes: Record<string, string> = {}
  for (const name of names.toSorted()) {
    const text = `${renamed(readFileSync(join(bundle, name), 'utf8'))}\n/* ${remark} */\n`
    writeFileSync(join(to, renamed(name)), text)
    version.update(text)
    hashes[renamed(name)] = `sha384-${createHash('sha384').update(text).digest('base64')}`
  }
  const built = JSON.parse(readFileSync(join(bundle, 'integrity.json'), 'utf8')) as { first: string[] }
  const integrity = { version: version.digest('hex').slice(0, 16), first: built.first.map(renamed), files: hashes }
  writeFileSync(join(to, 'integrity.json'), JSON.stringify(integrity))
  return readWidgetFiles(to)!
}
