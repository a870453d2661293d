// Makes public/media/see-and-call from see-and-call.html and from the transcripts in the course for the public: the film
// as WebM and MP4, its poster, and its captions in three languages. It needs ffmpeg (Debian: apt-get install ffmpeg);
// PLAYWRIGHT_CHROMIUM names the browser, as for the tests. With `--captions` it only writes the captions again.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from '@playwright/test'

const LESSON = 'courses/awareness/signs'
const FOLDER = 'public/media/see-and-call'
const FRAMES_PER_SECOND = 12
/** How long each scene and its caption are shown, in seconds. */
const LENGTHS = [4, 4, 5, 5, 4, 4.5, 5, 4.5, 5, 6.5, 5]
/** A moment that says most: the number stands above the controls of the player. */
const POSTER_SECONDS = 40

const root = fileURLToPath(new URL('../../', import.meta.url))

/** The lines of the transcript of the lesson’s film, as plain text. */
function transcriptIn(locale) {
  const text = readFileSync(path.join(root, LESSON, `${locale}.md`), 'utf8')
  const block = /^:::video\[[\s\S]*?^:::$/m.exec(text)?.[0] ?? ''
  return [...block.matchAll(/^\d+\. (.+)$/gm)].map(([, line]) => line)
}

/** A number is kept the right way round between Arabic words; other marks are not shown in captions. */
function captionOf(line) {
  const isolated = line.replace(/:ref\[([^\]]*)\]/g, '\u2066$1\u2069')
  return isolated.replace(/:cite\[([^\]]*)\]\{[^}]*\}/g, '$1').replaceAll('**', '')
}

function clock(seconds) {
  const two = (number) => String(number).padStart(2, '0')
  return `${two(Math.floor(seconds / 60))}:${two(Math.floor(seconds % 60))}.${String(Math.round((seconds % 1) * 1000)).padStart(3, '0')}`
}

function writeCaptions(locale) {
  const lines = transcriptIn(locale)
  if (lines.length !== LENGTHS.length) throw new Error(`${locale}: ${lines.length} lines for ${LENGTHS.length} scenes`)
  let at = 0
  const cues = lines.map((line, index) => {
    const from = at
    at += LENGTHS[index]
    return `${clock(from)} --> ${clock(at)}\n${captionOf(line)}\n`
  })
  writeFileSync(path.join(root, FOLDER, `captions.${locale}.vtt`), `WEBVTT\n\n${cues.join('\n')}`)
}

async function drawFrames(folder) {
  const browser = await chromium.launch({
    executablePath: process.env.PLAYWRIGHT_CHROMIUM || undefined,
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  })
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    await page.goto(new URL('see-and-call.html', import.meta.url).href)
    await page.evaluate((lengths) => window.schedule(lengths), LENGTHS)
    await page.evaluate(() => document.fonts.ready)
    const seconds = LENGTHS.reduce((sum, length) => sum + length, 0)
    for (let frame = 0; frame < seconds * FRAMES_PER_SECOND; frame++) {
      await page.evaluate((at) => window.show(at), frame / FRAMES_PER_SECOND)
      await page.screenshot({ path: path.join(folder, `${String(frame).padStart(4, '0')}.png`) })
    }
  } finally {
    await browser.close()
  }
}

function encode(frames) {
  const input = ['-framerate', String(FRAMES_PER_SECOND), '-i', path.join(frames, '%04d.png')]
  const plain = ['-an', '-map_metadata', '-1', '-fflags', '+bitexact', '-flags:v', '+bitexact', '-pix_fmt', 'yuv420p']
  const make = (name, ...settings) =>
    execFileSync('ffmpeg', ['-v', 'error', '-y', ...settings, path.join(root, FOLDER, name)], { stdio: 'inherit' })
  make('film.webm', ...input, ...plain, '-c:v', 'libvpx-vp9', '-crf', '38', '-b:v', '0', '-g', '120', '-row-mt', '1')
  make('film.mp4', ...input, ...plain, '-c:v', 'libx264', '-crf', '25', '-preset', 'slow', '-movflags', '+faststart')
  const poster = `${String(Math.round(POSTER_SECONDS * FRAMES_PER_SECOND)).padStart(4, '0')}.png`
  make('poster.webp', '-i', path.join(frames, poster), '-vf', 'scale=960:-1', '-c:v', 'libwebp', '-quality', '75')
}

mkdirSync(path.join(root, FOLDER), { recursive: true })
for (const locale of ['ar', 'fr', 'en']) writeCaptions(locale)
if (!process.argv.includes('--captions')) {
  const frames = mkdtempSync(path.join(tmpdir(), 'film-'))
  try {
    await drawFrames(frames)
    encode(frames)
  } finally {
    rmSync(frames, { recursive: true })
  }
}
