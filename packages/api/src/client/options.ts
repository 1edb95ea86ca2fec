/** Where the service is, and who asks. */
export interface ClientOptions {
  /** Where the service is: `https://joinery.example`. */
  readonly url: string
  /** A key or token; a function is asked before every request, so that a token can be renewed. */
  readonly credential?: string | (() => string | Promise<string>)
  readonly fetch?: typeof globalThis.fetch
  /** How often a request is tried in all; 4 unless told. */
  readonly attempts?: number
  /** How long to wait before another attempt; for tests. */
  readonly wait?: (milliseconds: number) => Promise<void>
}
