// Who may make files in the clone.
import { statSync } from 'node:fs'
import { relative } from 'node:path'
import { SetupError } from './run.mjs'
import { root } from './stamps.mjs'

/** Throws when sudo would leave files of root in the clone of another user, who could not replace them. */
export function expectOwner() {
  if (!process.env.SUDO_UID || process.getuid?.() !== 0 || statSync(root).uid === 0) return
  const [script, ...args] = process.argv.slice(1)
  throw new SetupError(
    'root would make files here that the owner of this clone could not replace. Without sudo, run this first:\n' +
      `  ${['node', relative(root, script), ...args].join(' ')}`,
  )
}
