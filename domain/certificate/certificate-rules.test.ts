import { describe, expect, it } from 'vitest'
import { certificateStatus, decideCertificate } from './certificate-rules'

const NOW = new Date('2026-11-24T10:00:00Z')
const done = { held: false, lessonsDone: true, examPassed: true }

describe('decideCertificate', () => {
  it('issues when all lessons are done and the exam is passed', () => {
    expect(decideCertificate(done)).toEqual({ status: 'issue' })
  })

  it('issues no second one', () => {
    expect(decideCertificate({ ...done, held: true })).toEqual({ status: 'held' })
  })

  it.each([
    ['lessons', { ...done, lessonsDone: false }],
    ['exam', { ...done, examPassed: false }],
    ['lessons', { held: false, lessonsDone: false, examPassed: false }],
  ] as const)('waits for the %s', (missing, facts) => {
    expect(decideCertificate(facts)).toEqual({ status: 'wait', missing })
  })
})

describe('certificateStatus', () => {
  it.each([
    ['valid', { revokedAt: null, supersededBy: null }],
    ['revoked', { revokedAt: NOW, supersededBy: null }],
    ['superseded', { revokedAt: null, supersededBy: '7F3K9MPQ2WXY4' }],
    ['superseded', { revokedAt: NOW, supersededBy: '7F3K9MPQ2WXY4' }],
  ] as const)('is %s', (status, facts) => {
    expect(certificateStatus(facts)).toBe(status)
  })
})
