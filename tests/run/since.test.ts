import { describe, expect, it } from 'vitest'
import { changedSince } from './commits'
import { affectedBy, readAsked } from './since'

describe('the arguments of npm test', () => {
  it.each([
    [[], { stages: [], full: false, since: null }],
    [['unit', 'content'], { stages: ['unit', 'content'], full: false, since: null }],
    [['--full'], { stages: [], full: true, since: null }],
    [['--since', 'HEAD~3'], { stages: [], full: false, since: 'HEAD~3' }],
  ])('%j are read', (given, asked) => {
    expect(readAsked(given)).toEqual(asked)
  })

  it('need a commit after --since', () => {
    expect(() => readAsked(['--since'])).toThrow('--since is followed by a commit')
    expect(() => readAsked(['--since', '--full'])).toThrow('--since is followed by a commit')
    expect(() => changedSince('no-such-commit')).toThrow('There is no commit no-such-commit.')
  })
})

describe('what changes can have broken', () => {
  it('is always checked, and tested by whatever imports the changed files', () => {
    const files = ['domain/exam/regrade.ts', 'components/ui/icon.tsx', 'i18n/messages/ar.json']
    expect(affectedBy([...files, 'docs/testing.md'])).toEqual({ stages: ['check'], files })
  })

  it('is a whole stage if its tests read the files without importing them', () => {
    expect(affectedBy(['courses/fundamentals/offence/fr.md']).stages).toEqual(['check', 'content'])
    expect(affectedBy(['prisma/schema.prisma', 'library/glossary.yaml']).stages).toEqual([
      'check',
      'content',
      'integration',
    ])
  })
})
