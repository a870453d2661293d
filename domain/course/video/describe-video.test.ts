import { expect, it } from 'vitest'
import { mp4Bytes, webmBytes, webpBytes } from '@/tests/support/film-bytes'
import { describeVideo } from './describe-video'

const FILM = { seconds: 8, width: 1280, height: 720, hasSound: false }
const vtt = (to = '00:08.000') => new TextEncoder().encode(`WEBVTT\n\n00:00.000 --> ${to}\nWords\n`)
const FILES: Record<string, Uint8Array> = {
  'film.webm': webmBytes(FILM),
  'film.mp4': mp4Bytes(FILM),
  'poster.webp': webpBytes(),
  'captions.ar.vtt': vtt(),
  'captions.fr.vtt': vtt(),
  'captions.en.vtt': vtt(),
}
const described = (changes: Record<string, Uint8Array | null> = {}) =>
  describeVideo('film', (name) => ({ ...FILES, ...changes })[name] ?? null)

it('gives the length, the sizes and the captions of a film', () => {
  const captions = [{ from: 0, to: 8, text: 'Words' }]

  expect(described()).toEqual({
    video: {
      id: 'film',
      ...FILM,
      bytes: { webm: FILES['film.webm']?.length, mp4: FILES['film.mp4']?.length },
      captions: { ar: captions, fr: captions, en: captions },
    },
    faults: [],
  })
})

it.each<[string, Record<string, Uint8Array | null>, string]>([
  ['a film that is not there', { 'film.webm': null }, 'film.webm is missing: add a WebM film'],
  ['a film of another format', { 'film.mp4': webmBytes(FILM) }, 'film.mp4 is not an MP4 film: make it again'],
  ['two films of other lengths', { 'film.mp4': mp4Bytes({ ...FILM, seconds: 9 }) }, 'are not the same film'],
  ['two films of other sizes', { 'film.mp4': mp4Bytes({ ...FILM, width: 640 }) }, 'are not the same film'],
  ['sound in one film only', { 'film.mp4': mp4Bytes({ ...FILM, hasSound: true }) }, 'are not the same film'],
  ['no poster', { 'poster.webp': null }, 'poster.webp is missing: add a WebP picture'],
  ['a heavy poster', { 'poster.webp': webpBytes(30_001) }, 'has 30001 bytes'],
  ['captions that are not there', { 'captions.ar.vtt': null }, 'captions.ar.vtt is missing: add the captions'],
  ['captions that are none', { 'captions.fr.vtt': webpBytes() }, 'captions.fr.vtt: it does not begin with'],
  ['a caption after the end', { 'captions.en.vtt': vtt('00:09.000') }, 'ends after the film'],
])('refuses %s', (_, changes, fault) => {
  const { video, faults } = described(changes)

  expect(video).toBeNull()
  expect(faults.join()).toContain(fault)
})
