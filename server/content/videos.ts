import 'server-only'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describeVideo } from '@/domain/course/video/describe-video'
import type { DescribedVideo, Video } from '@/domain/course/video/video'
import { onceInProcess } from '../once-in-process'
import { listFolders, type Root } from './disk'

/** The web server serves this folder as `/media`. */
const FOLDER = 'public/media'

/** Videos are large, so they are read from the disk, even if the texts of the course are in memory. */
export function readVideo(root: Root, id: string): DescribedVideo {
  return describeVideo(id, (name) => {
    const file = path.join(typeof root === 'string' ? root : process.cwd(), FOLDER, id, name)
    return existsSync(file) ? readFileSync(file) : null
  })
}

/**
 * The videos as they are on disk, read once per process, by id. Like the library they are as new as the deployment: a
 * release names a video and does not hold its files.
 */
export const videos = onceInProcess('videos', (): Readonly<Record<string, Video>> => {
  const root = process.cwd()
  const read = listFolders(root, FOLDER).flatMap((id) => readVideo(root, id).video ?? [])
  return Object.fromEntries(read.map((video) => [video.id, video]))
})
