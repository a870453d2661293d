import type { Cue } from './video'

const TIMES =
  /^(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})[ \t]+-->[ \t]+(?:(\d{2,}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?:[ \t].*)?$/
/** Direction marks around left-to-right text in an Arabic caption, such as a telephone number. They are not words. */
const ISOLATES = /[\u2066-\u2069]/g

/** The captions of a WebVTT file, and what is wrong with it. @see https://www.w3.org/TR/webvtt1/ */
export function readVtt(text: string): { cues: Cue[]; faults: string[] } {
  const [header = '', ...blocks] = text
    .replace(/^\uFEFF/, '')
    .replace(/\r\n?/g, '\n')
    .trimEnd()
    .split(/\n{2,}/)
  if (!/^WEBVTT(?:[ \t\n]|$)/.test(header)) return { cues: [], faults: ['it does not begin with a line WEBVTT'] }
  const read = blocks.filter((block) => !/^(?:NOTE|STYLE|REGION)(?:[ \t\n]|$)/.test(block)).map(readCue)
  const cues = read.flatMap((cue) => (typeof cue === 'string' ? [] : cue))
  const faults = read.flatMap((cue) => (typeof cue === 'string' ? cue : []))
  const early = cues.find((cue, index) => cue.from < (cues[index - 1]?.to ?? 0))
  if (early) faults.push(`the caption “${early.text}” begins before the one above it ends`)
  return { cues, faults: cues.length === 0 && faults.length === 0 ? ['it holds no caption'] : faults }
}

/** A cue, or what is wrong with it. */
function readCue(block: string): Cue | string {
  const lines = block.split('\n')
  const at = lines.findIndex((line) => line.includes('-->'))
  const times = TIMES.exec(lines[at] ?? '')
  if (!times || at > 1) return `“${lines[0]}” is no caption: write 00:00.000 --> 00:04.000 above its words`
  const text = lines
    .slice(at + 1)
    .join(' ')
    .replace(ISOLATES, '')
    .replace(/\s+/g, ' ')
    .trim()
  const [, ...parts] = times
  const [from, to] = [secondsIn(parts.slice(0, 4)), secondsIn(parts.slice(4))]
  if (text === '') return `the caption at ${lines[at]} has no words`
  return from < to ? { from, to, text } : `the caption “${text}” ends before it begins`
}

function secondsIn([hours = '0', minutes, seconds, thousandths]: readonly (string | undefined)[]): number {
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds) + Number(thousandths) / 1000
}
