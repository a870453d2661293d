import type { Locale } from '../../locale'

/** The name of a video's folder. */
export const VIDEO_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The names of the files in the folder of a video. */
export const VIDEO_FILES = { webm: 'film.webm', mp4: 'film.mp4', poster: 'poster.webp' } as const

/** A poster has a size limit because it is loaded with its page, before a reader starts the film. */
export const MOST_POSTER_BYTES = 30_000

export function captionsFile(locale: Locale): string {
  return `captions.${locale}.vtt`
}

/** The facts in the header of a film file; `seconds` is not rounded. */
export type FilmFacts = { seconds: number; width: number; height: number; hasSound: boolean }

/** A caption, with the seconds between which it is shown. */
export type Cue = { from: number; to: number; text: string }

/** A video, with the facts that a page needs. */
export type Video = FilmFacts & {
  id: string
  /** The size of each of the two film files, in bytes. A browser loads only one of them. */
  bytes: { webm: number; mp4: number }
  captions: Readonly<Record<Locale, readonly Cue[]>>
}

/** A folder of files; `video` is null if there are faults. */
export type DescribedVideo = { video: Video | null; faults: readonly string[] }
