// docs/errors.md: every error code, when it occurs, and what to do. Numbers and messages come from the tables,
// the advice from docs/errors.json. A code without advice, or advice without a code, is an error here.
import { readFileSync } from 'node:fs'

const groups = JSON.parse(readFileSync(new URL('docs/errors.json', import.meta.url), 'utf8'))

/** Codes that no library has: this package gives them itself. */
export const ownCodes = groups
  .filter(({ category }) => category === 'libtorrent-napi')
  .flatMap(({ codes }) => Object.keys(codes))

const head = `# Errors

Made by \`npm run generate\` from the tables. Do not edit.

A failure of libtorrent, of the operating system or of this package is a \`LibtorrentError\`:

\`\`\`js
try {
  await torrent.moveStorage('/elsewhere')
} catch (error) {
  if (error.code === 'ENOSPC') console.error(\`\${error.operation} of \${error.file}: the disk is full\`)
  else throw error
}
\`\`\`

- \`code\` is the name of the error. Branch on it, never on \`message\`.
- \`category\` and \`value\` are those of C++; a code is unique within its category only.
- \`operation\` and \`file\` say what libtorrent was doing, and to which file; null when it does not say.
- Alerts of failures have the same object as \`error\`.

Other errors are not of this class:

| error          | when                                                             | what to do                                              |
| -------------- | ---------------------------------------------------------------- | ------------------------------------------------------- |
| \`TypeError\`    | an argument is of the wrong type, or an option is unknown        | fix the call: the message names the key, and what was expected |
| \`RangeError\`   | a number, an index or a length is out of its range               | fix the call                                            |
| \`AbortError\`   | the \`signal\` of the call aborted (or its own \`reason\`)           | nothing: the program asked for it                       |
| \`TimeoutError\` | the \`timeout\` of the call passed                                 | wait longer, or find out why nothing happens            |

## System errors

Categories \`system\` and \`generic\`: \`code\` is the name of errno, as in node:fs, and \`file\` the path.

| code                   | when                                              | what to do                                                                         |
| ---------------------- | ------------------------------------------------- | ---------------------------------------------------------------------------------- |
| \`ENOSPC\`, \`EDQUOT\`     | the disk is full                                  | make room, then [resume the torrent](guides/download.md#when-the-disk-is-full)     |
| \`EACCES\`, \`EPERM\`      | the process may not read or write there           | change the owner or mode of the directory                                          |
| \`ENOENT\`               | a file or directory does not exist                | check the path                                                                     |
| \`EIO\`                  | a file was truncated while it was read, or the disk fails | call \`torrent.forceRecheck()\`; look at the disk                                |
| \`EADDRINUSE\`           | another program listens on the port               | choose another in \`listen_interfaces\`, or 0 for any                                |
| \`EADDRNOTAVAIL\`        | no interface has the address                      | check \`listen_interfaces\` and \`outgoing_interfaces\`                                |
| \`ECONNREFUSED\`, \`ECONNRESET\`, \`ETIMEDOUT\` | a peer, tracker or proxy does not answer | nothing: libtorrent tries others                                   |
| \`EMFILE\`               | the process has too many open files               | raise \`ulimit -n\`, or lower \`connections_limit\` and \`file_pool_size\`               |
| \`EFBIG\`                | a file is larger than libtorrent or the file system allows | use another file system, or split the content                             |
`

/** [code, advice or null] of a group. */
function codesOf({ category, codes, also = [] }, { errors }) {
  if (codes === 'rest') return errors[category].map(({ name }) => [name, null])
  const listed = Array.isArray(codes) ? codes.map((name) => [name, null]) : Object.entries(codes)
  return [...listed, ...also.map((name) => [name, null])]
}

function sectionOf(group, schema) {
  const { title, category, when, do: otherwise } = group
  const known = new Map((schema.errors[category] ?? []).map((code) => [code.name, code]))
  const rows = codesOf(group, schema)
    .filter(([name]) => !unusual.has(name))
    .map(([name, advice]) => {
      const { value = 0, message = '' } = known.get(name) ?? {}
      return `| \`${name}\` | ${value} | ${message.replaceAll('|', '\\|')} | ${advice ?? ''} |`
    })
  return [
    `## ${title}`,
    `Category \`${category}\`. ${when}${otherwise ? ` ${otherwise}` : ''}`,
    ['| code | value | message | what to do |', '| - | - | - | - |', ...rows].join('\n'),
  ].join('\n\n')
}

/** Names of numbers that are no error. */
const unusual = new Set(['no_error', 'pcp_success', 'reserved'])

function check(schema) {
  for (const [category, codes] of Object.entries(schema.errors)) {
    const mine = groups.filter((group) => group.category === category)
    const listed = mine.flatMap((group) => codesOf(group, schema).map(([name]) => name))
    const names = codes.map(({ name }) => name).filter((name) => !unusual.has(name))
    const faults = [
      ...names.filter((name) => !listed.includes(name)).map((name) => `no advice for ${name}`),
      ...listed
        .filter((name) => !names.includes(name) && !unusual.has(name))
        .map((name) => `advice for ${name}, which is unknown`),
      ...listed
        .filter((name, i) => listed.indexOf(name) !== i)
        .map((name) => `two pieces of advice for ${name}`),
    ]
    if (faults.length > 0) throw new Error(`docs/errors.json, ${category}: ${faults.join('; ')}`)
  }
}

export function errorsPage(schema) {
  check(schema)
  return `${[head, ...groups.map((group) => sectionOf(group, schema))].join('\n\n')}\n`
}
