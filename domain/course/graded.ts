import { AppError } from '../errors'
import type { Course, ExamRule } from './course'

/** The course's exam rule. @throws {AppError} not-found for a course that grades nothing. */
export function examRuleOf({ exam, file }: Pick<Course, 'exam' | 'file'>): ExamRule {
  if (exam === null) throw new AppError('not-found', `${file.id} has no exam`)
  return exam
}

/** What the course's certificate says. @throws {AppError} not-found for a course that gives none. */
export function certificateOf({ certificate, id }: Course['file']): NonNullable<Course['file']['certificate']> {
  if (!certificate) throw new AppError('not-found', `${id} gives no certificate`)
  return certificate
}
