// English: one sentence for every refusal. In: the code and its facts. Out: what is wrong, then
// what to do. Keeps: every code of shared/refusal.ts has its sentence; the rule number is never
// part of it.

import type { RefusalCode } from '../../refusal.ts'
import type { Facts } from '../facts.ts'
import { fact, number } from '../facts.ts'
import { words } from './words.ts'

const count = (facts: Facts, name: string, or: number) => number('en', facts, name, or)

export const refused: Record<RefusalCode, (facts: Facts) => string> = {
  'not-seated': () =>
    'This text is not open to you. Ask the secretariat of the process if you should be reading it.',
  'reads-only': () =>
    'You can read this text but not write in it. The secretariat can tell you who may.',
  'others-words': (f) =>
    fact(f, 'party', (name) => `These words were proposed by ${name}. `) +
    'Only the delegation that proposed words can take them back. Propose their deletion instead.',
  'base-words': () =>
    'This is the text under negotiation: it changes by proposals. Propose a deletion ' +
    'or an insertion.',
  'others-proposal': () => 'This proposal is another delegation’s. Make one of your own instead.',
  'agreed-paragraph': () => 'This paragraph is agreed. Ask the chair to reopen it.',
  'attributes-fixed': () =>
    'The kind, level and place of a paragraph cannot be changed this way. Propose a new paragraph.',
  'rulings-are-the-hubs': () =>
    'Decisions are recorded when the chair takes them. Nothing was changed.',
  'forged-proposal': () =>
    'This proposal was not put together correctly and was not taken. Reload the page ' +
    'and make it again.',
  'does-not-speak': () =>
    'You do not write for your delegation at the moment. Your focal point can change that.',
  'not-plain-text': () =>
    'Only plain words can stand in this text. Paste them without pictures, tables or formatting.',
  'unknown-block': () =>
    'This page does not know that kind of paragraph. Reload it and make the change again.',
  'over-limit': (f) =>
    fact(f, 'max', () => `One change may hold ${count(f, 'max', 0)} characters. `) +
    'This change is too large to be taken at once. Divide it into smaller ones.',
  'not-whole': () =>
    'This change did not arrive whole and was not taken. Your words are kept: insert them again.',
  'standing-changed': () =>
    'What you may do in this text has changed. Open the text again and go on.',
  'foreign-client': () =>
    'This page had lost its place at the hub. Reload it; your words are kept on this device.',
  'text-closed': () => 'This text is closed to changes. Ask the chair if it should be reopened.',
  'writing-suspended': () =>
    'Writing is paused for you after several refused changes. The secretariat can restore it.',
  'not-found': () =>
    'There is nothing here, or it is not open to you. Check the address or go to your processes.',
  'signed-out': () => 'You are signed out. Sign in to go on.',
  'not-allowed': () =>
    'Your place in this process does not include this. The secretariat can tell you who may.',
  'bad-input': () => 'The hub did not understand this. Check what is filled in and try again.',
  'too-large': () => 'This is larger than the hub accepts. Shorten or divide it.',
  'too-many': () => 'That was too much at once. Wait a little and try again.',
  busy: () => 'The hub is busy. Try again in a few seconds.',
  'cannot-write': () =>
    'The hub cannot write at the moment, so nothing was saved. Keep this page open and try again.',
  'wrong-sign-in': () =>
    'The e-mail address and the password do not match. Check both, or ask your ' +
    'secretariat for a link to a new password.',
  'wait-to-sign-in': (f) =>
    `Too many attempts. Wait ${words.wait(Number(f['seconds'] ?? 60))} and try again.`,
  'link-used-or-expired': () =>
    'This link was already used or has expired. Ask your secretariat for a new one.',
  'password-too-short': (f) =>
    `This password is too short. Use at least ${count(f, 'min', 12)} characters; a ` +
    'few words do well.',
  'password-too-long': (f) =>
    `This password is too long. Use at most ${count(f, 'max', 256)} characters.`,
  'password-unsafe': () =>
    'This password is too easy to guess. Choose one that is not your address or a well-known one.',
  'address-taken': () =>
    'This e-mail address already has a place in this process. Check the list of people.',
  'email-malformed': () => 'Write the e-mail address in full, like name@ministry.example.',
  'name-missing': () => 'A name is missing. Write it as it should be read by others.',
  'party-unknown': () =>
    'This State or organisation is not part of the process. Choose one from the list.',
  'own-seat': () =>
    'This is your own place. Another member of the secretariat can change it for you.',
  'last-secretariat': () =>
    'This is the last person of the secretariat. Invite another before ending this place.',
  'title-missing': () => 'The document has no title. Write one.',
  'text-missing': () => 'There is no text yet. Paste it, import a file or choose a template.',
  'text-too-long': (f) =>
    'This text, or one paragraph of it, is too long. At most ' +
    `${count(f, 'max', 1_000_000)} characters fit; divide it.`,
  'too-many-paragraphs': (f) =>
    'This text has too many paragraphs. A document holds at most ' +
    `${count(f, 'max', 5_000)}; divide it.`,
  'phase-passed': () =>
    'The text has moved on since this page was opened. Reload it to see where it stands.',
}
