export { mailLanguages, type LinkMail, type Mailer } from './kernel/mailer.ts'
export { createApi, type Api, type ApiOptions } from './create-api.ts'
export {
  runCampaignWorker,
  type CampaignWorker,
  type CampaignWorkerOptions,
  type WorkerEntry,
} from './campaigns/run-campaign-worker.ts'
export { openApiDocument } from './open-api/document.ts'
export { operations } from './routes/index.ts'
export { openSectors, PluginProblem, type SectorOptions, type SectorRooms } from './sectors/sectors.ts'
export { limits, type RateLimits } from './limits.ts'
export { createRateLimiter, type RateLimiter } from './kernel/rate-limit.ts'
export { sweepEndings } from './endings/sweep-endings.ts'
export { sweepVisits } from './visits/sweep-visits.ts'
export { Problem, problemDocument } from './kernel/problem.ts'
export { peerAddress } from './kernel/service.ts'
export { hashOfKey, newKeyText } from './access/key-text.ts'
export type { AnswerAtOnce } from './kernel/at-once.ts'
export type { LogEntry } from './kernel/service.ts'
export type { OidcOptions } from './access/oidc.ts'
