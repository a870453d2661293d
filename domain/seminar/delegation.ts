import { z } from 'zod'
import { PERSON_FUNCTIONS } from '../person/person-function'
import { SPOKEN } from './seminar'

/** The members of the United Nations and its two observer states, by ISO 3166. */
export const COUNTRIES: readonly string[] = [
  'AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF CG CH CI CL CM CN CO CR',
  'CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL',
  'IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN',
  'MR MT MU MV MW MX MY MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE SG',
  'SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TZ UA UG US UY UZ VA VC VE VN VU WS YE ZA ZM ZW',
].flatMap((line) => line.split(' '))

/** People of one country and one function whom the organiser invites together. `language`: the one they listen in. */
export const delegationSchema = z.object({
  country: z.string().refine((code) => COUNTRIES.includes(code)),
  function: z.enum(PERSON_FUNCTIONS),
  language: z
    .literal('')
    .transform(() => null)
    .or(z.enum(SPOKEN)),
})
export type Delegation = z.infer<typeof delegationSchema>
