import { z } from 'zod'
import { releasedCaseSchema } from '../case/case-file'
import { practiceRefSchema } from '../case/practice-ref'
import { decisionSchema } from '../library/decision'
import { keptTermSchema } from '../library/glossary'
import { instrumentSchema } from '../library/instrument'
import { provisionSchema } from '../library/provision'
import { localeSchema, localizedSchema } from '../locale'
import { questionKeySchema } from '../question/question'
import { SIGN_ROLES, signoffSchema } from '../signoff/signoff'
import { handoutSchema } from './handout'
import { lawChangeSchema } from './law-changes'
import { lessonTextSchema } from './lesson-text'
import { passageSchema } from './passage'

const idSchema = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
const dateSchema = z.iso.date()

const certificateSchema = z.strictObject({
  title: localizedSchema,
  issuer: localizedSchema,
  signature: z.strictObject({ role: localizedSchema, name: localizedSchema.optional() }),
})

/** The conditions that a lesson can set before it counts as completed. */
export const COMPLETION_RULES = ['reach-end', 'answer-practice'] as const
const completionSchema = z.array(z.enum(COMPLETION_RULES)).min(1)

/** courses/<course>/course.yaml: the only place that orders lessons. */
export const courseFileSchema = z.strictObject({
  id: idSchema,
  /**
   * `open`: for every account. `closed`: for admitted learners only. `public`: without an account and without an exam.
   */
  access: z.enum(['open', 'closed', 'public']).default('open'),
  /** The place in the catalogue, from 1. */
  order: z.number().int().positive().default(1),
  title: localizedSchema,
  summary: localizedSchema,
  audience: localizedSchema,
  objectives: z.array(z.strictObject({ id: idSchema, text: localizedSchema })).min(1),
  /** The day up to which the law was read. */
  lawDate: dateSchema,
  examMinutes: z.number().int().positive().optional(),
  languages: z.array(localeSchema).min(1),
  outline: z.array(idSchema).min(1),
  /** The conditions that every lesson sets before it counts as completed. */
  complete: completionSchema,
  /** The practice that is required before the exam; absent if none is required. */
  practice: z.array(practiceRefSchema).min(1).optional(),
  certificate: certificateSchema.optional(),
  credits: localizedSchema,
  /** The sections from which the brochure and the poster are made; absent if the course has neither. */
  handout: handoutSchema.optional(),
  /** Errors that have been corrected: see docs/authoring.md. The newest comes last. */
  corrections: z.array(z.strictObject({ id: idSchema, date: dateSchema, what: localizedSchema })).optional(),
  /** The sign-offs required before publication: the languages, by role. Absent if none is required. */
  requires: z.partialRecord(z.enum(SIGN_ROLES), z.array(localeSchema).min(1)).optional(),
})
export type CourseFile = z.infer<typeof courseFileSchema>

export const lessonFileSchema = z.strictObject({
  id: idSchema,
  title: localizedSchema,
  summary: localizedSchema,
  revision: z.number().int().positive(),
  sensitive: z.boolean().default(false),
  objectives: z.array(localizedSchema).min(1),
  /** The invented files and referral plans that practise the lesson, in the order shown at the end of the lesson. */
  files: z.array(practiceRefSchema).min(1).optional(),
})
export type LessonFile = z.infer<typeof lessonFileSchema>

/**
 * How an exam is drawn: the number of questions of each objective. The rule is the platform's own and must never be
 * presented as another body's.
 */
export const examFileSchema = z.strictObject({
  questions: z.number().int().positive(),
  /** The share of points in (0, 1]. */
  passRate: z.number().gt(0).max(1),
  attempts: z.number().int().positive(),
  coolDownHours: z.number().nonnegative(),
  objectives: z.record(idSchema, z.number().int().positive()),
})
export type ExamRule = z.infer<typeof examFileSchema>

/** A course's file as a release stores it. The hours of the certificate stay as they were at publication. */
const releasedFileSchema = courseFileSchema.extend({
  /** Absent in older releases, whose lessons set no conditions. */
  complete: completionSchema.optional(),
  /** Only in releases made before the hours were computed from the minutes. */
  hours: z.number().positive().optional(),
  certificate: certificateSchema.extend({ hours: z.number().positive() }).optional(),
})

/** A lesson's file as a release stores it. The minutes stay as at publication; authors typed the oldest ones. */
const releasedLessonSchema = lessonFileSchema.extend({ minutes: z.number().int().positive() })

/** A question that asks again what the question `after` asked, in other words and about the same law. */
const secondFormSchema = z.strictObject({
  after: idSchema,
  /** The question is reserved for recall tests. Older releases do not have this field. */
  measures: z.literal(true).optional(),
  question: questionKeySchema,
})

/** A whole course, parsed: what a release stores. Contains the answer keys. */
export const courseSchema = z.strictObject({
  file: releasedFileSchema,
  lessons: z.array(
    z.strictObject({
      file: releasedLessonSchema,
      /** Markdown without front matter. */
      bodies: localizedSchema,
      practice: z.array(questionKeySchema),
      signoff: signoffSchema,
      /** The hash of the text in each language. A sign-off counts while it names this hash. */
      hashes: localizedSchema,
      /** Citations, terms and sections, read from the bodies at publication. Older releases do not have them. */
      texts: z.strictObject({ ar: lessonTextSchema, fr: lessonTextSchema, en: lessonTextSchema }).optional(),
      /** Its blocks, read from the bodies at publication. Older releases do not have them. */
      passages: z.array(passageSchema).optional(),
    }),
  ),
  /** Null for a public course, which has no exam. */
  exam: examFileSchema.nullable(),
  bank: z.array(questionKeySchema),
  bankSignoff: signoffSchema.default([]),
  /** The second forms. Absent if the course has none, and in older releases. */
  second: z.array(secondFormSchema).min(1).optional(),
  /** The invented files for practice, in their order. Absent if the course has none, and in older releases. */
  cases: z.array(releasedCaseSchema).min(1).optional(),
  /** The hash of the bank in each language; absent if there is no bank. */
  bankHashes: localizedSchema.optional(),
  /** The cited provisions as they were at publication: a learner on an old release reads the law of that day. */
  provisions: z.record(idSchema, provisionSchema),
  decisions: z.record(idSchema, decisionSchema).default({}),
  instruments: z.record(idSchema, instrumentSchema),
  terms: z.record(idSchema, keptTermSchema),
  /** The declared changes of the law between the course's law dates, the newest last. Absent if none was declared. */
  lawChanges: z.array(lawChangeSchema).min(1).optional(),
  /** The citations of each question, by its id. Older releases do not have them. */
  citedByQuestion: z.record(z.string(), z.array(z.string())).optional(),
})
export type Course = z.infer<typeof courseSchema>
export type Lesson = Course['lessons'][number]
