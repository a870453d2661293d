import { expect, it } from 'vitest'
import { readVtt } from './read-vtt'

it('reads the captions with their times, and leaves out notes, names and marks', () => {
  const file =
    '\uFEFFWEBVTT\r\n\r\nNOTE for editors\r\n\r\nfirst\r\n00:00.000 --> 00:04.500 line:80%\r\nOne\r\ntwo\r\n\r\n01:00:00.000 --> 01:00:02.000\r\n\u2066448-1\u2069\r\n'

  expect(readVtt(file)).toEqual({
    cues: [
      { from: 0, to: 4.5, text: 'One two' },
      { from: 3600, to: 3602, text: '448-1' },
    ],
    faults: [],
  })
})

const cue = (times: string, text = 'words') => `WEBVTT\n\n${times}\n${text}\n`
it.each([
  ['another file', '<html>', 'does not begin with a line WEBVTT'],
  ['no caption', 'WEBVTT\n', 'holds no caption'],
  ['times with a comma', cue('00:00,000 --> 00:04,000'), 'is no caption: write'],
  ['a minute of 60', cue('00:60.000 --> 01:04.000'), 'is no caption: write'],
  ['words without times', cue('words', 'more'), 'is no caption: write'],
  ['no words', cue('00:00.000 --> 00:04.000', ' '), 'has no words'],
  ['an end before the beginning', cue('00:05.000 --> 00:04.000'), 'ends before it begins'],
  [
    'two at once',
    'WEBVTT\n\n00:00.000 --> 00:04.000\na\n\n00:03.000 --> 00:05.000\nb\n',
    'begins before the one above it ends',
  ],
])('says what is wrong with a file of %s', (_, text, fault) => {
  expect(readVtt(text).faults.join()).toContain(fault)
})
