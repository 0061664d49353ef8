// What the fuzz tests do in their children. As in kit.ts: nothing but arguments and `this`.
import type { Kit } from './kit'

/** What the tables say about a method. */
interface Signature {
  readonly name: string
  readonly parameters: readonly { readonly type: string; readonly optional: boolean }[]
}
interface Schema {
  readonly methods: Readonly<Record<string, readonly Signature[]>>
  readonly records: Readonly<Record<string, { readonly fields: readonly { name: string }[] }>>
  readonly enums: Readonly<Record<string, { readonly values: readonly string[] }>>
}

type Class = new (...args: unknown[]) => object
type Method = (...args: unknown[]) => unknown

export interface Target {
  /** For reports. */
  readonly name: string
  readonly method: Method
  readonly receiver: unknown
  /** Arguments that are in order. */
  readonly args: readonly unknown[]
}

/** The tables that the native addon was made from. */
export function schema(this: Kit): Schema {
  const file = `${this.packageRoot}/dist/native/load.js`
  const { loadAddon } = this.require(file) as { loadAddon: () => { schema(): string } }
  return JSON.parse(loadAddon().schema()) as Schema
}

/** Something of a type of the tables. */
export function plausible(
  this: Kit,
  type: string,
  objects: Readonly<Record<string, unknown>>,
  schema: Schema,
): unknown {
  if (type in objects) return objects[type]
  const enumerator = schema.enums[type]?.values[0]
  if (enumerator !== undefined) return enumerator
  if (type.startsWith('ReadonlyArray')) return []
  if (type.startsWith('readonly [')) return ['127.0.0.1', 1]
  const values: Record<string, unknown> = { number: 0, string: 'text', boolean: true }
  if (type in values) return values[type]
  if (type.startsWith('Uint8Array')) return Buffer.from('d1:ai1ee')
  return {}
}

/** Arguments for the methods that lib/ adds to those of the tables. */
export function libArguments(this: Kit): Readonly<Record<string, readonly unknown[]>> {
  const ignore = (): void => {}
  return {
    on: ['add_torrent', ignore],
    once: ['add_torrent', ignore],
    off: ['add_torrent', ignore],
    alerts: [['add_torrent'], {}],
    waitFor: ['add_torrent', { timeout: 1_000 }],
    addTorrent: [this.magnet(5), {}],
    dhtAnnounce: ['00'.repeat(20), { port: 0 }],
    dhtDirectRequest: [{ address: '127.0.0.1', port: 1 }, {}],
    setPieceHashes: [this.dir, {}],
    createReadStream: [0, {}],
    renameFile: [0, 'other'],
    _listenTo: [1, true],
    add: [this.magnet(7), {}],
    asyncAddTorrent: [this.magnet(6), 1],
  }
}

/** All methods and getters of a class, those of its bases too, even where they are overridden. */
export function targetsOf(
  this: Kit,
  cls: new (...args: never[]) => unknown,
  receiver: object,
  objects: Readonly<Record<string, unknown>>,
): Target[] {
  const schema = this.schema()
  const known = this.libArguments()
  const targets: Target[] = []
  let prototype = cls.prototype as object
  for (let depth = 0; prototype !== Object.prototype; depth++) {
    for (const key of Object.getOwnPropertyNames(prototype)) {
      const property: { value?: unknown; get?: unknown } =
        Object.getOwnPropertyDescriptor(prototype, key) ?? {}
      const method = property.value ?? property.get
      if (typeof method !== 'function') continue
      if (['constructor', 'close', '_close'].includes(key)) continue
      // A method of lib/ has the arguments of the internal one, and the optional ones in its options.
      const signatures = schema.methods[cls.name] ?? []
      const internal = signatures.find((candidate) => candidate.name === `_${key}`)
      const signature = signatures.find((candidate) => candidate.name === key) ?? internal
      const types = (signature?.parameters ?? [])
        .filter(({ optional }) => signature !== internal || !optional)
        .map((parameter) => parameter.type)
      const args = known[key] ?? types.map((type) => this.plausible(type, objects, schema))
      const name = `${cls.name}${'^'.repeat(depth)}.${key}`
      targets.push({ name, method: method as Method, receiver, args })
    }
    prototype = Object.getPrototypeOf(prototype) as object
  }
  return targets
}

