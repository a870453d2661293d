import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'
import { localeSchema } from '@/domain/locale'

const questionsSchema = z.array(
  z.strictObject({ query: z.string().min(1), locale: localeSchema, expect: z.string().startsWith('/') }),
)

/** Queries of readers, each in a language of the site, with the expected path after the language. */
export const searchQuestions = questionsSchema.parse(parse(readFileSync('tests/content/search.yaml', 'utf8')))
