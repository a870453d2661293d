import { expect, it } from 'vitest'
import type { DescribedVideo } from '@/domain/course/video/video'
import { courseSource, lessonSource, libraryWith, told } from '@/tests/support/course-factories'
import { videoFiles } from './video-files'

const cues = [{ from: 0, to: 4, text: 'One' }]
const film = { seconds: 4, width: 2, height: 1, hasSound: false, bytes: { webm: 1, mp4: 1 } }
const whole: DescribedVideo = { video: { id: 'see', ...film, captions: { ar: cues, fr: cues, en: cues } }, faults: [] }

function findings(block: { id?: string; transcript?: string[]; faults?: string[] }, described = whole) {
  const videos = [{ path: 'fr.md', line: 7, id: 'see', words: 9, transcript: ['One'], faults: [], ...block }]
  const lesson = lessonSource({}, { videos })
  return told(videoFiles(courseSource({ lessons: [lesson], videos: { see: described } }), libraryWith()))
}

it('accepts a film whose captions match its transcript', () => {
  expect(findings({})).toEqual([])
})

it.each([
  ['a block without a folder', { id: '' }, whole, 'fr.md:7 the film has no folder'],
  ['a folder elsewhere', { id: '../../etc' }, whole, 'fr.md:7 the film has no folder'],
  ['a block of another shape', { faults: ['no title: write it'] }, whole, 'fr.md:7 no title: write it'],
  [
    'files that are wrong',
    {},
    { video: null, faults: ['x is missing: add x'] },
    'public/media/see/x is missing: add x',
  ],
  ['other words', { transcript: ['Two'] }, whole, 'line 1 of the transcript is “Two”, but the caption is “One”'],
  ['a line without caption', { transcript: ['One', 'Two'] }, whole, 'line 2 of the transcript is “Two”'],
  ['a caption without line', { transcript: [] }, whole, 'but the caption is “One”'],
])('refuses %s', (_, block, described, message) => {
  expect(findings(block, described)[0]).toContain(message)
})
