// npm run bank:import -- --to FOLDER [--format moodle|gift] ar=FILE fr=FILE en=FILE: makes a draft of the files of a bank
// from Moodle XML or GIFT, a file for each language, and lists what could not be carried over.
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { StringDecoder } from 'node:string_decoder'
import { parseArgs } from 'node:util'
import { isLocale, type Locale } from '@/domain/locale'
import { FORMATS, type Format } from '@/server/content/exchange/formats'
import { draftBank, type Lost, readBankFile } from '@/server/content/exchange/import-bank'
import { runIfCalled } from './run-if-called'

const USAGE = 'Usage: npm run bank:import -- --to FOLDER [--format moodle|gift] [ar=FILE] [fr=FILE] [en=FILE]'
const CHUNK = 65_536

export function main(args: readonly string[]): void {
  const { folder, format, files } = asked(args)
  if (existsSync(folder) && readdirSync(folder).length > 0) {
    throw new Error(`${folder} is not empty: name a new folder, so that nothing is written over.`)
  }
  const read = files.map(([language, file]) => readNamed(language, format, file))
  const { files: drafts, questions, lost } = draftBank(read)
  for (const each of lost) console.log(lineOf(each))
  if (questions === 0) throw new Error('None of the questions could be carried over.')
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of drafts) writeFileSync(path.join(folder, name), text, { mode: 0o600 })
  console.log(
    `${questions} questions in ${drafts.size} files of ${folder}; ${lost.length} things were not carried over.`,
  )
  console.log(
    'It is a draft: give each question its objective, its citations, its comments and the missing languages, move the',
  )
  console.log('files to courses/COURSE/bank, and run npm run content:check.')
}

function lineOf({ language, line, question, why }: Lost): string {
  return `${language}  ${line === null ? '' : `line ${line}  `}${question}: ${why}`
}

function asked(args: readonly string[]) {
  const { values, positionals } = read(args)
  const format = FORMATS.find((one) => one === (values.format ?? 'moodle'))
  const files = positionals.map((each): [Locale, string] => {
    const [, language, file] = /^([a-z]{2})=(.+)$/.exec(each) ?? []
    if (!isLocale(language) || !file) throw new Error(USAGE)
    if (!existsSync(file)) throw new Error(`${file} does not exist.`)
    return [language, file]
  })
  const isTwice = new Set(files.map(([language]) => language)).size < files.length
  if (!values.to || !format || files.length === 0 || isTwice) throw new Error(USAGE)
  return { folder: values.to, format, files }
}

function read(args: readonly string[]) {
  try {
    const options = { to: { type: 'string' }, format: { type: 'string' } } as const
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    throw new Error(USAGE)
  }
}

function readNamed(language: Locale, format: Format, file: string) {
  try {
    return readBankFile(language, format, partsOf(file))
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`)
  }
}

/** The text of a file, part by part. */
function* partsOf(file: string): Generator<string> {
  const [handle, buffer, decoder] = [openSync(file, 'r'), Buffer.alloc(CHUNK), new StringDecoder('utf8')]
  try {
    for (let size = readSync(handle, buffer); size > 0; size = readSync(handle, buffer)) {
      yield decoder.write(buffer.subarray(0, size))
    }
    yield decoder.end()
  } finally {
    closeSync(handle)
  }
}

await runIfCalled(import.meta.url, main)
