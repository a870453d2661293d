import type { Answer } from '../answer'
import type { Pairs, Picks } from './kind'

export const isPicks = (answer: Answer): answer is Picks => Array.isArray(answer)
export const isPairs = (answer: Answer): answer is Pairs => typeof answer === 'object' && !Array.isArray(answer)
