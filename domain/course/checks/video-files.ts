import { VIDEO_ID } from '../video/video'
import { type CourseCheck, error, type Found } from './finding'
import type { CourseSource, Prose } from './source'

/** The files of a film must exist and have the right format, and its captions must agree with the transcript. */
export const videoFiles: CourseCheck = (course) =>
  course.lessons.flatMap((lesson) =>
    Object.values(lesson.prose).flatMap((prose) => prose.videos.flatMap((block) => faultsOf(block, prose, course))),
  )

function faultsOf(block: Prose['videos'][number], { locale }: Prose, { videos }: CourseSource): Found[] {
  if (!VIDEO_ID.test(block.id))
    return [error(block, 'the film has no folder: name it as {file="see-and-call"}, a folder of public/media')]
  const described = videos[block.id]
  const faults = [...block.faults, ...(described?.faults ?? []).map((fault) => `public/media/${block.id}/${fault}`)]
  if (faults.length > 0 || !described?.video) return faults.map((fault) => error(block, fault))
  const captions = described.video.captions[locale]
  const unlike = Math.max(captions.length, block.transcript.length)
  for (let at = 0; at < unlike; at++) {
    const [written, shown] = [block.transcript[at], captions[at]?.text]
    if (written === shown) continue
    const message = `line ${at + 1} of the transcript is “${written ?? ''}”, but the caption is “${shown ?? ''}”: give both the same words`
    return [error(block, message)]
  }
  return []
}
