// The programs of examples/ print names of torrents and files that would steer a terminal.
import * as lt from '../../lib'
import { tempDir } from '../helpers/files'
import { kiB } from '../helpers/torrents'
import { runExample } from './example'
import { openSwarm } from './swarm'

// C1 control characters and DEL: libtorrent removes those below U+0020 from names, but not these.
const name = 'a\u009b31m\u0090b\u007f.txt'
const shown = 'a\\u{9b}31m\\u{90}b\\u{7f}.txt'

test('magnet.mjs escapes the names of files', async () => {
  const { info } = await openSwarm({ [name]: 20 * kiB, other: kiB }, { pieceSize: 16 * kiB })
  const { code, lines } = await runExample('magnet.mjs', lt.makeMagnetUri(info), await tempDir())
  expect(code).toBe(0)
  expect(lines).toContain(`content/${shown}: ${20 * kiB} bytes`)
  expect(lines.join('')).not.toMatch(/\p{Cc}/u)
})
