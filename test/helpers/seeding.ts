import * as lt from '../../lib'
import { afterThisTest } from './cleanup'
import { endpointOf, isolated } from './sessions'

/** Shares a file or directory by `seed()`, in an isolated session, until the test ends. */
export async function seedAll(path: string, options: lt.SeedOptions = {}): Promise<lt.Seeding> {
  const seeding = await lt.seed(path, { settings: isolated, ...options })
  afterThisTest(() => seeding.close())
  return seeding
}

/** Where a sharing accepts peers. */
export async function peersOf({ session }: lt.Seeding): Promise<readonly lt.Endpoint[]> {
  return [await endpointOf(session)]
}
