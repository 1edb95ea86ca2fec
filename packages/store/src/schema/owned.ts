/** Every tenant's row carries these two; `tenant` comes first in every key. */
export interface Owned {
  tenant: string
  bucket: number
}
