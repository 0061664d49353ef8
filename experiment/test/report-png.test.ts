// Figures as pictures, for programs that show no SVG.
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Figure, lightSvg, openRenderer } from '../src/report/figures/figure'
import { pngsOf } from '../src/report/figures/png'
import { summarizeSteps } from '../src/report/steps'
import { figuresOf, writeReports } from '../src/report/write'
import { tempDir } from '../../test/helpers/files'
import { makeRun, writeRun } from './helpers/runs'
import { allFailed, classroom } from './helpers/shapes'

async function figures(shape = classroom): Promise<Figure[]> {
  const run = makeRun(shape)
  return figuresOf(await openRenderer(), run, summarizeSteps(run))
}

/** Width and height, from the header. */
function sizeOf(png: Uint8Array): [number, number] {
  const view = Buffer.from(png)
  expect(view.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n')
  return [view.readUInt32BE(16), view.readUInt32BE(20)]
}

describe('PNG figures', () => {
  test('stand beside the SVG figures, at twice their size', async () => {
    const run = await writeRun(await tempDir(), classroom)
    expect(await writeReports(run)).toBeNull()
    const directory = join(run.directory, 'figures')
    const names = (await readdir(directory)).filter((name) => name.endsWith('.svg'))
    expect(names).toHaveLength(7)
    for (const name of names) {
      const svg = await readFile(join(directory, name), 'utf8')
      const [width, height] = ['width', 'height'].map((side) =>
        Number(new RegExp(` ${side}="(\\d+)"`).exec(svg)![1]),
      )
      const png = await readFile(join(directory, name.replace('.svg', '.png')))
      expect(sizeOf(png)).toEqual([2 * width!, 2 * height!])
    }
  })

  test('show the text, in colours that need no variable', async () => {
    const [figure] = await figures()
    expect(lightSvg(figure!)).not.toMatch(/var\(|@media/)
    const silent = { ...figure!, svg: figure!.svg!.replace(/<text[^]*?<\/text>/g, '') }
    const [{ pictures: whole }, { pictures: without }] = [
      await pngsOf([figure!]),
      await pngsOf([silent]),
    ]
    expect(whole.get(figure!.id)!.length).toBeGreaterThan(1.1 * without.get(figure!.id)!.length)
  })

  test('leave out figures that show nothing', async () => {
    const { pictures, missing } = await pngsOf(await figures(allFailed))
    expect([pictures.size, missing]).toEqual([0, null])
  })

  test('are left out with a reason where fonts or the library are missing', async () => {
    const all = await figures()
    const noFonts = await pngsOf(all, { fonts: { loadSystemFonts: false } })
    expect(noFonts.pictures.size).toBe(0)
    expect(noFonts.missing).toMatch(
      /^no PNG figures: this machine has no fonts .*fonts-dejavu-core/,
    )
    const load = () => Promise.reject(new Error('Cannot find module'))
    const noLibrary = await pngsOf(all, { load })
    expect(noLibrary.missing).toBe('no PNG figures: the package @resvg/resvg-js is not installed')
  })
})
