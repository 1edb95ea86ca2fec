import type { Command } from './command.ts'

/** All subcommands; each is loaded only when it is asked for. */
export const commands = {
  assess: { about: 'score relationships', load: async () => (await import('./assess.ts')).assess },
  explain: {
    about: 'take one clause of an assessment apart',
    load: async () => (await import('./explain.ts')).explain,
  },
  plan: { about: 'write the plan of a relationship as a document', load: async () => (await import('./plan.ts')).plan },
  review: {
    about: 'make the agenda of a review, and look ahead',
    load: async () => (await import('./review.ts')).review,
  },
  history: {
    about: 'show how a relationship went, and why',
    load: async () => (await import('./history.ts')).history,
  },
  gaps: {
    about: 'show where both sides see things differently',
    load: async () => (await import('./gaps.ts')).gaps,
  },
  skills: { about: 'show how people were rated', load: async () => (await import('./skills.ts')).skills },
  portfolio: {
    about: 'set relationships beside each other',
    load: async () => (await import('./portfolio.ts')).portfolio,
  },
  import: {
    about: 'find in your files what a record could say',
    load: async () => (await import('./import.ts')).importFiles,
  },
  new: { about: 'begin a rule set, a plugin or a case', load: async () => (await import('./new.ts')).newThing },
  check: { about: 'check rule sets', load: async () => (await import('./check.ts')).check },
  test: { about: 'run the cases of rule sets', load: async () => (await import('./test.ts')).test },
  dev: { about: 'see a rule set or a plugin while writing it', load: async () => (await import('./dev.ts')).dev },
  diff: {
    about: 'compare two versions of a rule set, and see who moves',
    load: async () => (await import('./diff.ts')).diff,
  },
  migrate: { about: 'carry records to another version', load: async () => (await import('./migrate.ts')).migrate },
  'export-xlsx': {
    about: 'write a rule set as a workbook',
    load: async () => (await import('./export-xlsx.ts')).exportXlsx,
  },
  'import-xlsx': {
    about: 'read a rule set from a workbook',
    load: async () => (await import('./import-xlsx.ts')).importXlsx,
  },
  docs: { about: 'write a rule set as pages to read', load: async () => (await import('./docs.ts')).docs },
  bundle: { about: 'put a rule set into one file', load: async () => (await import('./bundle.ts')).bundle },
  keygen: { about: 'make a key to sign with', load: async () => (await import('./keygen.ts')).keygen },
  sign: { about: 'sign a bundle', load: async () => (await import('./sign.ts')).sign },
  verify: { about: 'check the signature of a bundle', load: async () => (await import('./verify.ts')).verify },
  publish: { about: 'publish a rule set to a service', load: async () => (await import('./publish.ts')).publish },
  serve: { about: 'run the service', load: async () => (await import('./serve.ts')).serve },
  backup: { about: 'copy the data of the service', load: async () => (await import('./backup.ts')).backup },
  restore: { about: 'fill an empty service from a backup', load: async () => (await import('./restore.ts')).restore },
  audit: { about: 'check the audit log of the service', load: async () => (await import('./audit.ts')).audit },
  'operator-key': {
    about: 'make a key for whoever runs the service',
    load: async () => (await import('./operator-key.ts')).operatorKey,
  },
  demo: { about: 'assess an example and write its report', load: async () => (await import('./demo.ts')).demo },
} as const satisfies Readonly<Record<string, { about: string; load: () => Promise<Command> }>>

export const overview = `Joinery scores how mature a business relationship is.

usage: joinery <command> [options]

${Object.entries(commands)
  .map(([name, { about }]) => `  ${name.padEnd(13)} ${about}`)
  .join('\n')}
  help          show how a command is used: joinery help assess

  --version

exit codes: 0 fine, 1 a case failed or a check found errors, 2 bad input, 3 the evaluators differ, 70 a mistake in Joinery
`
