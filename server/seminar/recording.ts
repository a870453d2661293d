import 'server-only'
import type { Video } from '@/domain/course/video/video'
import { wasHeld } from '@/domain/seminar/state'
import { videos } from '../content/videos'
import type { SeminarRow } from '../db/seminar/seminars'

/** The film of a seminar that was held; null if it names none, or if its files are no longer on this site. */
export function recordingOf(seminar: SeminarRow, now: Date): Video | null {
  const { recording } = seminar
  const films = videos()
  if (recording === null || !Object.hasOwn(films, recording) || !wasHeld(seminar, now)) return null
  return films[recording] ?? null
}
