// A headless Chromium that looks at files.
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type BrowserContext, chromium, type Page } from 'playwright-core'

const names = ['chromium', 'chromium-browser', 'google-chrome']

/** Null where there is none; on Debian the set-up has installed one, so that there it has to be found. */
export function findChromium(): string | null {
  const directories = (process.env.PATH ?? '').split(delimiter)
  const paths = names.flatMap((name) => directories.map((directory) => join(directory, name)))
  return paths.find((path) => existsSync(path)) ?? null
}

/** Not a system made from it, whose Chromium may be a snap. */
export const isDebian =
  existsSync('/etc/os-release') && /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'))

export class Browser implements AsyncDisposable {
  readonly #context: BrowserContext
  readonly #profile: string

  private constructor(context: BrowserContext, profile: string) {
    this.#context = context
    this.#profile = profile
  }

  static async open(executablePath: string): Promise<Browser> {
    const profile = await mkdtemp(join(tmpdir(), 'chromium-'))
    const context = await chromium.launchPersistentContext(profile, {
      executablePath,
      // What is preloaded, as a sanitizer's library, is for Node.
      env: { ...process.env, LD_PRELOAD: '' },
      args: [
        '--headless',
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    })
    return new Browser(context, profile)
  }

  newPage(): Promise<Page> {
    return this.#context.newPage()
  }

  /** Opens a file; `troubles` fills up with what goes wrong while it is open. */
  async show(path: string): Promise<{ page: Page; troubles: string[] }> {
    const page = await this.newPage()
    const troubles: string[] = []
    const url = pathToFileURL(path).href
    page.on('console', (message) => troubles.push(`console: ${message.text()}`))
    page.on('pageerror', (error) => troubles.push(`error: ${error.message}`))
    page.on('requestfailed', (request) => troubles.push(`failed: ${request.url()}`))
    page.on('request', (request) => {
      if (request.url() !== url) troubles.push(`loaded: ${request.url()}`)
    })
    await page.goto(url)
    return { page, troubles }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#context.close()
    await rm(this.#profile, { recursive: true, force: true })
  }
}
