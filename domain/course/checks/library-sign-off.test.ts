import { describe, expect, it } from 'vitest'
import { libraryWith } from '@/tests/support/course-factories'
import { entrySign, ledger, librarySource } from '@/tests/support/library-factories'
import { librarySignOff } from './library-sign-off'

const found = (sign: ReturnType<typeof entrySign>) =>
  librarySignOff(
    librarySource({ ledgers: [ledger({ value: [sign], lines: { '0.entry': 3, '0.hash': 4 } })] }),
    libraryWith(),
  )

describe('a sign-off of the library', () => {
  it('counts for the text as it stands', () => {
    expect(found(entrySign())).toEqual([])
  })

  it.each([
    ['an older text', entrySign({ hash: 'of-before' }), 'warning', 4, 'hash: hash-ar'],
    ['another language than its hash', entrySign({ language: 'fr' }), 'warning', 4, 'hash: hash-fr'],
    ['an entry that is not there', entrySign({ entry: 'ghost' }), 'error', 3, 'ghost'],
    ['a name of every object', entrySign({ entry: 'constructor' }), 'error', 3, 'constructor'],
  ] as const)('of %s does not', (_, sign, severity, line, words) => {
    const [finding, ...rest] = found(sign)
    expect(rest).toEqual([])
    expect(finding).toMatchObject({ severity, line, message: expect.stringContaining(words) })
  })
})
