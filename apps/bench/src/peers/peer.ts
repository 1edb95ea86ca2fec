/** Something that judges one record by the rules it was made with. */
export interface Peer {
  readonly name: string
  /** How many rules hold: the same number for every peer; undefined where a peer does not count them. */
  readonly judge: (record: object) => number | undefined | Promise<number>
}
