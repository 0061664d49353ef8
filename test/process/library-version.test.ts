// The addon runs with the version of libtorrent that it was compiled against, and with no other.
import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import '../../lib'
import { tempDir } from '../helpers/files'
import { describeUnless } from '../helpers/missing'
import { runChild } from './helpers/run'

// The addon of a prebuilt binary has libtorrent in itself: there is nothing to exchange.
const { sharedObjects } = process.report.getReport() as unknown as { sharedObjects: string[] }
const linked = sharedObjects.some((path) => path.includes('torrent-rasterbar'))
  ? null
  : 'libtorrent is a part of the addon'

describeUnless(linked, 'the shared library', () => {
  test('another libtorrent at run time is an error that names both versions', async () => {
    const dir = await tempDir()
    const source = join(dir, 'version.cpp')
    const library = join(dir, 'version.so')
    writeFileSync(source, 'namespace libtorrent { char const* version() { return "2.0.99.0"; } }\n')
    execFileSync('c++', ['-shared', '-fPIC', '-o', library, source])
    const outcome = await runChild(
      (kit) => {
        try {
          kit.send(typeof kit.lt.Session)
        } catch (error) {
          kit.send((error as Error).message)
        }
      },
      { env: { LD_PRELOAD: [process.env.LD_PRELOAD ?? [], library].flat().join(':') } },
    )
    expect(outcome).toMatchObject({ code: 0, signal: null })
    expect(outcome.sent).toHaveLength(1)
    expect(outcome.sent[0]).toMatch(
      /compiled against libtorrent 2\.0\.\d+\.0.*libtorrent 2\.0\.99\.0/,
    )
    expect(outcome.sent[0]).toContain('npm run build:all')
  })
})
