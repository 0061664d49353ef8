import { download, printable } from 'libtorrent-napi'
const [source = '', savePath = 'downloads'] = process.argv.slice(2)
const { files } = await download(source, savePath, {
  onProgress: ({ done, total }) => console.log(`${done} of ${total} bytes`),
})
for (const { path } of files) console.log(printable(path))
