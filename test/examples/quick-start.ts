// The README's example is TypeScript, which Node 20 doesn't run: it is compiled first.
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as ts from 'typescript'
import { packageRoot } from '../helpers/child'

/** The path of the compiled program. It is in the package, where its import finds it. */
export async function quickStart(): Promise<string> {
  const source = await readFile(join(packageRoot, 'examples', 'quick-start.mts'), 'utf8')
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.ESNext, target: ts.ScriptTarget.ES2022 },
  })
  const directory = join(packageRoot, 'build', 'examples')
  await mkdir(directory, { recursive: true })
  const program = join(directory, 'quick-start.mjs')
  await writeFile(program, outputText)
  return program
}
