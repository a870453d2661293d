import { readdirSync, statSync } from 'node:fs'
import { afterEach, expect, it } from 'vitest'
import { LOCALES } from '@/domain/locale'
import { checkedCourse } from '@/server/content/check-content'
import { listCourses, readCourse } from '@/server/content/read-course'
import { readVideo } from '@/server/content/videos'
import { type ContentCopy, contentCopy } from '../support/content-copy'
import { shippedLibrary } from '../support/shipped-content'

const FOLDER = 'public/media'
/** The maximum size of all films in the repository together. */
const MOST_BYTES = 3_000_000
const LESSON = 'courses/awareness/signs'

const root = process.cwd()
const named = listCourses(root).flatMap((id) => Object.keys(readCourse(root, id).course.videos))
const folders = readdirSync(FOLDER)

const copies: ContentCopy[] = []
afterEach(() => {
  for (const copy of copies.splice(0)) copy.discard()
})

function faultsAfter(change: (copy: ContentCopy) => void): string[] {
  const copy = contentCopy()
  copies.push(copy)
  change(copy)
  const { findings } = checkedCourse(copy.root, 'awareness', shippedLibrary())
  return findings.filter(({ check }) => check === 'video-files').map(({ path, message }) => `${path} ${message}`)
}

it('holds the films that lessons name, and no others', () => {
  expect(folders).toContain('see-and-call')
  expect([...new Set(named)].toSorted()).toEqual(folders.toSorted())
})

it.each(folders)(
  '%s is a film of 30 to 60 seconds in two formats, with captions from its beginning to its end',
  (id) => {
    const { video, faults } = readVideo(root, id)

    expect(faults).toEqual([])
    expect(video?.seconds).toBeGreaterThanOrEqual(30)
    expect(video?.seconds).toBeLessThanOrEqual(60)
    expect(video?.bytes).toEqual({
      webm: statSync(`${FOLDER}/${id}/film.webm`).size,
      mp4: statSync(`${FOLDER}/${id}/film.mp4`).size,
    })
    for (const locale of LOCALES) {
      const cues = video?.captions[locale] ?? []
      expect(cues[0]?.from).toBe(0)
      expect(cues.at(-1)?.to).toBeCloseTo(video?.seconds ?? 0, 0)
      // A reader has time for at most 20 characters a second.
      for (const { from, to, text } of cues) expect(text.length / (to - from), text).toBeLessThanOrEqual(20)
    }
  },
)

it('keeps all films together within 3 MB', () => {
  const files = folders.flatMap((id) => readdirSync(`${FOLDER}/${id}`).map((name) => `${FOLDER}/${id}/${name}`))

  expect(files.reduce((sum, file) => sum + statSync(file).size, 0)).toBeLessThanOrEqual(MOST_BYTES)
})

it('refuses captions that differ from the transcript, and a missing film', () => {
  const vtt = `${FOLDER}/see-and-call/captions.fr.vtt`

  expect(faultsAfter((copy) => copy.edit(vtt, (text) => text.replace('Un seul signe', 'Aucun signe')))).toEqual([
    `${LESSON}/fr.md line 5 of the transcript is “Un seul signe ne prouve rien.”, but the caption is “Aucun signe ne prouve rien.”: give both the same words`,
  ])
  expect(faultsAfter((copy) => copy.remove(`${FOLDER}/see-and-call/film.webm`))[0]).toContain(
    'public/media/see-and-call/film.webm is missing: add a WebM film',
  )
})
