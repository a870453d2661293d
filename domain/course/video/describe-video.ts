import { LOCALES, type Locale } from '../../locale'
import { readMp4 } from './read-mp4'
import { readVtt } from './read-vtt'
import { readWebm } from './read-webm'
import { captionsFile, type DescribedVideo, type FilmFacts, MOST_POSTER_BYTES, VIDEO_FILES } from './video'

/** How far the lengths of the two films may differ, in seconds: one frame of a slow film. */
const TOLERANCE_SECONDS = 0.2

/** What the files in the folder of a video are, and what is wrong with them; `read` gives a file by its name. */
export function describeVideo(id: string, read: (name: string) => Uint8Array | null): DescribedVideo {
  const webm = read(VIDEO_FILES.webm)
  const mp4 = read(VIDEO_FILES.mp4)
  const poster = read(VIDEO_FILES.poster)
  const films = { webm: webm && readWebm(webm), mp4: mp4 && readMp4(mp4) }
  const captions = Object.fromEntries(LOCALES.map((locale) => [locale, captionsOf(locale, read(captionsFile(locale)))]))
  const faults = [
    ...(films.webm ? [] : [unread(VIDEO_FILES.webm, webm, 'a WebM film')]),
    ...(films.mp4 ? [] : [unread(VIDEO_FILES.mp4, mp4, 'an MP4 film')]),
    ...(films.webm && films.mp4 ? unlike(films.webm, films.mp4) : []),
    ...(isWebp(poster) ? [] : [unread(VIDEO_FILES.poster, poster, 'a WebP picture')]),
    ...((poster?.length ?? 0) > MOST_POSTER_BYTES
      ? [
          `${VIDEO_FILES.poster} has ${poster?.length} bytes: a page loads it at once, so give it ${MOST_POSTER_BYTES} at most`,
        ]
      : []),
    ...LOCALES.flatMap((locale) => captions[locale]?.faults ?? []),
    ...(films.mp4 ? LOCALES.flatMap((locale) => tooLate(locale, captions[locale]?.cues ?? [], films.mp4)) : []),
  ]
  if (faults.length > 0 || !films.mp4 || !webm || !mp4) return { video: null, faults }
  const cues = (locale: Locale) => captions[locale]?.cues ?? []
  return {
    video: {
      id,
      ...films.mp4,
      bytes: { webm: webm.length, mp4: mp4.length },
      captions: { ar: cues('ar'), fr: cues('fr'), en: cues('en') },
    },
    faults,
  }
}

function unread(name: string, bytes: Uint8Array | null, what: string): string {
  return bytes ? `${name} is not ${what}: make it again` : `${name} is missing: add ${what}`
}

function unlike(webm: FilmFacts, mp4: FilmFacts): string[] {
  const same =
    Math.abs(webm.seconds - mp4.seconds) <= TOLERANCE_SECONDS &&
    webm.width === mp4.width &&
    webm.height === mp4.height &&
    webm.hasSound === mp4.hasSound
  return same ? [] : [`${VIDEO_FILES.webm} and ${VIDEO_FILES.mp4} are not the same film: make both from one source`]
}

function isWebp(bytes: Uint8Array | null): boolean {
  const mark = (from: number) => String.fromCharCode(...(bytes ?? []).slice(from, from + 4))
  return bytes !== null && mark(0) === 'RIFF' && mark(8) === 'WEBP'
}

function captionsOf(locale: Locale, bytes: Uint8Array | null) {
  const name = captionsFile(locale)
  if (!bytes) return { cues: [], faults: [`${name} is missing: add the captions`] }
  const { cues, faults } = readVtt(new TextDecoder().decode(bytes))
  return { cues, faults: faults.map((fault) => `${name}: ${fault}`) }
}

function tooLate(locale: Locale, cues: readonly { to: number; text: string }[], film: FilmFacts | null): string[] {
  const last = cues.at(-1)
  return last && film && last.to > film.seconds + TOLERANCE_SECONDS
    ? [`${captionsFile(locale)}: the caption “${last.text}” ends after the film`]
    : []
}