/** Calls; only Errors may come out, now or when the promise is settled, for which it doesn't wait. */
export function probe(
  this: Kit,
  label: string,
  call: () => unknown,
  pending: Promise<unknown>[],
): void {
  const check = (error: unknown): void => {
    if (!(error instanceof Error)) this.send({ problem: `${label}: ${typeof error} was thrown` })
  }
  try {
    const result = call()
    if (result instanceof Promise) pending.push(result.catch(check))
    else if (result instanceof this.stream.Readable) result.on('error', check).destroy()
  } catch (error) {
    check(error)
  }
}

/** Every odd value as each of the arguments, as all of them, and as the receiver. */
export function bombard(
  this: Kit,
  { name, method, receiver, args }: Target,
  objects: Readonly<Record<string, object>>,
  pending: Promise<unknown>[],
): void {
  this.send(name)
  const count = Math.max(args.length, method.length, 1)
  this.probe(name, () => Reflect.apply(method, receiver, args), pending)
  for (const [oddity, value] of Object.entries({ ...this.oddValues(), ...objects })) {
    for (let position = 0; position < count; position++) {
      const odd = [...args]
      odd[position] = value
      const label = `${name}() with ${oddity} as argument ${position}`
      this.probe(label, () => Reflect.apply(method, receiver, odd), pending)
    }
    const all = Array.from({ length: count + 1 }, () => value)
    this.probe(`${name}() with ${oddity}`, () => Reflect.apply(method, receiver, all), pending)
    this.probe(`${name}() of ${oddity}`, () => Reflect.apply(method, value, args), pending)
  }
}

/** A constructor: with `new`, and called like a function on whatever there is. */
export function bombardClass(
  this: Kit,
  cls: Class,
  args: readonly unknown[],
  objects: Readonly<Record<string, object>>,
  pending: Promise<unknown>[],
): void {
  const close = (made: object): void => {
    if ('close' in made) pending.push((made as { close(): Promise<void> }).close())
  }
  this.send(`new ${cls.name}`)
  for (const [oddity, value] of Object.entries({ ...this.oddValues(), ...objects })) {
    for (let position = 0; position < Math.max(args.length, 1); position++) {
      const odd = [...args]
      odd[position] = value
      const label = `new ${cls.name} with ${oddity} as argument ${position}`
      this.probe(label, () => close(Reflect.construct<unknown[], object>(cls, odd)), pending)
    }
    const label = `${cls.name}() of ${oddity}`
    this.probe(label, () => Reflect.apply(cls, value, args), pending)
  }
}

/** The classes of the package, but not its errors, and not those whose objects async functions make. */
export function classes(this: Kit): Readonly<Record<string, Class>> {
  const others = ['Download', 'Seeding', 'TorrentStore']
  const found = Object.entries(this.lt).filter(
    ([name]) => /^[A-Z](?!.*Error$)/.test(name) && !others.includes(name),
  )
  return Object.fromEntries(found) as Record<string, never>
}

/** A class and its bases: the addon's is the last. */
export function lineage(this: Kit, cls: Class): Class[] {
  const base: Class = Object.getPrototypeOf(cls)
  return base === Function.prototype ? [cls] : [cls, ...this.lineage(base)]
}

/** One object of every class, in an open session. */
export async function specimens(
  this: Kit,
  { isV1, isFresh }: { isV1: boolean; isFresh: boolean },
): Promise<Record<string, object>> {
  const { lt } = this
  const session = this.openSession()
  const flags = isV1 ? lt.createFlags.v1Only : 0
  const ti = await this.makeTorrent('content', 100_000, flags)
  const torrent = isFresh ? this.magnet(8) : { ti, savePath: this.dir }
  const handle = await session.addTorrent(torrent)
  const known: Record<string, object> = {
    Session: session,
    TorrentHandle: handle,
    TorrentFile: new lt.TorrentFile(handle, [...ti.files()][0]!, 4),
    TorrentInfo: ti,
    FileStorage: isFresh ? new lt.FileStorage() : ti.files(),
    CreateTorrent: await this.prepareTorrent('other', 100_000, flags),
    Bitfield: new lt.Bitfield(new Uint8Array(2), 12),
    Preformatted: new lt.Preformatted(Buffer.from('i1e')),
  }
  for (const [name, cls] of Object.entries(this.classes())) known[name] ??= new cls()
  return known
}
