import { join } from 'node:path'
import { makeTorrent, seedFile, type MadeTorrent, type Seeding, type SeedOptions } from '../../src'
import type { MakeTorrentOptions } from '../../src/node/content'
import { afterThisTest } from '../../../test/helpers/cleanup'
import { within } from '../../../test/helpers/deadline'
import { randomFile, tempDir } from '../../../test/helpers/files'

export interface Shared {
  readonly directory: string
  readonly file: string
  readonly torrent: MadeTorrent
  readonly seeding: Seeding
  readonly peers: { host: string; port: number }[]
}

/** Random content with its torrent, and a session that shares it until the test ends. */
export async function share(
  size: number,
  { make = {}, seed = {} }: { make?: MakeTorrentOptions; seed?: SeedOptions } = {},
): Promise<Shared> {
  const directory = await tempDir()
  const file = await randomFile(join(directory, 'seeder', 'content.bin'), size)
  const torrent = await makeTorrent(file, make)
  const seeding = await within(seedFile(file, torrent.path, seed), 'the seeder')
  afterThisTest(() => seeding.close())
  const peers = [{ host: seeding.address, port: seeding.port }]
  return { directory, file, torrent, seeding, peers }
}
