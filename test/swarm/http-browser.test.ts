// A film that a browser plays while its torrent is being downloaded.
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as lt from '../../lib'
import { Browser, findChromium, isDebian } from '../../experiment/test/helpers/browser'
import { waitLimit, timeFactor } from '../helpers/deadline'
import { sha256, tempDir } from '../helpers/files'
import { describeUnless } from '../helpers/missing'
import { serve } from '../helpers/servers'
import { addChecked, endpointOf, leech, openSession, seed } from '../helpers/sessions'
import { kiB, torrentOf } from '../helpers/torrents'

const chromium = findChromium()
// The set-up installs it on Debian: there its absence is a failure.
const missing = chromium === null && !isDebian ? 'no Chromium on the PATH' : null

describeUnless(missing, 'createHttpHandler in a browser', () => {
  test(
    'plays a video, and seeks in it, before it is downloaded',
    async () => {
      await using browser = await Browser.open(chromium ?? 'chromium')
      const session = openSession()
      const handler = lt.createHttpHandler(session, { basePath: '/torrents' })
      const html = await readFile(join(__dirname, '../helpers/video.html'))
      const url = await serve((request, response) => {
        if (request.url === '/') response.setHeader('content-type', 'text/html').end(html)
        else handler(request, response)
      })
      const page = await browser.newPage()
      await page.goto(url)
      await page.addScriptTag({
        path: join(__dirname, '../../node_modules/mediabunny/dist/bundles/mediabunny.min.cjs'),
      })
      const savePath = await tempDir()
      const path = join(savePath, 'film.webm')
      await writeFile(path, Buffer.from(await page.evaluate<string>('makeFilm()'), 'base64'))

      const buffer = await torrentOf(path, { pieceSize: 16 * kiB })
      const info = new lt.TorrentInfo(buffer)

      // The peer lacks the middle, so the download cannot be complete when the film plays.
      const partial = await tempDir()
      const bytes = await readFile(path)
      bytes.fill(0, Math.floor(bytes.length * 0.45), Math.floor(bytes.length * 0.55))
      await writeFile(join(partial, 'film.webm'), bytes)
      const peer = openSession()
      await addChecked(peer, { ti: info, savePath: partial })
      const target = await tempDir()
      const torrent = await leech(session, { ti: info, savePath: target }, [await endpointOf(peer)])
      const [film] = await torrent.files()
      const link = `${url}torrents/${lt.httpPath(film!)}`

      const duration = await page.evaluate<number>(`play(${JSON.stringify(link)})`)
      expect(Math.round(duration)).toBe(20)
      const position = await page.evaluate<number>('seek(15)')
      expect(position).toBeGreaterThan(15)
      expect((await torrent.status()).isFinished).toBe(false)

      const seeder = openSession()
      await seed(seeder, { savePath, path, buffer, info })
      torrent.connectPeer(await endpointOf(seeder))
      await torrent.finished({ timeout: waitLimit })
      expect(await sha256(join(target, 'film.webm'))).toBe(await sha256(path))
    },
    60_000 * timeFactor,
  )
})
