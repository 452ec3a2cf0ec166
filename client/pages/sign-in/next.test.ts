// The address after signing in is data from outside. In: friendly and hostile addresses. Out:
// failures that name them. Keeps: never out of the house, never round in a circle.

import { expect, it } from 'vitest'
import { localPath } from './next.ts'

it('goes back to the page asked for', () => {
  expect(localPath('/documents/abc?view=clean#op4')).toBe('/documents/abc?view=clean#op4')
})

it.each([
  undefined,
  '',
  'documents',
  'https://elsewhere.example/',
  '//elsewhere.example/',
  '/\\elsewhere.example/',
  '/\t/elsewhere.example/',
  '\\\\elsewhere.example',
  'javascript:alert(1)',
  '/sign-in?next=/sign-in',
])('stays in the house for %j', (asked) => {
  expect(localPath(asked)).toBe('/')
})
