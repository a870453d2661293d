import 'server-only'
import { parseXml, XmlElement, type XmlNode } from '@rgrove/parse-xml'

/** What an SVG may be made of: shapes and their colours. Nothing that loads, runs, animates, or needs a font. */
const SHAPES: ReadonlySet<string> = new Set([
  ...['svg', 'g', 'defs', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['linearGradient', 'radialGradient', 'stop', 'clipPath'],
])
/** Left out silently, since they draw nothing. */
const NOT_DRAWN: ReadonlySet<string> = new Set(['title', 'desc', 'metadata'])
const LOOKS: ReadonlySet<string> = new Set([
  ...['fill', 'fill-opacity', 'fill-rule', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-linecap'],
  ...['stroke-linejoin', 'stroke-miterlimit', 'stroke-dasharray', 'stroke-dashoffset', 'opacity', 'clip-path'],
  ...['clip-rule', 'stop-color', 'stop-opacity', 'color', 'display', 'visibility'],
])
const GEOMETRY: ReadonlySet<string> = new Set([
  ...['id', 'd', 'points', 'transform', 'x', 'y', 'x1', 'y1', 'x2', 'y2', 'cx', 'cy', 'r', 'rx', 'ry', 'fx', 'fy'],
  ...['width', 'height', 'offset', 'gradientUnits', 'gradientTransform', 'spreadMethod', 'clipPathUnits', 'pathLength'],
])
const MOST_ELEMENTS = 5000
const DEEPEST = 40
const LONGEST_SIDE = 10_000
/** A reference within the file, to a gradient or a clipping path. */
const OWN_REFERENCE = /^url\(#[\w.-]+\)$/
const PLAIN_VALUE = /^[\w\s.,#%()+-]*$/

export type CleanSvg =
  | { status: 'clean'; svg: string; width: number; height: number }
  /** `what`: the name of the element or attribute that is not allowed. */
  | { status: 'refused'; problem: 'broken' | 'not-allowed' | 'size'; what?: string }

class NotAllowed extends Error {
  constructor(readonly what: string) {
    super(what)
  }
}

/**
 * Rebuilds an SVG from the shapes in it. What draws nothing is left out. If anything could run, load something or look
 * different on another machine, the whole file is refused, because a logo must not lose a part unnoticed.
 */
export function cleanSvg(text: string): CleanSvg {
  try {
    const { root } = parseXml(text)
    if (root?.name !== 'svg') return { status: 'refused', problem: 'broken' }
    const box = boxOf(root)
    if (!box) return { status: 'refused', problem: 'size' }
    const inside = contentOf(root, { elements: 0 }, { depth: 1, clipping: false })
    const { x, y, width, height } = box
    const frame = `xmlns="http://www.w3.org/2000/svg" viewBox="${x} ${y} ${width} ${height}" width="${width}" height="${height}"`
    const svg = `<svg ${frame}${attributesOf(root, LOOKS)}>${inside}</svg>`
    return { status: 'clean', svg, width: Math.ceil(width), height: Math.ceil(height) }
  } catch (error) {
    if (error instanceof NotAllowed) return { status: 'refused', problem: 'not-allowed', what: error.what }
    return { status: 'refused', problem: 'broken' }
  }
}

type Count = { elements: number }
/** `clipping`: in a clipPath. */
type Place = { depth: number; clipping: boolean }

function contentOf(parent: XmlElement, count: Count, place: Place): string {
  return parent.children.map((node) => nodeOf(node, count, place)).join('')
}

function nodeOf(node: XmlNode, count: Count, { depth, clipping: within }: Place): string {
  // Comments, processing instructions and text: no shape shows them.
  if (!(node instanceof XmlElement)) return ''
  const { name } = node
  // Elements of drawing programs have a prefix and draw nothing.
  if (NOT_DRAWN.has(name) || (name.includes(':') && !name.startsWith('svg:'))) return ''
  count.elements += 1
  if (!SHAPES.has(name) || name === 'svg') throw new NotAllowed(`<${name}>`)
  if (count.elements > MOST_ELEMENTS || depth > DEEPEST) throw new Error('too many shapes')
  const clipping = within || name === 'clipPath'
  const attributes = attributesOf(node, LOOKS, GEOMETRY)
  // A clipping path that is itself clipped is drawn once per shape, for each path that refers to it: a few nested ones,
  // or a cycle, would keep a renderer busy for ever.
  if (clipping && attributes.includes(' clip-path=')) throw new NotAllowed('clip-path')
  return `<${name}${attributes}>${contentOf(node, count, { depth: depth + 1, clipping })}</${name}>`
}

function attributesOf({ attributes }: XmlElement, ...allowed: ReadonlySet<string>[]): string {
  const written = Object.entries(attributes).flatMap(([name, value]) =>
    name === 'style' ? declarationsOf(value) : [[name, value] as const],
  )
  const kept = new Map<string, string>()
  for (const [name, value] of written) {
    refuseWhatActs(name, value)
    if (allowed.some((names) => names.has(name)) && (PLAIN_VALUE.test(value) || OWN_REFERENCE.test(value)))
      kept.set(name, value)
  }
  return [...kept].map(([name, value]) => ` ${name}="${value}"`).join('')
}

function refuseWhatActs(name: string, value: string): void {
  const local = name.toLowerCase().replace(/^.*:/, '')
  if (local.startsWith('on') || local === 'href' || local === 'src') throw new NotAllowed(name)
  if (/url\s*\(/i.test(value) && !OWN_REFERENCE.test(value)) throw new NotAllowed(name)
}

function declarationsOf(style: string): (readonly [string, string])[] {
  return style.split(';').flatMap((declaration) => {
    const [name = '', ...value] = declaration.split(':')
    return value.length === 0 ? [] : [[name.trim(), value.join(':').trim()] as const]
  })
}

type Box = { x: number; y: number; width: number; height: number }

/** The visible area; null if the file does not state it, or if it is out of range. */
function boxOf({ attributes }: XmlElement): Box | null {
  const view = (attributes.viewBox ?? '')
    .trim()
    .split(/[\s,]+/)
    .map(Number)
  const [x = 0, y = 0, width = 0, height = 0] =
    view.length === 4 ? view : [0, 0, lengthOf(attributes.width), lengthOf(attributes.height)]
  const fits = (side: number) => side > 0 && side <= LONGEST_SIDE
  const shown = [x, y].every((start) => Math.abs(start) <= LONGEST_SIDE)
  return shown && fits(width) && fits(height) ? { x, y, width, height } : null
}

const lengthOf = (value = '') => (/^\d+(\.\d+)?(px)?$/.test(value) ? Number.parseFloat(value) : 0)
