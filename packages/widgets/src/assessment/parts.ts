/** A part of an assessment that is fetched after its first page. */
export interface Part<Module> {
  readonly now: () => Module | undefined
  /** Fetches it if it is not there; what fails without the network is tried again with the next call. */
  readonly load: () => Promise<Module | undefined>
}

export function createPart<Module>(fetchIt: () => Promise<Module>, onLoaded: (module: Module) => void): Part<Module> {
  let module: Module | undefined
  let loading: Promise<Module | undefined> | undefined
  const load = async () => {
    try {
      module = await fetchIt()
      onLoaded(module)
    } catch {
      loading = undefined
    }
    return module
  }
  return { now: () => module, load: () => (loading ??= load()) }
}
