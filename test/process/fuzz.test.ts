// No argument and no receiver makes anything but Errors come out, and none ends the process.
import { runChild, wellEnded } from './helpers/run'
import type { Outcome } from './helpers/run'

const minute = 60_000
const options = { deadline: minute }

function expectDone({ code, signal, sent, stderr }: Outcome): void {
  const last = sent.at(-1)
  expect({ code, signal, stderr, last }).toEqual({
    code: 0,
    signal: null,
    stderr: '',
    last: 'done',
  })
  // The rest are the names of the calls.
  expect(sent.filter((value) => typeof value !== 'string')).toEqual([])
}

test(
  'functions',
  async () => {
    const outcome = await runChild(async (kit) => {
      const pending: Promise<unknown>[] = []
      const schema = kit.schema()
      // These wait for peers without end, as they are meant to; they are made of calls that are tried here.
      const waiting = ['download', 'fetchMetadata', 'seed']
      for (const [name, value] of Object.entries(kit.lt)) {
        if (typeof value !== 'function' || name in kit.classes()) continue
        if (/^[A-Z](?!.*Error$)/.test(name) || waiting.includes(name)) continue
        const signature = schema.methods.Functions?.find((method) => method.name === name)
        const types = signature?.parameters.map((parameter) => parameter.type) ?? []
        const args = types.map((type) => kit.plausible(type, {}, schema))
        const method = value as (...args: unknown[]) => unknown
        kit.bombard({ name, method, receiver: undefined, args }, {}, pending)
      }
      await Promise.all(pending)
      kit.send('done')
    }, options)
    expectDone(outcome)
  },
  2 * minute,
)

test('an array that is far too long is refused at once', async () => {
  const outcome = await runChild(async (kit) => {
    const torrent = await kit.prepareTorrent('content', 100_000)
    const endless = new Array(2 ** 32 - 1) as [string, number]
    kit.send(await kit.outcome(() => torrent.addNode(endless)))
    kit.send(process.memoryUsage().rss < 2 ** 30)
  })
  expect(outcome).toMatchObject({ ...wellEnded, sent: [expect.stringMatching(/Error/), true] })
})

// With these libtorrent 2.0.8 corrupts its memory, loops indefinitely, or never answers again.
const names = ['Session', 'TorrentHandle', 'TorrentInfo', 'FileStorage', 'CreateTorrent', 'others']
const kinds = [
  { kind: 'of BitTorrent v1', isV1: true, isFresh: false },
  { kind: 'hybrid', isV1: false, isFresh: false },
  { kind: 'without metadata', isV1: false, isFresh: true },
]
const cases = names.flatMap((chosen) => kinds.map((kind) => ({ chosen, ...kind })))

test.each(cases)(
  'methods: $chosen, torrents $kind',
  async ({ chosen, ...kind }) => {
    const outcome = await runChild(
      async (kit, { chosen, names, kind }) => {
        // What a listener throws, as one of the odd values does, is an uncaughtException.
        process.on('uncaughtException', (error, origin) => {
          if (origin === 'uncaughtException' && error instanceof Error) return
          kit.send({ problem: origin, error: String(error) })
          process.exit(1)
        })
        const pending: Promise<unknown>[] = []
        const objects = await kit.specimens(kind)
        const session = objects.Session as InstanceType<typeof kit.lt.Session>
        const victim = await session.addTorrent(kit.magnet(7))
        const targets = Object.entries(kit.classes())
          .filter(([name]) => (chosen === 'others' ? !names.includes(name) : name === chosen))
          .flatMap(([name, cls]) =>
            kit.targetsOf(cls, objects[name]!, { ...objects, TorrentHandle: victim }),
          )
        for (const target of targets) {
          kit.bombard(target, objects, pending)
          await kit.turn()
        }
        await session.close() // what still waits ends now
        await Promise.all(pending.splice(0))
        for (const target of targets) kit.bombard(target, objects, pending)
        await Promise.all(pending)
        kit.send(targets.length > 0 ? 'done' : 'there is no such class')
      },
      { ...options, data: { chosen, names, kind } },
    )
    expectDone(outcome)
  },
  2 * minute,
)

