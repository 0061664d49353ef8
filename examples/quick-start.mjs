import { Session } from 'libtorrent-napi'
const [source = '', savePath = '.'] = process.argv.slice(2)
const session = new Session()
const torrent = await session.add(source, { savePath })
await torrent.finished()
await session.close()
