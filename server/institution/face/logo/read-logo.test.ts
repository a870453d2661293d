import { deflateSync } from 'node:zlib'
import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { readLogo } from './read-logo'

const SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40"><path d="M0 0h60v40z" fill="#0c5a50"/></svg>'
const svg = (inside: string, root = 'viewBox="0 0 60 40"') =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" ${root}>${inside}</svg>`)
const png = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 4, background: '#0c5a50' } })
    .png()
    .toBuffer()

/** A PNG whose header declares this size, whatever pixels it has. */
async function withSides(width: number, height: number) {
  const bytes = await png(64, 64)
  bytes.writeUInt32BE(width, 16)
  bytes.writeUInt32BE(height, 20)
  return bytes
}

/** What is kept of a logo that must be accepted. `text`: its bytes as text. */
async function accepted(file: Uint8Array) {
  const found = await readLogo(file)
  if (found.status !== 'read') throw new Error(`refused: ${found.problem} ${found.what ?? ''}`)
  return { ...found.logo, text: Buffer.from(found.logo.bytes).toString('latin1') }
}

describe('a PNG', () => {
  it('is drawn anew: nothing but its pixels remains', async () => {
    const hidden = '<script>alert(1)</script>'
    const bytes = Buffer.concat([await png(300, 200), Buffer.from(hidden)])
    const logo = await accepted(bytes)

    expect(logo).toMatchObject({ type: 'image/png', width: 300, height: 200 })
    expect(logo.text).not.toContain(hidden)
    expect(logo.bytes).not.toEqual(new Uint8Array(bytes))
  })

  it('is made smaller, never larger', async () => {
    expect(await accepted(await png(2000, 1000))).toMatchObject({ width: 800, height: 400 })
    expect(await accepted(await png(90, 60))).toMatchObject({ width: 90, height: 60 })
  })

  it('of 40,000 pixels a side is refused by its header, also if it holds none', async () => {
    expect(await readLogo(await withSides(40_000, 40_000))).toEqual({ status: 'refused', problem: 'pixels' })
    expect(await readLogo(await withSides(40_000, 64))).toEqual({ status: 'refused', problem: 'pixels' })
    const startedAt = performance.now()
    await readLogo(await withSides(0xffffffff, 0xffffffff))
    expect(performance.now() - startedAt).toBeLessThan(100)
  })

  it('that unpacks to much more than its size is read only up to its size', async () => {
    const bomb = deflateSync(Buffer.alloc(50_000_000))
    const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from('IDAT'), bomb, Buffer.alloc(4)])
    chunk.writeUInt32BE(bomb.length, 0)
    const logo = await accepted(Buffer.concat([(await png(64, 64)).subarray(0, 33), chunk]))

    expect(logo).toMatchObject({ width: 64, height: 64 })
    expect(logo.bytes.length).toBeLessThan(1000)
  })

  it('that is cut off or holds something else is refused', async () => {
    const bytes = await png(64, 64)
    for (const broken of [bytes.subarray(0, 60), bytes.subarray(0, 20), Buffer.concat([bytes.subarray(0, 8), svg('')])])
      expect(await readLogo(broken)).toEqual({ status: 'refused', problem: 'broken' })
  })

  it('that is tiny, or far too long, is refused', async () => {
    expect(await readLogo(await png(16, 16))).toEqual({ status: 'refused', problem: 'small' })
    expect(await readLogo(await png(900, 40))).toEqual({ status: 'refused', problem: 'shape' })
  })
})

