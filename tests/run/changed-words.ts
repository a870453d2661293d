import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { LOCALES } from '@/domain/locale'
import { fileAt } from './commits'

type Messages = { [key: string]: string | Messages }
const messagesSchema: z.ZodType<Messages> = z.lazy(() => z.record(z.string(), z.union([z.string(), messagesSchema])))

/** The keys of the messages that differ from the commit in a language: `errors.not-found`. */
export function changedWords(commit: string): string[] {
  const keys = LOCALES.flatMap((locale) => {
    const file = path.join('i18n/messages', `${locale}.json`)
    return differing(read(fileAt(commit, file) ?? '{}'), read(readFileSync(file, 'utf8')))
  })
  return [...new Set(keys)]
}

/** The keys of the messages that were added, changed or taken away. */
export function differing(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((key) => before.get(key) !== now.get(key))
}

/** The messages of a file by their whole keys. */
export function read(json: string): Map<string, string> {
  return new Map(flat(messagesSchema.parse(JSON.parse(json))))
}

const flat = (messages: Messages, above = ''): [string, string][] =>
  Object.entries(messages).flatMap(([key, value]) =>
    typeof value === 'string' ? [[above + key, value] as [string, string]] : flat(value, `${above}${key}.`),
  )

/** A literal of a key, or the part of one that stands before a value: 'errors.not-found' or `errors.${code}`. */
const NAMED = /['`]([a-z][\w-]*(?:\.[\w-]+)*\.?)(?:['`]|\$\{)/g

/** Whether a source names one of the keys, or the beginning of one. */
export function namesWord(source: string, keys: readonly string[]): boolean {
  const named = [...source.matchAll(NAMED)].flatMap(([, name = '']) => (name.includes('.') ? name : []))
  return named.some((name) =>
    keys.some((key) => key === name || key.startsWith(name.endsWith('.') ? name : `${name}.`)),
  )
}
