import { rankInPlace } from './rank-in-place'

rankInPlace()
