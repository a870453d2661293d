import { numberInPlace } from './number-in-place'
import { orderInPlace } from './order-in-place'
import { rankInPlace } from './rank-in-place'

orderInPlace()
rankInPlace()
numberInPlace()
