import type { Resvg, ResvgRenderOptions } from '@resvg/resvg-js'
import { type Figure, lightSvg } from './figure'

/** Pixels of a picture for each pixel of its figure: enough for print. */
const zoom = 2

interface Pictures {
  /** By the names of the figures. */
  readonly pictures: ReadonlyMap<string, Uint8Array>
  /** Why there are none; null where there are. */
  readonly missing: string | null
}

interface PictureOptions {
  /** Default: those of the system. */
  readonly fonts?: ResvgRenderOptions['font']
  /** The library is optional: not every platform has it. */
  readonly load?: () => Promise<{ readonly Resvg: typeof Resvg }>
}

/** Draws figures as PNG, on white paper. */
export async function pngsOf(
  figures: readonly Figure[],
  { fonts = {}, load = () => import('@resvg/resvg-js') }: PictureOptions = {},
): Promise<Pictures> {
  const none = (why: string) => ({ pictures: new Map(), missing: `no PNG figures: ${why}` })
  const library = await load().catch(() => null)
  if (library === null) return none('the package @resvg/resvg-js is not installed')
  const draw = (svg: string) =>
    new library.Resvg(svg, { font: fonts, fitTo: { mode: 'zoom', value: zoom } })
  // a text without font takes no space
  const probe = '<svg xmlns="http://www.w3.org/2000/svg"><text>x</text></svg>'
  if (draw(probe).getBBox() === undefined)
    return none('this machine has no fonts (Debian: apt install fonts-dejavu-core)')
  const drawn = figures.flatMap((figure) => {
    const svg = lightSvg(figure)
    return svg === null ? [] : [[figure.id, draw(svg).render().asPng()] as const]
  })
  return { pictures: new Map(drawn), missing: null }
}