describe('an SVG', () => {
  it('is rebuilt from its shapes', async () => {
    const logo = await accepted(Buffer.from(`<?xml version="1.0"?><!-- by hand -->${SVG}`))
    expect(logo).toMatchObject({ type: 'image/svg+xml', width: 60, height: 40 })
    expect(logo.text).toBe(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 60 40" width="60" height="40"><path d="M0 0h60v40z" fill="#0c5a50"></path></svg>',
    )
  })

  it('keeps its look from attributes and from `style`, and loses what draws nothing', async () => {
    const file = svg(
      `<title>T</title><metadata><a/></metadata><defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>
       <g style="fill:url(#g); stroke : #123; font-family: serif" data-name="x" class="y"><circle r="4" cx="5" cy="5"/></g>`,
    )
    const { text } = await accepted(file)
    expect(text).toContain('<g fill="url(#g)" stroke="#123">')
    expect(text).toContain('<stop offset="0" stop-color="#fff">')
    for (const lost of ['title', 'metadata', 'data-name', 'class', 'font-family', 'style'])
      expect(text).not.toContain(lost)
  })

  const refused: readonly [string, string, string][] = [
    ['a script', '<script>alert(1)</script>', '<script>'],
    ['a script of another case', '<SCRIPT/>', '<SCRIPT>'],
    ['a handler', '<path d="M0 0" onload="alert(1)"/>', 'onload'],
    ['a page inside', '<foreignObject><p/></foreignObject>', '<foreignObject>'],
    ['a picture inside', '<image href="https://example.org/a.png"/>', '<image>'],
    ['a link', '<a href="javascript:alert(1)"><path/></a>', '<a>'],
    ['a copy of another file', '<use href="other.svg#a"/>', '<use>'],
    ['a reference', '<linearGradient xlink:href="#a"/>', 'xlink:href'],
    ['a style sheet', '<style>@import url(https://example.org)</style>', '<style>'],
    ['an animation', '<path d="M0 0"><animate attributeName="d"/></path>', '<animate>'],
    ['a colour from elsewhere', '<path fill="url(https://example.org/#a)"/>', 'fill'],
    ['a colour from elsewhere in a style', '<path style="fill: URL( //example.org )"/>', 'fill'],
    ['a text, which needs a font', '<text>a</text>', '<text>'],
    ['a drawing in a drawing', '<svg/>', '<svg>'],
    ['a clipped shape in a clipping', '<clipPath id="a"><path clip-path="url(#b)"/></clipPath>', 'clip-path'],
    ['one deeper inside', '<clipPath id="a"><g><g style="clip-path: url(#b)"/></g></clipPath>', 'clip-path'],
    ['a clipping that is clipped', '<clipPath id="a" clip-path="url(#b)"><path/></clipPath>', 'clip-path'],
    ['a clipping by itself', '<clipPath id="a"><path clip-path="url(#a)"/></clipPath>', 'clip-path'],
  ]
  it.each(refused)('with %s is refused, and says why', async (_, inside, what) => {
    expect(await readLogo(svg(inside))).toEqual({ status: 'refused', problem: 'not-allowed', what })
  })

  it('keeps a clipping path of a shape', async () => {
    const { text } = await accepted(
      svg('<clipPath id="a"><path d="M0 0h9v9z"/></clipPath><g clip-path="url(#a)"><path d="M0 0h60v40z"/></g>'),
    )
    expect(text).toContain('<g clip-path="url(#a)">')
  })

  it('with a handler at its root is refused', async () => {
    const found = await readLogo(svg('', 'viewBox="0 0 9 9" onload="alert(1)"'))
    expect(found).toEqual({ status: 'refused', problem: 'not-allowed', what: 'onload' })
  })

  it('that defines entities, is not well formed, or is nested without end is refused', async () => {
    const lol = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><svg viewBox="0 0 9 9"><g id="&b;"/></svg>'
    const deep = svg('<g>'.repeat(20_000) + '</g>'.repeat(20_000))
    const many = svg('<g/>'.repeat(6000))
    for (const file of [Buffer.from(lol), Buffer.from('<svg><path></svg>'), deep, many, Buffer.from('<html/>')])
      expect(await readLogo(file)).toEqual({ status: 'refused', problem: 'broken' })
  })

  it('that has no size, or is far too large, is refused', async () => {
    for (const root of ['', 'width="100%" height="100%"', 'viewBox="0 0 40000 40000"', 'viewBox="0 0 a b"'])
      expect(await readLogo(svg('', root))).toEqual({ status: 'refused', problem: 'size' })
  })
})

describe('another file', () => {
  it('is refused by its bytes, whatever its name', async () => {
    const jpeg = await sharp({ create: { width: 64, height: 64, channels: 3, background: '#fff' } })
      .jpeg()
      .toBuffer()
    for (const file of [jpeg, Buffer.from('#!/bin/sh\nrm -rf /'), Buffer.from('GIF89a'), Buffer.alloc(0)])
      expect(await readLogo(file)).toEqual({ status: 'refused', problem: 'type' })
  })

  it('that is too large is refused before it is read', async () => {
    expect(await readLogo(Buffer.alloc(200_001, '<'))).toEqual({ status: 'refused', problem: 'too-large' })
  })
})
