import { describe, expect, it } from 'vitest'
import { mp4Bytes, webmBytes } from '@/tests/support/film-bytes'
import { readMp4 } from './read-mp4'
import { readWebm } from './read-webm'

const FILM = { seconds: 52.5, width: 1280, height: 720, hasSound: false }

it.each([
  ['an MP4 file', readMp4, mp4Bytes(FILM), mp4Bytes({ ...FILM, hasSound: true })],
  ['an MP4 file with long numbers', readMp4, mp4Bytes(FILM, { long: true }), mp4Bytes({ ...FILM, hasSound: true })],
  ['a WebM file', readWebm, webmBytes(FILM), webmBytes({ ...FILM, hasSound: true })],
])('reads from %s how long and how large it is, and whether it has sound', (_, read, silent, spoken) => {
  expect(read(silent)).toEqual(FILM)
  expect(read(spoken)).toEqual({ ...FILM, hasSound: true })
})

describe.each([
  ['an MP4 file', readMp4, mp4Bytes(FILM)],
  ['a WebM file', readWebm, webmBytes(FILM)],
])('%s', (_, read, bytes) => {
  it('is read from a view into a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 5)
    larger.set(bytes, 5)

    expect(read(larger.subarray(5))).toEqual(FILM)
  })

  it('is none if it is cut off anywhere before its end, or something else', () => {
    const cut = Array.from({ length: 40 }, (_, length) => read(bytes.subarray(0, length)))

    expect(cut).toEqual(cut.map(() => null))
    expect(read(new TextEncoder().encode('<!doctype html><title>none</title>'))).toBeNull()
    expect(read(new Uint8Array(64))).toBeNull()
  })
})
