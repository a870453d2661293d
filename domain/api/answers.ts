import { z } from 'zod'
import { localizedSchema } from '../locale'
import { textsSchema } from '../text/texts'
import { PROBLEMS, type ProblemCode } from './problem'

const id = z.uuid()
const count = z.int().nonnegative()
const time = z.iso.datetime().describe('In UTC.')
const day = z.iso.date().describe('A day in Morocco.')

const pageOf = <T extends z.ZodType>(item: T) =>
  z.strictObject({
    items: z.array(item),
    next: z.string().nullable().describe('The cursor of the next page; null on the last one.'),
  })

const cohort = z.strictObject({
  id,
  name: z.string(),
  startsOn: day,
  endsOn: day,
  archivedAt: time.nullable(),
  courses: z.array(z.strictObject({ id: z.string(), titles: localizedSchema, lessons: count, exam: z.boolean() })),
})

const progress = z
  .strictObject({
    courseId: z.string(),
    enrolledOn: day.nullable(),
    lessons: count,
    lessonsDone: count.nullable().describe('Null until she has accepted the invitation.'),
    passed: z
      .boolean()
      .nullable()
      .describe('False for who has not sat the exam too. Null without an exam, or before she has accepted.'),
    passedOn: day.nullable(),
    certificate: z.string().nullable().describe('The number of her certificate in force.'),
  })
  .describe('No answer, score or attempt is ever in it.')

const member = z.strictObject({
  id: id.describe('Of her place in the cohort.'),
  status: z.enum(['invited', 'active']),
  nameArabic: z.string(),
  nameLatin: z.string(),
  email: z.string(),
  function: z.string(),
  courses: z.array(progress),
})

const certificate = z.strictObject({
  number: z.string(),
  kind: z.enum(['course', 'attendance']),
  courseId: z.string().nullable(),
  seminarId: id.nullable(),
  nameArabic: z.string().nullable().describe('Null once its holder has deleted her account.'),
  nameLatin: z.string().nullable(),
  issuedAt: time,
  state: z.enum(['in-force', 'revoked', 'superseded']),
})

const halfDay = z.strictObject({
  id,
  day,
  half: z.enum(['morning', 'afternoon']),
  startsAt: time,
  endsAt: time,
  minutes: count,
})

const seminar = z.strictObject({
  id,
  status: z.string(),
  titles: textsSchema,
  cohortId: id.nullable(),
  startsAt: time,
  endsAt: time,
  registered: count,
  halfDays: z.array(halfDay),
})

const attendance = z.strictObject({
  id: id.describe('Of her place in the seminar.'),
  guest: z.boolean().describe('She has no account.'),
  nameArabic: z.string().nullable(),
  nameLatin: z.string().nullable(),
  function: z.string().nullable(),
  institution: z.string().nullable(),
  halfDays: z.array(z.strictObject({ halfDayId: id, present: z.boolean(), at: time.nullable() })),
  certificate: z.string().nullable().describe('The number of her attestation in force.'),
})

/** Every answer is parsed by its schema before it is sent, and the OpenAPI document is made of the same schemas. */
export const ANSWERS = {
  Cohorts: pageOf(cohort),
  Members: pageOf(member),
  Certificates: pageOf(certificate),
  Seminars: pageOf(seminar),
  Attendance: pageOf(attendance),
} as const
export type AnswerName = keyof typeof ANSWERS
export type Answer<Name extends AnswerName> = z.input<(typeof ANSWERS)[Name]>
export type Item<Name extends AnswerName> = Answer<Name>['items'][number]

/** RFC 9457. `code` is for programs; `title` and `detail` are in the language that was asked for. */
export const problemSchema = z.strictObject({
  type: z.literal('about:blank'),
  title: z.string(),
  status: z.int(),
  detail: z.string(),
  code: z.enum(Object.keys(PROBLEMS) as [ProblemCode, ...ProblemCode[]]),
})
