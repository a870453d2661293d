import { describe, expect, it } from 'vitest'
import { isNarrowed, readPeopleQuery, sortOf, wordsToFind, writePeopleQuery } from './people-query'

const read = (query: string) => readPeopleQuery(new URLSearchParams(query))

describe('the address of a cohort’s people', () => {
  it.each(['', '?q=Tazi&status=asked&letter=failed&sort=court&page=2', '?status=late&page=3', '?q=%25_'])(
    'is written as it was read: %s',
    (query) => expect(writePeopleQuery(read(query))).toBe(query),
  )

  it('ignores what cannot be read', () => {
    const nothing = read('')

    expect(read('?status=everybody&sort=age&page=-1&letter=yes')).toEqual(nothing)
    expect(isNarrowed(nothing)).toBe(false)
  })

  it('may still say `show`, and holds what only it says', () => {
    expect(writePeopleQuery(read('?show=asked'), { done: 'yes' })).toBe('?status=asked&done=yes')
  })
})

it('lists requests and the waitlist by how long they have waited, unless another order is asked for', () => {
  expect([read('?status=asked'), read('?status=waiting'), read('?status=invited'), read('')].map(sortOf)).toEqual([
    'oldest',
    'oldest',
    'name',
    'name',
  ])
  expect(sortOf(read('?status=asked&sort=name'))).toBe('name')
})

describe('the words to find somebody by', () => {
  it('ignore spelling: accents, hamza, ta marbuta, case', () => {
    expect(wordsToFind('  Éloïse TAZI ')).toEqual(['eloise', 'tazi'])
    expect(wordsToFind('أمينة التّازي')).toEqual(['امينه', 'التازي'])
    expect(wordsToFind('a.tazi@court.example')).toEqual(['atazicourtexample'])
  })

  it('are empty if nothing was typed, and match nobody if no letter was typed', () => {
    expect(wordsToFind('')).toEqual([])
    expect(wordsToFind('%_')).toBeNull()
  })

  it('never carry what a pattern could mean', () => {
    expect(wordsToFind('ta%zi_a\\b')).toEqual(['taziab'])
  })
})
