import { CreateTorrent, FileStorage, LibtorrentError, Session } from 'libtorrent-napi'
import { TorrentInfo, addFiles, version } from 'libtorrent-napi'
import program from './program.cjs'

const named = { CreateTorrent, FileStorage, LibtorrentError, Session }
await program.main({ ...named, TorrentInfo, addFiles, version })
