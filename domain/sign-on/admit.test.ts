import { describe, expect, it } from 'vitest'
import { type Admission, type Arrival, admit } from './admit'

const HER = 'her'
const OTHER = 'other'
const holder = (accountId: string, confirmed: boolean, disabled: boolean) => ({ accountId, confirmed, disabled })
const bools = [true, false]

const HOLDERS = [HER, OTHER].flatMap((id) => bools.flatMap((c) => bools.map((d) => holder(id, c, d))))
const LINKED: Arrival['linked'][] = [
  null,
  ...HOLDERS.flatMap((one) =>
    bools.flatMap((byAddress) => bools.map((rolesElsewhere) => ({ ...one, byAddress, rolesElsewhere }))),
  ),
]
const LINKERS: Arrival['linker'][] = [null, 'gone', ...bools.map((confirmed) => ({ accountId: HER, confirmed }))]
const ACCOUNTS: Arrival['account'][] = [
  null,
  ...bools.flatMap((c) =>
    bools.flatMap((d) =>
      bools.flatMap((otherHere) =>
        bools.map((rolesElsewhere) => ({ ...holder(HER, c, d), otherHere, rolesElsewhere })),
      ),
    ),
  ),
]
const LISTED: Arrival['listed'][] = ['no', 'nameless', 'named']

const ALL: Arrival[] = LINKED.flatMap((linked) =>
  LINKERS.flatMap((linker) =>
    bools.flatMap((trusted) =>
      ACCOUNTS.flatMap((account) => LISTED.map((listed) => ({ linked, linker, trusted, account, listed }))),
    ),
  ),
)
const decided = ALL.map((arrival): [Arrival, Admission] => [arrival, admit(arrival)])
const of = (wanted: (arrival: Arrival) => boolean) => decided.filter(([arrival]) => wanted(arrival))
const acts = (some: [Arrival, Admission][]) => [...new Set(some.map(([, admission]) => JSON.stringify(admission)))]
const refused = (why: string) => [JSON.stringify({ act: 'refuse', why })]

describe('who is admitted', () => {
  it('is decided in every case', () => expect(decided).toHaveLength(33 * 4 * 2 * 17 * 3))

  it('enters the account to which the identity is linked, whatever the address, and no other', () => {
    const open = of(
      ({ linked, linker }) => !linker && linked?.accountId === OTHER && linked.confirmed && !linked.disabled,
    )
    const alone = open.filter(([{ linked }]) => linked?.byAddress && linked.rolesElsewhere)
    expect(acts(open.filter((one) => !alone.includes(one)))).toEqual([
      JSON.stringify({ act: 'enter', accountId: OTHER }),
    ])
    // The owner has not consented, and the institution alone must not reach what she may do elsewhere.
    expect(acts(alone)).toEqual(refused('refused'))
    const shut = of(({ linked, linker }) => !linker && linked !== null && (!linked.confirmed || linked.disabled))
    expect(acts(shut)).toEqual(refused('refused'))
  })

  it('links by consent only to her own confirmed account, and never takes an identity from somebody else', () => {
    expect(acts(of(({ linker }) => linker === 'gone'))).toEqual(refused('ended'))
    const hers = of(({ linker }) => linker !== null && linker !== 'gone')
    expect(acts(hers.filter(([{ linker }]) => linker && linker !== 'gone' && !linker.confirmed))).toEqual(
      refused('unconfirmed'),
    )
    const confirmed = hers.filter(([{ linker }]) => linker && linker !== 'gone' && linker.confirmed)
    expect(acts(confirmed.filter(([{ linked }]) => linked?.accountId === OTHER))).toEqual(refused('elsewhere'))
    expect(acts(confirmed.filter(([{ linked }]) => linked?.accountId !== OTHER))).toEqual([
      JSON.stringify({ act: 'link', accountId: HER, by: 'consent' }),
    ])
  })

  it('refuses an address that is not verified, or that is of another domain', () => {
    expect(acts(of(({ linked, linker, trusted }) => !linked && !linker && !trusted))).toEqual(refused('unlisted'))
  })

  it('links by the address only to a confirmed, open account without another identity or another role', () => {
    const byAddress = decided.filter(([, admission]) => admission.act === 'link' && admission.by === 'address')
    expect(byAddress).toHaveLength(3)
    for (const [{ linked, linker, trusted, account }] of byAddress) {
      expect({ linked, linker, trusted, account }).toEqual({
        linked: null,
        linker: null,
        trusted: true,
        account: { ...holder(HER, true, false), otherHere: false, rolesElsewhere: false },
      })
    }
  })

  it('opens an account only for a person on the list whose address has no confirmed or disabled account', () => {
    const opened = decided.filter(([, admission]) => admission.act === 'open')
    expect(opened.length).toBeGreaterThan(0)
    for (const [{ linked, linker, trusted, account, listed }] of opened) {
      expect({ linked, linker, trusted, listed }).toEqual({
        linked: null,
        linker: null,
        trusted: true,
        listed: 'named',
      })
      expect(account === null || (!account.confirmed && !account.disabled && !account.otherHere)).toBe(true)
    }
    const unlisted = of(({ linked, linker, trusted, account }) => !linked && !linker && trusted && !account)
    expect(acts(unlisted.filter(([{ listed }]) => listed === 'no'))).toEqual(refused('unlisted'))
    expect(acts(unlisted.filter(([{ listed }]) => listed === 'nameless'))).toEqual(refused('nameless'))
  })
})
