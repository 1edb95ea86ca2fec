import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { argv } from 'node:process'
import { brotliCompressSync } from 'node:zlib'

if (argv[1] === import.meta.filename) packParts('dist/bundle')

/** Puts every script of a bundle beside itself once more, compressed: nobody has to do it when a service starts. */
export function packParts(folder: string): void {
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.js')))
    writeFileSync(join(folder, `${name}.br`), brotliCompressSync(readFileSync(join(folder, name))))
}
