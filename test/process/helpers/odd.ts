// Values to call things with. As in kit.ts: nothing but arguments and `this`.
import type { Kit } from './kit'

/** Values that hardly any method expects, by name. */
export function oddValues(this: Kit): Record<string, unknown> {
  return {
    ...this.oddPrimitives(),
    ...this.oddObjects(),
    ...this.oddBytes(),
    ...this.oddProxies(),
  }
}

export function oddPrimitives(this: Kit): Record<string, unknown> {
  const numbers = [0, -0, 1, -1, 0.5, NaN, Infinity, -Infinity, 255, 65_535, 65_536, 1e21]
  const edges = [31, 32, 53, 63, 64].flatMap((bits) => [2 ** bits - 1, 2 ** bits, -(2 ** bits)])
  const named = [...numbers, ...edges].map((number) => [`${number}`, number] as const)
  return {
    ...Object.fromEntries(named),
    undefined,
    null: null,
    true: true,
    false: false,
    '0n': 0n,
    '2n ** 64n': 2n ** 64n,
    'empty string': '',
    'long string': 'x'.repeat(100_000),
    'string with NUL': 'a\0b',
    'half a surrogate pair': '\ud800',
    '40 digits': '1'.repeat(40),
    '64 digits': 'f'.repeat(64),
    address: '127.0.0.1',
    prototype: '__proto__',
    symbol: Symbol('odd'),
    'well-known symbol': Symbol.iterator,
  }
}

export function oddObjects(this: Kit): Record<string, unknown> {
  const cyclic: Record<string, unknown> = {}
  cyclic.self = cyclic
  const cyclicArray: unknown[] = []
  cyclicArray.push(cyclicArray, cyclicArray)
  const fail = (): never => {
    throw new Error('asked an odd value for something')
  }
  return {
    function: () => 0,
    'throwing function': fail,
    class: class {},
    '{}': {},
    '[]': [],
    'object of cycles': cyclic,
    'array of cycles': cyclicArray,
    'array of holes': new Array(1_000),
    'nested array': [[[[]]]],
    'array of odd things': [undefined, null, NaN, Symbol('odd'), -1, 'x', {}, fail],
    'object without prototype': Object.create(null),
    'object with __proto__': JSON.parse('{"__proto__": {"a": 1}}'),
    'object that throws': { toString: fail, valueOf: fail, [Symbol.toPrimitive]: fail },
    'throwing getter': Object.defineProperty({}, 'a', { get: fail, enumerable: true }),
    'throwing thenable': { then: fail },
    'wrapped number': Object(1),
    'wrapped string': Object('x'),
    date: new Date(0),
    'invalid date': new Date(NaN),
    map: new Map([[1, 2]]),
    set: new Set([1]),
    'weak map': new WeakMap(),
    promise: Promise.resolve(),
    'regular expression': /x/,
    error: new Error('odd'),
    iterator: [1, 2].values(),
    globalThis,
  }
}

export function oddBytes(this: Kit): Record<string, unknown> {
  const detached = new Uint8Array(64)
  structuredClone(detached.buffer, { transfer: [detached.buffer] })
  // Newer than TypeScript's idea of what Node has.
  const shrunk = Reflect.construct(ArrayBuffer, [64, { maxByteLength: 128 }]) as ArrayBuffer
  const outOfBounds = new Uint8Array(shrunk, 32, 16)
  Reflect.apply(Reflect.get(shrunk, 'resize') as () => void, shrunk, [8])
  return {
    'empty bytes': new Uint8Array(0),
    '20 bytes': new Uint8Array(20),
    '32 bytes': Buffer.alloc(32, 1),
    'bencoded bytes': Buffer.from('d4:infod6:lengthi1e4:name1:xee'),
    'detached bytes': detached,
    'detached buffer': detached.buffer,
    'bytes out of bounds': outOfBounds,
    'shared bytes': new Uint8Array(new SharedArrayBuffer(64)),
    'array buffer': new ArrayBuffer(8),
    'data view': new DataView(new ArrayBuffer(8)),
    floats: new Float64Array(8),
    'clamped bytes': new Uint8ClampedArray(8),
  }
}

export function oddProxies(this: Kit): Record<string, unknown> {
  const fail = (): never => {
    throw new Error('a trap')
  }
  const traps = Object.getOwnPropertyNames(Reflect).map((name) => [name, fail])
  const handler = Object.fromEntries(traps) as ProxyHandler<object>
  const revoked = Proxy.revocable({}, {})
  revoked.revoke()
  return {
    'proxy that throws': new Proxy({}, handler),
    'proxy of an array that throws': new Proxy([], handler),
    'proxy of a function that throws': new Proxy(() => 0, handler),
    'proxy of everything': new Proxy({}, { get: (_, key) => key, ownKeys: () => ['a', 'b'] }),
    'proxy of bytes': new Proxy(new Uint8Array(8), {}),
    'proxy of an array': new Proxy([1, 2], {}),
    'revoked proxy': revoked.proxy,
  }
}
