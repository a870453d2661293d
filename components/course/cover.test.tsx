import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Cover } from './cover'
import { coverLook, SITE_LOOK } from './cover-look'
import { CELL, cellOf, lineThrough, octagon, square } from './cover-net'

const COURSES = ['fundamentals', 'detection', 'referral', 'commission', 'awareness']
const ANGLES = [...COURSES, null].map((course) => coverLook(course).angle)

/** About twice the distance by which rounding may move a point, in px. */
const NEAR = 0.15

/** The absolute points of a path that writes each point relative to the one before. */
function pointsOf(path: string): [number, number][] {
  return [...path.matchAll(/M([^Mz]+)z?/g)].flatMap(([, shape = '']) => {
    let [x, y] = [0, 0]
    return shape.split('l').map((pair): [number, number] => {
      const [right = 0, down = 0] = pair.split(' ').map(Number)
      x += right
      y += down
      return [x, y]
    })
  })
}

const near = ([x, y]: readonly [number, number], [a, b]: readonly [number, number]) => Math.hypot(x - a, y - b) < NEAR

describe('the net of a cover', () => {
  it.each(ANGLES)('passes through the middle of each side of a cell, at %d°', (angle) => {
    const points = pointsOf(octagon(angle, [CELL / 2, CELL / 2]))

    expect(points).toHaveLength(16)
    for (const middle of [
      [0, CELL / 2],
      [CELL, CELL / 2],
      [CELL / 2, 0],
      [CELL / 2, CELL],
    ] as const) {
      expect(points.some((point) => near(point, middle))).toBe(true)
    }
  })

  it.each(ANGLES)('joins each octagon to the square at its corner, at %d°', (angle) => {
    const octagons = pointsOf(octagon(angle, [CELL / 2, CELL / 2]))
    const shared = pointsOf(square(angle, [0, 0])).filter((point) => octagons.some((other) => near(point, other)))

    expect(shared).toHaveLength(1)
  })

  it.each(ANGLES)('goes on without a break into the next cell, at %d°', (angle) => {
    const points = pointsOf(cellOf(angle))
    const onEdge = (edge: number) => points.filter(([x]) => Math.abs(x - edge) < NEAR)

    expect(onEdge(0).length).toBeGreaterThan(0)
    for (const [, y] of onEdge(0)) {
      expect(onEdge(CELL).some((point) => near(point, [CELL, y]))).toBe(true)
    }
  })

  it.each(ANGLES)('stays inside its octagon, at %d°', (angle) => {
    for (const [x, y] of pointsOf(octagon(angle, [0, 0]))) {
      expect(Math.hypot(x, y)).toBeLessThan(CELL / 2 / Math.cos(Math.PI / 8) + NEAR)
    }
  })
})

it('draws a line through the points given, and nothing through none', () => {
  expect(
    lineThrough([
      [0, 0],
      [10, 0],
      [10, -28],
    ]),
  ).toBe('M0 0l10 0l0 -28')
  expect(lineThrough([])).toBe('')
})

describe('a cover', () => {
  const html = (course: string | null, props = {}) =>
    renderToStaticMarkup(<Cover course={course} place="card" {...props} />)

  it('differs from course to course in its net, its colours and its marks', () => {
    const looks = [...COURSES, null].map(coverLook)

    for (const part of [looks.map(({ angle }) => String(angle)), looks.map(({ colours }) => colours)]) {
      expect(new Set(part).size).toBe(looks.length)
    }
    expect(new Set(COURSES.map((course) => html(course).replaceAll(course, ''))).size).toBe(COURSES.length)
  })

  it.each(['sixth-course', 'constructor', null])('is the site’s own pattern for %s', (course) => {
    expect(coverLook(course)).toBe(SITE_LOOK)
    expect(html(course)).toContain('class="cover of-site"')
  })

  it.each(COURSES)('of %s weighs at most 0.6 kB, and is hidden from screen readers', (course) => {
    const cover = html(course)

    expect(gzipSync(cover).length).toBeLessThanOrEqual(600)
    expect(cover).toMatch(/^<div [^>]*><svg [^>]*aria-hidden="true"/)
    expect(cover).not.toMatch(/style=|<text/)
  })

  it('can be drawn larger', () => {
    expect(html('referral', { scale: 1.5 })).toContain('transform="scale(1.5)"')
  })

  it('refers to its own pattern even if the page shows it twice', () => {
    const page = renderToStaticMarkup(
      <>
        <Cover course="referral" place="next" />
        <Cover course="referral" place="card" />
      </>,
    )
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)

    expect(new Set(ids).size).toBe(2)
    expect([...page.matchAll(/fill="url\(#([^)]+)\)"/g)].map(([, id]) => id)).toEqual(ids)
  })
})

/** The relative luminance of `#rrggbb`. @see https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const share = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

describe.each(['light', 'dark'])('the colours of the covers, in the %s', (theme) => {
  const [light = '', dark = ''] = readFileSync('app/styles/cover.css', 'utf8').split('@media')
  const rules = theme === 'light' ? light : dark
  const rule = (name: string) => rules.match(new RegExp(`\\.of-${name} \\{([^}]*)\\}`))?.[1] ?? ''
  const colour = (name: string, part: string) => rule(name).match(new RegExp(`--${part}: (#[0-9a-f]{6});`))?.[1] ?? ''

  it.each([...COURSES, null])('give the marks of %s a contrast of at least 3 to 1 with their ground', (course) => {
    const { colours: name } = coverLook(course)
    const pair = ['ground', 'mark'].map((part) => luminance(colour(name, part))).toSorted((a, b) => a - b)
    const [darker = Number.NaN, lighter = Number.NaN] = pair

    expect((lighter + 0.05) / (darker + 0.05)).toBeGreaterThanOrEqual(3)
  })
})
