import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { main as enrol } from '@/scripts/enrol'
import { db } from '@/server/db/client'
import { callOnDatabase } from '../support/call-on-database'
import { NOW } from '../support/exam-room'
import { smallCourse } from '../support/exam-taken'
import { insertPerson } from '../support/people'
import { runCommand } from '../support/run-command'

const courseId = `course-${randomUUID()}`

beforeAll(async () => {
  const small = smallCourse(courseId)
  const content = { ...small, file: { ...small.file, access: 'closed' } }
  const row = { courseId, number: 1, contentHash: courseId, lawDate: NOW, languages: ['ar'], content }
  await db().release.create({ data: row })
})

const enrolments = (accountId: string) => db().enrolment.count({ where: { accountId, courseId } })

describe('enrol', () => {
  it('enrols a person in a closed course, once, and says so', async () => {
    const { email, accountId } = await insertPerson()

    expect(runCommand('enrol', email, courseId)).toMatchObject({
      code: 0,
      out: `${email} now takes part in ${courseId}.\n`,
    })
    expect(await callOnDatabase(enrol, email, courseId)).toMatchObject({
      code: 0,
      out: `${email} already takes part in ${courseId}.\n`,
    })
    expect(await enrolments(accountId)).toBe(1)
  })

  it('fails for an unknown e-mail, and says what she must do first', async () => {
    const { code, out, err } = await callOnDatabase(enrol, 'nobody@example.ma', courseId)

    expect(code).toBe(1)
    expect(out).toBe('')
    expect(err.trim()).toBe('There is no confirmed account for nobody@example.ma: she must sign up and confirm first.')
  })

  it('fails for an unknown course', async () => {
    const { email } = await insertPerson()

    expect(await callOnDatabase(enrol, email, 'no-such-course')).toMatchObject({
      code: 1,
      err: 'There is no published course no-such-course.\n',
    })
  })

  it('prints its usage when called without arguments', async () => {
    expect(await callOnDatabase(enrol)).toMatchObject({
      code: 1,
      err: 'Say who and where: npm run enrol -- EMAIL COURSE\n',
    })
  })
})
