import type { Locale } from '../../locale'

/** The name of a video's folder. */
export const VIDEO_ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/

/** The names of the files in the folder of a video. */
export const VIDEO_FILES = { webm: 'film.webm', mp4: 'film.mp4', poster: 'poster.webp' } as const

/** A poster is loaded with its page, before anybody asks for the film. */
export const MOST_POSTER_BYTES = 30_000

export function captionsFile(locale: Locale): string {
  return `captions.${locale}.vtt`
}

/** What a film file says of itself; `seconds` is not rounded. */
export type FilmFacts = { seconds: number; width: number; height: number; hasSound: boolean }

/** A caption, with the seconds between which it is shown. */
export type Cue = { from: number; to: number; text: string }

/** What the files of a video are, as far as a page says it. */
export type Video = FilmFacts & {
  id: string
  /** The bytes of each of the two films, of which a browser loads one. */
  bytes: { webm: number; mp4: number }
  captions: Readonly<Record<Locale, readonly Cue[]>>
}

/** A folder of files; `video` is null if there are faults. */
export type DescribedVideo = { video: Video | null; faults: readonly string[] }
