// Making a torrent of a file with create-torrent.
import { statSync } from 'node:fs'
import { promisify } from 'node:util'
import createTorrent from 'create-torrent'

const args = new Map(process.argv.slice(2).map((text) => text.split('=')))
const file = args.get('file')
const start = performance.now()
await promisify(createTorrent)(file, { pieceLength: Number(args.get('piece')) })
const speed = statSync(file).size / (performance.now() - start) / 1e6
console.log(JSON.stringify({ event: 'done', speed }))
process.exit()
