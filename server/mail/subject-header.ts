import 'server-only'

/** RFC 2047: an encoded word has at most 75 characters, of which 45 bytes of text take 60. */
const MOST_BYTES = 45

/**
 * The subject as the options of nodemailer take it. It sends a subject in plain ASCII as it is, so that a mail program
 * would decode an encoded word (`=?utf-8?B?…?=`) that somebody typed: such a subject is encoded itself.
 */
export function subjectOptions(subject: string): { subject: string } | { headers: { Subject: PreparedHeader } } {
  return subject.includes('=?')
    ? { headers: { Subject: { prepared: true, value: encodedWords(subject) } } }
    : { subject }
}

type PreparedHeader = { prepared: true; value: string }

/** A text as encoded words, each on a line of its own. A character is never divided between two. */
export function encodedWords(text: string): string {
  const pieces: string[] = ['']
  for (const character of text) {
    const longer = (pieces.at(-1) ?? '') + character
    if (Buffer.byteLength(longer) <= MOST_BYTES) pieces[pieces.length - 1] = longer
    else pieces.push(character)
  }
  return pieces.map((piece) => `=?UTF-8?B?${Buffer.from(piece).toString('base64')}?=`).join('\r\n ')
}
