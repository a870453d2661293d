import { z } from 'zod'
import { localeSchema, localizedSchema } from '../locale'
import { daySchema } from '../time/day'
import { HALVES } from '../time/half-days'

/** The kinds of paper. Each has its words in i18n/messages/*.json under `certificate.kinds`. */
export const PAPER_KINDS = ['statement', 'certificate', 'attendance'] as const
export type PaperKind = (typeof PAPER_KINDS)[number]

/** Where something was learned: by oneself, in a cohort of an institution, or in a seminar. */
export type Setting = 'alone' | 'cohort' | 'seminar'
/** The conditions that a paper may have. */
export type Need = 'lessons' | 'exam' | 'presence'
type PaperRule = {
  setting: Setting
  needs: readonly Need[]
  /** The issuer, whose name, logo and signatory the paper shows. */
  issuer: 'platform' | 'institution'
  /** @see https://www.imsglobal.org/spec/ob/v3p0#achievementtype-enumeration */
  achievementType: 'Achievement' | 'Certificate' | 'CertificateOfCompletion'
}

/** The conditions and the issuer of each kind of paper: the only place that decides them. */
export const PAPER_RULES: Readonly<Record<PaperKind, PaperRule>> = {
  statement: {
    setting: 'alone',
    needs: ['lessons', 'exam'],
    issuer: 'platform',
    achievementType: 'CertificateOfCompletion',
  },
  certificate: { setting: 'cohort', needs: ['lessons', 'exam'], issuer: 'institution', achievementType: 'Certificate' },
  attendance: { setting: 'seminar', needs: ['presence'], issuer: 'institution', achievementType: 'Achievement' },
}

/** The paper that a person has earned; null while a condition is not met. */
export function paperEarned(setting: Setting, done: readonly Need[]): PaperKind | null {
  const kind = PAPER_KINDS.find((one) => PAPER_RULES[one].setting === setting)
  return kind && PAPER_RULES[kind].needs.every((need) => done.includes(need)) ? kind : null
}

/** How many institutions may sign beside the one that runs a cohort: a paper has room for no more. */
export const MOST_COSIGNERS = 2

export const LOGO_TYPES = ['image/png', 'image/svg+xml'] as const
export type LogoType = (typeof LOGO_TYPES)[number]

const inBoth = z.strictObject({ ar: z.string(), fr: z.string() })
const signatorySchema = z.strictObject({ name: inBoth, title: inBoth })
const partySchema = z.strictObject({
  name: localizedSchema,
  address: inBoth.nullable(),
  logo: z.strictObject({ hash: z.string(), type: z.enum(LOGO_TYPES) }).nullable(),
  signatory: signatorySchema.nullable(),
})
/** An institution as a paper shows it. */
export type Party = z.infer<typeof partySchema>

const halfDaySchema = z.strictObject({ day: daySchema, half: z.enum(HALVES) })
/** What an attestation of attendance states: the seminar, the half-days in which its holder was there, and their minutes. */
const presenceSchema = z.strictObject({
  seminar: localizedSchema,
  /** Null: by its link alone. */
  place: localizedSchema.nullable(),
  halfDays: z.array(halfDaySchema).min(1),
  minutes: z.int().positive(),
})
export type Presence = z.infer<typeof presenceSchema>

/**
 * The exam by which a paper was earned. `language`: that of the page on which it was handed in; null if not stored.
 * `passRate`: the required share of points, in (0, 1]. `score`: the share that was reached; older papers do not state it.
 * `lawDate`: the day (ISO) up to which its release read the law.
 */
const examStatedSchema = z.strictObject({
  language: localeSchema.nullable(),
  passRate: z.number().gt(0).max(1),
  score: z.number().min(0).max(1).optional(),
  lawDate: daySchema,
})
export type ExamStated = z.infer<typeof examStatedSchema>

/**
 * Whether jurists had signed all texts of the course in the language of the exam. `on`: the day of the oldest of these
 * signatures; null if one was missing on the day of issue.
 */
const reviewStatedSchema = z.strictObject({ language: localeSchema, on: daySchema.nullable() })
export type ReviewStated = z.infer<typeof reviewStatedSchema>

/** The steps of the lessons that were completed, and the questions of these lessons that were answered. */
const workStatedSchema = z.strictObject({ steps: z.int().positive(), questions: z.int().nonnegative() })
export type WorkStated = z.infer<typeof workStatedSchema>

/** What a paper shows of its issuers, and how it was earned. It is fixed on the day of issue. */
export const paperSchema = z.strictObject({
  kind: z.enum(PAPER_KINDS),
  title: localizedSchema,
  /** Null: the platform issues it, under the name that the course gives it. */
  institution: partySchema.nullable(),
  cosigners: z.array(partySchema).max(MOST_COSIGNERS),
  /** Only for an attestation of attendance. */
  presence: presenceSchema.optional(),
  /** Only for a paper that was earned by an exam. Older ones do not state it. */
  exam: examStatedSchema.optional(),
  /** Only for a paper that was earned by lessons. Older ones do not state it. */
  work: workStatedSchema.optional(),
  /** Only for a paper about a course. Older ones do not state it. */
  review: reviewStatedSchema.optional(),
})
export type Paper = z.infer<typeof paperSchema>
