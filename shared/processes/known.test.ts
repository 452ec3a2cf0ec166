// The three processes as DOMAIN §1 has them: members, observers, languages, organs, sources.

import { describe, expect, it } from 'vitest'
import { languages } from '../i18n/languages.ts'
import { must } from '../assert.ts'
import { knownProcesses } from './known.ts'

const process = (id: string) =>
  must(
    knownProcesses.find((known) => known.id === id),
    id,
  )
const codes = (id: string, standing: 'member' | 'observer') =>
  process(id)
    .members.filter((member) => member.standing === standing)
    .map(({ party }) => String(party))
    .toSorted()
    .join(' ')

describe('the known processes', () => {
  it('have the members of their sources', () => {
    expect(codes('midsa', 'member')).toBe('AO BW CD KM LS MG MU MW MZ NA SC SZ TZ ZA ZM ZW')
    expect(codes('csm', 'member')).toBe('AR BO BR CL CO EC GY PE PY SR UY VE')
    expect(codes('almaty', 'member')).toBe('AF AZ KG KZ TJ TM TR')
    expect(codes('almaty', 'observer')).toBe('CN IOM IR PK RU UNHCR UZ')
    expect(codes('csm', 'observer')).toContain('MX')
  })

  it('work in their own languages', () => {
    expect(process('midsa').languages).toEqual(['en', 'fr', 'pt'])
    expect(process('csm').languages).toEqual(['es', 'pt', 'en'])
    expect(process('almaty').languages).toEqual(['ru', 'en'])
  })

  it('say everything in five languages, each party once, each with a source', () => {
    for (const known of knownProcesses) {
      const texts = [known.names, known.description, ...known.organs.map(({ names }) => names)]
      for (const text of texts)
        for (const language of languages) expect(text[language]).toBeTruthy()
      const parties = known.members.map(({ party }) => party)
      expect(new Set(parties).size).toBe(parties.length)
      expect(known.members.every(({ source }) => source.length > 0)).toBe(true)
      expect(new Set(known.organs.map(({ key }) => key)).size).toBe(known.organs.length)
      expect(known.organs.filter(({ level }) => level === 'secretariat')).toHaveLength(1)
    }
  })
})
