// The functions that lib/hooks.ts hands to native code.
import '../../../lib'
import { addon, type Runtime } from '../../../lib/native/binding'
import { thrownBy } from '../../helpers/deadline'

const initialize = (runtime: unknown) => addon.initialize(runtime as Runtime)

test('a hook that native code does not know is refused by name', () => {
  expect(thrownBy(() => initialize({ classes: {}, typedEror: () => undefined }))).toMatchObject({
    name: 'TypeError',
    message: 'lib/hooks.ts has "typedEror", which node/hooks.inc lacks',
  })
})

test('a hook that is missing is refused by name, and the former hooks remain', () => {
  expect(thrownBy(() => initialize({ classes: {}, now: () => 0 }))).toMatchObject({
    name: 'TypeError',
    message: 'lib/hooks.ts lacks the function error',
  })
  expect(addon.bdecode(Buffer.from('le'))).toStrictEqual([])
})

test('a class that is missing is refused by name', () => {
  const every = new Proxy({}, {
    get: (_, name) => (name === 'classes' ? {} : () => 0),
  })
  expect(thrownBy(() => initialize(every))).toMatchObject({
    message: 'lib/hooks.ts lacks the function TorrentHandle',
  })
})
