import { resolve } from 'node:path'
import type { Search } from '@joinery/kit'
import { userFolder } from '../terminal.ts'

/** Rule sets by name come from the packages that this command is installed with. */
export function search(): Search {
  return { from: [import.meta.filename, resolve(userFolder(), 'package.json')], folder: userFolder() }
}
