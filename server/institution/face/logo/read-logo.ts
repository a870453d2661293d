import 'server-only'
import { createHash } from 'node:crypto'
import sharp from 'sharp'
import type { LogoType } from '@/domain/certificate/paper'
import { LARGEST_LOGO_BYTES, type LogoProblem } from '@/domain/institution/logo'
import { cleanSvg } from './clean-svg'

export type Logo = { hash: string; type: LogoType; width: number; height: number; bytes: Uint8Array<ArrayBuffer> }
type Refused = { status: 'refused'; problem: LogoProblem; what?: string }
export type ReadLogo = { status: 'read'; logo: Logo } | Refused

/** A picture with a longer side is refused by its header, before it is decoded into memory. */
const LONGEST_SIDE = 4000
/** The maximum ratio of the longer side to the shorter: a paper has no room for a narrower logo. */
const SLIMMEST = 8
const SHORTEST_SIDE = 32
/** The longest side is reduced to the first of these with which the file is small enough. */
const KEPT_SIDES = [800, 500, 250]

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

/**
 * Reads a file as a logo. Its type is decided by its bytes, never by its name. A PNG is encoded again, so that only its
 * pixels remain; an SVG is rebuilt.
 */
export async function readLogo(file: Uint8Array): Promise<ReadLogo> {
  const bytes = Buffer.from(file)
  if (bytes.length > LARGEST_LOGO_BYTES) return refused('too-large')
  if (bytes.subarray(0, PNG.length).equals(PNG)) return readPng(bytes)
  const text = textOf(bytes)
  return text !== null && /^\s*</.test(text) ? readSvg(text) : refused('type')
}

async function readPng(bytes: Buffer): Promise<ReadLogo> {
  // The header is the first block, of 13 bytes, and begins with the two sides.
  if (bytes.length < 33 || bytes.toString('latin1', 12, 16) !== 'IHDR') return refused('broken')
  const [width, height] = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)]
  if (Math.max(width, height) > LONGEST_SIDE) return refused('pixels')
  if (Math.min(width, height) < SHORTEST_SIDE) return refused('small')
  if (isSlim(width, height)) return refused('shape')
  for (const side of KEPT_SIDES) {
    const drawn = await drawAnew(bytes, side)
    if (!drawn) return refused('broken')
    if (drawn.bytes.length <= LARGEST_LOGO_BYTES) return read({ type: 'image/png', ...drawn })
  }
  return refused('too-large')
}

async function drawAnew(bytes: Buffer, side: number) {
  try {
    const { data, info } = await sharp(bytes, { limitInputPixels: LONGEST_SIDE ** 2, failOn: 'truncated' })
      .resize({ width: side, height: side, fit: 'inside', withoutEnlargement: true })
      .png({ compressionLevel: 9 })
      .toBuffer({ resolveWithObject: true })
    return { bytes: new Uint8Array(data), width: info.width, height: info.height }
  } catch {
    return null
  }
}

function readSvg(text: string): ReadLogo {
  const clean = cleanSvg(text)
  if (clean.status === 'refused') return clean
  const { width, height } = clean
  if (isSlim(width, height)) return refused('shape')
  const bytes = new TextEncoder().encode(clean.svg)
  if (bytes.length > LARGEST_LOGO_BYTES) return refused('too-large')
  return read({ type: 'image/svg+xml', bytes, width, height })
}

const isSlim = (width: number, height: number) => Math.max(width / height, height / width) > SLIMMEST

function textOf(bytes: Buffer): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

function read(logo: Omit<Logo, 'hash'>): ReadLogo {
  return { status: 'read', logo: { ...logo, hash: createHash('sha256').update(logo.bytes).digest('hex') } }
}

const refused = (problem: LogoProblem): Refused => ({ status: 'refused', problem })