test(
  'constructors',
  async () => {
    const outcome = await runChild(async (kit) => {
      const pending: Promise<unknown>[] = []
      const objects = await kit.specimens({ isV1: true, isFresh: false })
      const bytes = kit.lt.writeTorrentFileBuf({ ti: objects.TorrentInfo as never })
      const known: Record<string, unknown[]> = {
        TorrentInfo: [bytes, {}],
        CreateTorrent: [(objects.TorrentInfo as { files(): unknown }).files(), 0, 0],
        Bitfield: [new Uint8Array(2), 12],
        Preformatted: [Buffer.from('i1e')],
        TorrentHandle: [objects.Session],
      }
      for (const [name, cls] of Object.entries(kit.classes())) {
        if (name === 'Session') continue
        for (const ancestor of kit.lineage(cls)) {
          kit.bombardClass(ancestor, known[name] ?? [], objects, pending)
        }
      }
      // Every option of a session, which otherwise keeps to this machine.
      const { Session } = kit.lt
      const Native = kit.lineage(Session as never).at(-1)
      const options = { alertMessages: 0, diskBackend: 0, extensions: 0, flags: 0, tcpNoDelay: 0 }
      for (const name of Object.keys({ ...options, dhtState: 0, extState: 0, ipFilter: 0 })) {
        for (const [oddity, value] of Object.entries({ ...kit.oddValues(), ...objects })) {
          const open = (): void => {
            const session = new Session({ settings: kit.quiet(), [name]: value })
            pending.push(session.close())
          }
          kit.probe(`new Session() with ${oddity} for ${name}`, open, pending)
          await Promise.all(pending.splice(0))
        }
      }
      for (const [oddity, value] of Object.entries({ ...kit.oddValues(), ...objects })) {
        const args = [{ settings: kit.quiet() }, () => {}, {}]
        kit.probe(`Session() of ${oddity}`, () => Reflect.apply(Native!, value, args), pending)
      }
      await Promise.all(pending)
      await (objects.Session as InstanceType<typeof Session>).close()
      kit.send('done')
    }, options)
    expectDone(outcome)
  },
  2 * minute,
)

test(
  'settings',
  async () => {
    const outcome = await runChild(async (kit) => {
      const pending: Promise<unknown>[] = []
      const session = kit.openSession()
      const normal = await session.getSettings()
      for (const name of Object.keys(kit.lt.settingsMetadata)) {
        kit.send(name)
        for (const [oddity, value] of Object.entries(kit.oddValues())) {
          const settings = { [name]: value }
          kit.probe(`${name}: ${oddity}`, () => session.applySettings(settings), pending)
          await session.isPaused() // libtorrent's thread has taken it
        }
        session.applySettings(normal)
      }
      await session.close()
      kit.send('done')
    }, options)
    expectDone(outcome)
  },
  2 * minute,
)

test(
  'fields of a torrent',
  async () => {
    const outcome = await runChild(async (kit) => {
      const pending: Promise<unknown>[] = []
      const { lt } = kit
      const session = kit.openSession()
      const ti = await kit.makeTorrent('content', 100_000)
      const buffer = lt.writeTorrentFileBuf({ ti })
      let number = 0
      for (const { name } of kit.schema().records.AddTorrentParams?.fields ?? []) {
        kit.send(name)
        for (const [oddity, value] of Object.entries(kit.oddValues())) {
          const label = `${name}: ${oddity}`
          const odd = { [name]: value }
          for (const params of [kit.magnet(++number), { ti: new lt.TorrentInfo(buffer) }]) {
            const all = { savePath: kit.dir, ...params, ...odd }
            kit.probe(label, () => lt.writeResumeDataBuf(all), pending)
            kit.probe(label, () => lt.makeMagnetUri(all), pending)
            kit.probe(label, () => session.addTorrent(all), pending)
          }
          await session.isPaused()
        }
        const torrents = await session.getTorrents()
        await Promise.all(torrents.map((torrent) => session.removeTorrent(torrent)))
      }
      await session.close()
      await Promise.all(pending)
      kit.send('done')
    }, options)
    expectDone(outcome)
  },
  2 * minute,
)
