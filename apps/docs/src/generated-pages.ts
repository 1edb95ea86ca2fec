import { forAssistantsPage } from './for-assistants.ts'
import { relationshipModelPage } from './relationship-model.ts'
import { ruleLanguagePage } from './rule-language.ts'
import { settingsPage } from './settings.ts'

/** The pages that are made from code, by their names. */
export const generatedPages: Readonly<Record<string, () => string>> = {
  'for-assistants.md': forAssistantsPage,
  'relationship-model.md': relationshipModelPage,
  'rule-language.md': ruleLanguagePage,
  'settings.md': settingsPage,
}
