/** Whose scripts: the elements that sites embed, or the desk. */
export type ShippedFamily = 'desk' | 'widgets'

/** All files of one version, as the service that ships them has them. */
export interface Shipment {
  readonly family: ShippedFamily
  /** Changes with every byte of the files. */
  readonly version: string
  readonly files: readonly ShippedFile[]
}

export interface ShippedFile {
  readonly name: string
  /** SHA-256 of what is in it, in hex. */
  readonly hash: string
  /** What is in it, compressed; only asked for where nobody has it yet. */
  readonly packed: () => Uint8Array
}

export type ShippedVersion = Pick<Shipment, 'family' | 'version'>

/**
 * The scripts of every version of the service that has been at work on these data. Pages of other people ask for them by
 * version, for years; and while versions take turns, each process is asked for those of the others.
 */
export interface Shipped {
  /**
   * Keeps these versions; one that is there already costs a look. Where all together take more than `mostBytes`, the oldest
   * ones go, but never one of these. Returns those that went.
   */
  keep(shipments: readonly Shipment[], mostBytes: number): Promise<readonly ShippedVersion[]>
  /** The hashes of a version's files by their names; empty where the version is not known. */
  files(version: ShippedVersion): Promise<ReadonlyMap<string, string>>
  /** The hash of the newest file with this name, in whichever version. */
  newest(family: ShippedFamily, name: string): Promise<string | undefined>
  /** What is in a file, compressed. */
  body(hash: string): Promise<Uint8Array | undefined>
}
