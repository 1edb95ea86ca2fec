import { conditionsPlants } from './planted-conditions.ts'
import { meaningPlants } from './planted-meaning.ts'
import { referencesPlants } from './planted-references.ts'
import { structurePlants } from './planted-structure.ts'

/** Every mistake in a single part of a rule set; those in how parts fit together are in `planted-meanings.ts`. */
export const plants = [...structurePlants, ...referencesPlants, ...conditionsPlants, ...meaningPlants]
