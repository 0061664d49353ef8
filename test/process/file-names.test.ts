// libtorrent 2.0.8 encodes file names for the locale of LANG, which containers and services leave unset.
import { runChild, wellEnded } from './helpers/run'

test.each(['', 'C', 'POSIX', 'en_US.utf8', 'C.UTF-8'])(
  'file names are UTF-8 with LANG=%s, which stays as it was',
  async (lang) => {
    const outcome = await runChild(
      async (kit) => {
        const name = 'é-日本-🎞.bin'
        const ti = await kit.makeTorrent(name, 100_000)
        const session = kit.openSession()
        const seed = await kit.share(session, ti)
        kit.send(await seed.renameFile(0, 'ü.bin'))
        kit.send(kit.fs.existsSync(kit.path.join(kit.dir, 'ü.bin')))
        await session.close()
        kit.send(process.env.LANG)
      },
      { env: { LANG: lang } },
    )
    expect(outcome).toMatchObject({ ...wellEnded, sent: ['ü.bin', true, lang] })
  },
)
