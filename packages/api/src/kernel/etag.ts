import { Problem } from './problem.ts'

/** A strong ETag of one version of something, as one kind of reader sees it. */
export function etagOf(version: number, view = ''): string {
  return view === '' ? `"${version}"` : `"${version}-${view}"`
}

/** Whether the header If-None-Match says that the caller has this one already; compares weakly, as it must. */
export function isKnown(ifNoneMatch: string | undefined, etag: string | undefined): boolean {
  if (ifNoneMatch === undefined || etag === undefined) return false
  if (ifNoneMatch === etag || ifNoneMatch.trim() === '*') return true
  return tagsOf(ifNoneMatch).some((tag) => tag === etag || tag === `W/${etag}`)
}

/** What the header If-Match asks for; checked against the version that is there when the change is made. */
export interface Precondition {
  /** Throws unless the caller meant this version. */
  readonly check: (etag: string) => void
}

export function preconditionOf(ifMatch: string | undefined): Precondition {
  if (ifMatch === undefined || ifMatch.trim() === '')
    throw new Problem('precondition-required', 'Send the ETag you read in the header If-Match.')
  const tags = tagsOf(ifMatch)
  if (tags.length === 0 && ifMatch.trim() !== '*')
    throw new Problem('malformed-request', 'The header If-Match holds ETags in quotes, such as "3".')
  return {
    check: (etag) => {
      // a weak tag never matches here: it does not promise the same bytes
      if (ifMatch.trim() === '*' || tags.includes(etag)) return
      throw new Problem('precondition-failed', 'It has changed since you read it: read it again and try once more.', {
        headers: { ETag: etag },
      })
    },
  }
}

function tagsOf(header: string): string[] {
  return header.match(/(?:W\/)?"[^"]*"/g) ?? []
}
