// The reports as a reader sees them, in a real browser.
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { readRun } from '../src/results/run-directory'
import { compareRuns } from '../src/report/compare'
import { writeComparison, writeReports } from '../src/report/write'
import { tempDir } from '../../test/helpers/files'
import { describeUnless } from '../../test/helpers/missing'
import { Browser, findChromium, isDebian } from './helpers/browser'
import {
  troubleWithColours,
  troubleWithFigures,
  troubleWithScrolling,
  troubleWithWidths,
} from './helpers/page-checks.cjs'
import { writeRun } from './helpers/runs'
import { allFailed, classroom, fiftyPeers, matrix, shapes, single } from './helpers/shapes'

const chromium = findChromium()
// the set-up installs it on Debian: there its absence is a failure
const missing = chromium === null && !isDebian ? 'no Chromium on the PATH' : null

/** A page with one of everything that is to be noticed. */
const bad = `<body style="background:#fff">
  <svg width="400" height="100"><text y="20">one</text><text y="22">two</text><text x="390" y="60">out</text></svg>
  <svg width="10" height="10"></svg>
  <p style="width:2000px">${'x'.repeat(3000)}</p><p style="color:#fff">unseen</p>
  <img src="absent.png"></body>`

/** What a reader would complain about. */
async function complaints(page: Page): Promise<string[]> {
  return [
    ...(await page.evaluate(troubleWithFigures)),
    ...(await page.evaluate(troubleWithWidths)),
    ...(await page.evaluate(troubleWithColours)),
  ]
}

describeUnless(missing, 'reports in a browser', () => {
  let browser: Browser

  beforeAll(async () => (browser = await Browser.open(chromium ?? 'chromium')))
  afterAll(async () => browser[Symbol.asyncDispose]())

  test.each(shapes)('$name: nothing is loaded, lost, cut off or written over', async (shape) => {
    const run = await writeRun(await tempDir(), shape)
    await writeReports(run)
    const { page, troubles } = await browser.show(join(run.directory, 'report.html'))
    for (const width of [1000, 390]) {
      await page.setViewportSize({ width, height: 800 })
      // a screen that is not a telephone's has room for everything
      if (width === 1000) expect(await page.evaluate(troubleWithScrolling)).toEqual([])
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        expect(await complaints(page)).toEqual([])
      }
    }
    expect(await page.locator('svg').count()).toBe(shape === allFailed ? 0 : 7)
    expect(troubles).toEqual([])
    await page.close()
  })

  test('would be seen to be bad', async () => {
    const path = join(await tempDir(), 'bad.html')
    await writeFile(path, bad)
    const { page, troubles } = await browser.show(path)
    expect((await complaints(page)).map((trouble) => trouble.replace(/:.*/s, ''))).toEqual([
      'over each other',
      'outside of its figure',
      'no size',
      'the page',
      'too wide',
      'contrast 1.00',
    ])
    expect(troubles).toEqual([
      expect.stringMatching(/^loaded: /),
      expect.stringMatching(/^failed: /),
      expect.stringMatching(/^console: /),
    ])
    await page.close()
  })

  test('is dark for readers who prefer that, and always light on paper', async () => {
    const run = await writeRun(await tempDir(), single)
    await writeReports(run)
    const { page } = await browser.show(join(run.directory, 'report.html'))
    const paper = () => page.evaluate('getComputedStyle(document.body).backgroundColor')
    await page.emulateMedia({ colorScheme: 'light' })
    expect(await paper()).toBe('rgb(255, 255, 255)')
    await page.emulateMedia({ colorScheme: 'dark' })
    expect(await paper()).toBe('rgb(21, 25, 30)')
    await page.emulateMedia({ colorScheme: 'dark', media: 'print' })
    expect(await paper()).toBe('rgb(255, 255, 255)')
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    await page.close()
  })

  test('describes each figure for screen readers', async () => {
    const run = await writeRun(await tempDir(), classroom)
    await writeReports(run)
    const { page } = await browser.show(join(run.directory, 'report.html'))
    const images = page.getByRole('img')
    expect(await images.count()).toBe(7)
    await expect(
      page.getByRole('img', { name: /How long transfers took.*Transfers: 10 KiB: 180/ }).count(),
    ).resolves.toBe(1)
    expect(await page.getByRole('table').count()).toBeGreaterThan(2)
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    await page.close()
  })

  test('shows each figure by itself, too', async () => {
    const run = await writeRun(await tempDir(), matrix)
    await writeReports(run)
    const all = await readdir(join(run.directory, 'figures'))
    const names = all.filter((name) => name.endsWith('.svg'))
    expect(names).toHaveLength(7)
    for (const name of names) {
      const { page, troubles } = await browser.show(join(run.directory, 'figures', name))
      const { width, height } = (await page.locator(':root').boundingBox())!
      expect([name, width > 300, height > 80]).toEqual([name, true, true])
      expect(await page.evaluate('document.documentElement.tagName')).toBe('svg')
      expect(await page.locator('parsererror').count()).toBe(0)
      expect(troubles).toEqual([])
      await page.close()
    }
  })

  test('shows a comparison', async () => {
    const parent = await tempDir()
    for (const shape of [classroom, fiftyPeers, allFailed]) await writeRun(parent, shape)
    const runs = await Promise.all(
      ['classroom', 'fifty', 'all-failed'].map((name) => readRun(join(parent, name))),
    )
    await writeComparison(join(parent, 'all'), runs, compareRuns(runs))
    const { page, troubles } = await browser.show(join(parent, 'all', 'comparison.html'))
    for (const width of [1000, 390]) {
      await page.setViewportSize({ width, height: 800 })
      expect(await complaints(page)).toEqual([])
    }
    // the differences and the ratios are seen on a telephone without scrolling
    for (const head of ['value', 'ratio']) {
      const box = await page
        .getByRole('columnheader', { name: head, exact: true })
        .first()
        .boundingBox()
      expect(box!.x + box!.width).toBeLessThan(390)
    }
    expect(await page.locator('svg').count()).toBe(4)
    expect(troubles).toEqual([])
    await page.close()
  })
})
