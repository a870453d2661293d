// npm run bank:export -- COURSE --to FOLDER [--format moodle|gift] [--language ar|fr|en]: writes the bank of a course,
// with its keys, for another quiz program, one file for each language.
import { mkdirSync, realpathSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { isLocale, LOCALES } from '@/domain/locale'
import { exportBank } from '@/server/content/exchange/export-bank'
import { FORMATS } from '@/server/content/exchange/formats'
import { listCourses, readCourse } from '@/server/content/read-course'
import { runIfCalled } from './run-if-called'

const USAGE = 'Usage: npm run bank:export -- COURSE --to FOLDER [--format moodle|gift] [--language ar|fr|en]'
const ENDINGS = { moodle: 'xml', gift: 'gift.txt' }

export function main(args: readonly string[], root: string): void {
  const { courseId, folder, format, locales } = asked(args, root)
  const { course } = readCourse(root, courseId)
  const questions = course.bank.flatMap(({ value }) => value ?? [])
  const file = course.file.value
  if (!file || questions.length < course.bank.length) {
    throw new Error(`Questions of ${courseId} cannot be read: npm run content:check says why.`)
  }
  if (questions.length === 0) throw new Error(`${courseId} has no bank.`)
  const to = makeFolderOutside(folder, path.join(root, 'public'))
  const bank = { title: file.title, questions }
  for (const locale of locales) {
    const { text, questions, told } = exportBank(bank, locale, format)
    const file = path.join(to, `${courseId}.${locale}.${ENDINGS[format]}`)
    // It holds the keys: nobody but the owner of the file may read it.
    writeFileSync(file, text, { mode: 0o600 })
    console.log(`${file}: ${questions} questions`)
    for (const { id, why } of told) console.log(`  ${id}: ${why}`)
  }
  console.log('The files hold the answer keys. Give them to nobody who is examined on this bank.')
}

function asked(args: readonly string[], root: string) {
  const { values, positionals } = read(args)
  const [courseId = '', ...more] = positionals
  const format = FORMATS.find((one) => one === (values.format ?? 'moodle'))
  const { language, to } = values
  if (!to || more.length > 0 || !format || (language !== undefined && !isLocale(language))) throw new Error(USAGE)
  const known = listCourses(root)
  if (!known.includes(courseId)) throw new Error(`“${courseId}” is no course. There are: ${known.join(', ')}.`)
  return { courseId, folder: to, format, locales: language ? [language] : LOCALES }
}

function read(args: readonly string[]) {
  try {
    const options = { to: { type: 'string' }, format: { type: 'string' }, language: { type: 'string' } } as const
    return parseArgs({ args: [...args], options, allowPositionals: true })
  } catch {
    throw new Error(USAGE)
  }
}

/**
 * Creates the folder. It must not be in `public`, not even through a symbolic link: `public` is served to everybody.
 */
function makeFolderOutside(folder: string, served: string): string {
  const isServed = (place: string) => `${place}${path.sep}`.startsWith(`${realpathSync(served)}${path.sep}`)
  const refusal = new Error(`${folder} is served to everybody: name another folder.`)
  if (isServed(path.resolve(folder))) throw refusal
  mkdirSync(folder, { recursive: true })
  if (isServed(realpathSync(folder))) throw refusal
  return folder
}

await runIfCalled(import.meta.url, main)
