import { AppError } from '../errors'
import type { Course, ExamRule } from './course'

/** The course's exam rule. @throws {AppError} not-found for a course without an exam. */
export function examRuleOf({ exam, file }: Pick<Course, 'exam' | 'file'>): ExamRule {
  if (exam === null) throw new AppError('not-found', `${file.id} has no exam`)
  return exam
}

/** The text of the course's certificate. @throws {AppError} not-found for a course without one. */
export function certificateOf({ certificate, id }: Course['file']): NonNullable<Course['file']['certificate']> {
  if (!certificate) throw new AppError('not-found', `${id} gives no certificate`)
  return certificate
}
