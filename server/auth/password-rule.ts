// What a password must be. In: the password, whose it will be, whether this is a demonstration.
// Out: a refusal, or null. Keeps: length over composition (NIST SP 800-63B): 12–256 characters, not
// one's own name or address, not one of the few that long-password crackers try first.

import { limits } from '#shared/limits.ts'
import { refuse } from '#shared/refusal.ts'
import type { Refusal } from '#shared/refusal.ts'
import { demoPassword } from './demo-password.ts'

const worst = new Set([
  '123456789012',
  '1234567890123',
  '12345678901234',
  '123456123456',
  '111111111111',
  '000000000000',
  'abcdefghijkl',
  'abc123abc123',
  'passwordpassword',
  'password1234',
  'password12345',
  'password123456',
  'contraseña123',
  'senhasenhasenha',
  'motdepasse123',
  'motdepassemotdepasse',
  'qwertyuiop12',
  'qwertyuiop123',
  'qwertyuiopasdf',
  'qwertyqwerty',
  'qwerty123456',
  'letmeinletmein',
  'administrator',
  'administrador',
  'changeme1234',
  'welcome12345',
  'plenariaplenaria',
  'plenaria1234',
])

/**
 * Why `password` will not do; null when it will. Characters are counted as a reader counts them.
 */
export function judgePassword(
  password: string,
  owner: { readonly email: string; readonly name: string },
  demo: boolean,
): Refusal | null {
  const plain = password.normalize('NFC')
  const length = [...plain].length
  if (length < limits.passwordCharactersMin)
    return refuse('password-too-short', { min: limits.passwordCharactersMin })
  if (length > limits.passwordCharactersMax)
    return refuse('password-too-long', { max: limits.passwordCharactersMax })
  const folded = fold(plain)
  const own = [owner.email, owner.email.split('@')[0] ?? '', owner.name].map(fold)
  const unsafe =
    worst.has(plain.toLowerCase()) ||
    own.includes(folded) ||
    new Set(folded).size < 4 ||
    (folded === fold(demoPassword) && !demo)
  return unsafe ? refuse('password-unsafe') : null
}

const fold = (text: string) => text.normalize('NFC').toLowerCase().replaceAll(/\s+/g, '')
