import { Session, loadTorrentFile } from 'libtorrent-napi'
const [file = '', savePath = '.'] = process.argv.slice(2)
const session = new Session()
const torrent = await session.addTorrent({ ...(await loadTorrentFile(file)), savePath })
await torrent.finished()
await session.close()
