// English: the words every page shares. In: counts and names. Out: text. Keeps: UX §9; a role, a
// right, a state, a kind of paragraph has the same word everywhere, and no word of the machine is
// on screen.

import type { Kind } from '../../document/blocks.ts'
import type { Right, Role } from '../../roles.ts'
import { plural } from '../plural.ts'

const n = (count: number, one: string, other: string) => plural('en', count, { one, other })

export const words = {
  tagline: 'Where States draft together',
  skip: 'Skip to the content',
  language: 'Language',
  menu: 'Main menu',
  processNav: 'Pages of this process',
  nav: {
    processes: 'My processes',
    process: 'Process',
    documents: 'Documents',
    people: 'People',
    account: 'My account',
    signIn: 'Sign in',
    signOut: 'Sign out',
  },
  act: {
    back: 'Back',
    cancel: 'Cancel',
    close: 'Close',
    copy: 'Copy',
    retry: 'Try again',
    save: 'Save',
    continue: 'Continue',
    print: 'Print',
  },
  loading: 'Loading…',
  copied: 'Copied',
  saved: 'Saved',
  fictitious: 'Fictitious, for exercise only',
  notFound: {
    title: 'There is no page here',
    sentence: 'The address is wrong, or what stood here is not open to you.',
    home: 'Go to my processes',
  },
  broken: {
    title: 'This page could not be shown',
    sentence:
      'The fault is ours. What you had already saved is safe on the hub; reload the page to go on.',
    reload: 'Reload the page',
  },
  unreachable:
    'The hub cannot be reached. Check your connection and try again; what you typed is still here.',
  waitingForHub: 'The hub cannot be reached. This page may have moved on.',
  law: (id: string) => `rule ${id}`,
  zoneNote: (zone: string) => `Times are in your time zone (${zone}).`,
  roles: {
    secretariat: 'Secretariat',
    chair: 'Chair',
    focalPoint: 'Focal point',
    delegate: 'Delegate',
    adviser: 'Adviser',
    observer: 'Observer',
  } satisfies Record<Role, string>,
  rights: {
    'see the process': 'see this process, its members and organs',
    'read drafts': 'read the drafts',
    'propose for its delegation': 'propose wording for your delegation',
    'hold the pen': 'hold the pen',
    'create documents': 'create documents',
    'open the negotiation': 'open the negotiation of a text',
    'see the people': 'see who is in each delegation',
    'see everyone by name': 'see everyone by name',
    'invite people': 'invite people',
    'hand out password links': 'give people a link to choose a new password',
    'end seats': 'end a person’s place here',
    'restore writing': 'let a person write again',
    'say who speaks': 'say who writes for the delegation',
  } satisfies Record<Right, string>,
  place: {
    secretariat: () => 'You are with the secretariat of this process.',
    chair: () => 'You chair this process and hold the pen.',
    focalPoint: (name: string) => `You are the focal point of ${name}.`,
    delegate: (name: string) => `You are a delegate of ${name}.`,
    adviser: (name: string) => `You are an adviser in the delegation of ${name}.`,
    observer: (name: string) => `You observe this process for ${name}.`,
  } satisfies Record<Role, (name: string) => string>,
  placeNote: {
    writes: 'You write for your delegation.',
    waits: 'You read the drafts; your focal point decides who writes.',
    reads: 'You read the drafts and do not write.',
    observes: 'Drafts are not open to observers.',
    suspended: 'Writing is paused for you. The secretariat can restore it.',
  },
  phases: {
    drafting: 'Draft',
    negotiating: 'Under negotiation',
    final: 'Final text',
    adopted: 'Adopted',
    withdrawn: 'Withdrawn',
  },
  readings: {
    first: 'first reading',
    second: 'second reading',
    third: 'third reading',
    later: (count: number) => `reading ${count}`,
  },
  works: {
    declaration: 'Declaration',
    agenda: 'Agenda',
    'action plan': 'Action plan',
    recommendations: 'Recommendations',
    report: 'Report',
  },
  levels: {
    ministerial: 'Ministers',
    'senior officials': 'Senior officials',
    technical: 'Technical level',
    secretariat: 'Secretariat',
  },
  standings: { member: 'Member', observer: 'Observer' },
  kinds: {
    title: 'Title',
    heading: 'Heading',
    chapeau: 'Chapeau',
    recital: 'Preambular paragraph',
    operative: 'Operative paragraph',
    paragraph: 'Paragraph',
    item: 'Item',
    action: 'Agreed action',
    field: 'Field',
    note: 'Note',
  } satisfies Record<Kind, string>,
  counts: {
    members: (count: number) => n(count, '# member', '# members'),
    observers: (count: number) => n(count, '# observer', '# observers'),
    documents: (count: number) => n(count, '# document', '# documents'),
    people: (count: number) => n(count, '# person', '# people'),
    delegations: (count: number) => n(count, '# delegation', '# delegations'),
    paragraphs: (count: number) => n(count, '# paragraph', '# paragraphs'),
    characters: (count: number) => n(count, '# character', '# characters'),
  },
  wait: (seconds: number) =>
    seconds < 90
      ? n(Math.max(1, Math.ceil(seconds)), '# second', '# seconds')
      : n(Math.ceil(seconds / 60), '# minute', '# minutes'),
}
