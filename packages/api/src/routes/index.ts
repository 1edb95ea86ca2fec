import type { Operation } from '../kernel/operation.ts'
import { assessments } from './assessments.ts'
import { audit } from './audit.ts'
import { benchmarks } from './benchmarks.ts'
import { badges } from './badges.ts'
import { confirmations } from './confirmations.ts'
import { consents } from './consents.ts'
import { copies } from './copies.ts'
import { embeds } from './embeds.ts'
import { firms } from './firms.ts'
import { impact } from './impact.ts'
import { invitations } from './invitations.ts'
import { keys } from './keys.ts'
import { links } from './links.ts'
import { ownPlan } from './own-plan.ts'
import { plans } from './plans.ts'
import { pulses } from './pulses.ts'
import { publishing } from './publishing.ts'
import { publishingSettingsOperations } from './publishing-settings.ts'
import { ratings } from './ratings.ts'
import { relationships } from './relationships.ts'
import { remarks } from './remarks.ts'
import { reports } from './reports.ts'
import { results } from './results.ts'
import { reviews } from './reviews.ts'
import { rights } from './rights.ts'
import { rollouts } from './rollouts.ts'
import { drafts } from './rule-set-drafts.ts'
import { ruleSets } from './rule-sets.ts'
import { signingKeys } from './signing-keys.ts'
import { scores } from './scores.ts'
import { statements } from './statements.ts'
import { systemOperations } from './system.ts'
import { tenants } from './tenants.ts'
import { trends } from './trend.ts'
import { visits } from './visits.ts'

/** Every operation of the service: one line for each resource. */
export const operations: readonly Operation[] = systemOperations([
  ...tenants,
  ...firms,
  ...relationships,
  ...copies,
  ...assessments,
  ...scores,
  ...results,
  ...reviews,
  ...trends,
  ...reports,
  ...badges,
  ...embeds,
  ...visits,
  ...links,
  ...invitations,
  ...confirmations,
  ...remarks,
  ...pulses,
  ...statements,
  ...ratings,
  ...plans,
  ...ownPlan,
  ...consents,
  ...keys,
  ...audit,
  ...rights,
  ...ruleSets,
  ...drafts,
  ...publishing,
  ...impact,
  ...rollouts,
  ...benchmarks,
  ...signingKeys,
  ...publishingSettingsOperations,
])
