// The arguments of a program: `name=value`.
import type { SessionOptions, SettingsInit } from 'libtorrent-napi'

export type Arguments = ReadonlyMap<string, string>

export const args: Arguments = new Map(
  process.argv.slice(2).map((text): [string, string] => {
    const at = text.indexOf('=')
    return [text.slice(0, at), text.slice(at + 1)]
  }),
)

/** Throws when the argument is missing. */
export function argument(name: string): string {
  const value = args.get(name)
  if (value === undefined) throw new Error(`${name}= is missing`)
  return value
}

/** A setting's value is JSON, or else a string. */
function valueOf(text: string): boolean | number | string {
  return /^(true|false|-?\d+)$/.test(text) ? (JSON.parse(text) as boolean | number) : text
}

function settings(): SettingsInit {
  const chosen = [...args].filter(([name]) => name.startsWith('set.'))
  return Object.fromEntries(chosen.map(([name, text]) => [name.slice(4), valueOf(text)]))
}

/** A session as the arguments describe it: `set.aio_threads=2 disk=posix nodelay=true`. */
export function sessionOptions(): SessionOptions {
  return {
    settings: settings(),
    diskBackend: (args.get('disk') ?? 'standard') as NonNullable<SessionOptions['diskBackend']>,
    tcpNoDelay: args.get('nodelay') === 'true',
  }
}

/** Offsets below a limit, the same ones in each language. */
export function randomOffsets(count: number, limit: number): number[] {
  let state = 1
  return Array.from({ length: count }, () => {
    state = (state * 48271) % 2147483647
    return Math.floor((state / 2147483647) * limit)
  })
}
