import { aboutOf, settingNames, Settings } from '@joinery/server'
import { markdownTable } from './markdown-table.ts'

/** The page of the service's settings, made from their schema. */
export function settingsPage(): string {
  const rows = settingNames.map((name) => {
    const { about, shownDefault, secret, example } = aboutOf(Settings.shape[name])
    const notes = [
      `${about}.`,
      ...(secret === true ? ['Secret: never printed.'] : []),
      ...(example === undefined ? [] : [`Example: \`${example}\`.`]),
    ]
    return [`\`${name}\``, defaultOf(shownDefault), notes.join(' ')]
  })
  return `# Settings of the service

Generated from \`apps/server/src/configuration/settings.ts\` by \`pnpm run docs\`.

Each setting is an environment variable. They may stand in a file instead, as lines \`NAME=value\`, that
\`joinery serve --config FILE\` or the variable \`JOINERY_CONFIG\` names; the environment comes first. An empty value counts as not
set. When the service starts it checks all of them, and names every one that does not fit, with what would.

${markdownTable(['Setting', 'Default', 'What it is'], rows)}`
}

function defaultOf(shown: string | undefined): string {
  if (shown === undefined) return 'not set'
  return /^[\w.]+$/.test(shown) && shown !== 'none' ? `\`${shown}\`` : shown
}
