// French: the words every page shares. In: counts and names. Out: text. Keeps: UX §9, the register
// of United Nations documents; names stand where no article is due; narrow no-break spaces before ;
// : ? !

import type { Dict } from '../en.ts'
import { plural } from '../plural.ts'

const n = (count: number, one: string, other: string) => plural('fr', count, { one, other })

export const words: Omit<Dict, 'pages' | 'refused' | 'text'> = {
  tagline: 'Où les États rédigent ensemble',
  skip: 'Aller au contenu',
  language: 'Langue',
  menu: 'Menu principal',
  processNav: 'Pages de ce processus',
  nav: {
    processes: 'Mes processus',
    process: 'Processus',
    documents: 'Documents',
    people: 'Personnes',
    account: 'Mon compte',
    signIn: 'Se connecter',
    signOut: 'Se déconnecter',
  },
  act: {
    back: 'Retour',
    cancel: 'Annuler',
    close: 'Fermer',
    copy: 'Copier',
    retry: 'Réessayer',
    save: 'Enregistrer',
    continue: 'Continuer',
    print: 'Imprimer',
  },
  loading: 'Chargement…',
  copied: 'Copié',
  saved: 'Enregistré',
  fictitious: 'Fictif, à titre d’exercice seulement',
  notFound: {
    title: 'Il n’y a pas de page ici',
    sentence: 'L’adresse est inexacte, ou ce qui se trouvait ici ne vous est pas ouvert.',
    home: 'Aller à mes processus',
  },
  broken: {
    title: 'Cette page n’a pas pu être affichée',
    sentence:
      'La faute est la nôtre. Ce qui était enregistré reste en sûreté sur le ' +
      'serveur ; rechargez la page pour continuer.',
    reload: 'Recharger la page',
  },
  unreachable:
    'Le serveur est injoignable. Vérifiez la connexion et réessayez ; ce que vous ' +
    'avez écrit est toujours là.',
  waitingForHub: 'Le serveur est injoignable. Cette page a peut-être déjà changé.',
  law: (id) => `règle ${id}`,
  zoneNote: (zone) => `Les heures sont celles de votre fuseau (${zone}).`,
  roles: {
    secretariat: 'Secrétariat',
    chair: 'Présidence',
    focalPoint: 'Point focal',
    delegate: 'Délégué(e)',
    adviser: 'Conseiller/ère',
    observer: 'Observateur/trice',
  },
  rights: {
    'see the process': 'voir ce processus, ses membres et ses organes',
    'read drafts': 'lire les projets de texte',
    'propose for its delegation': 'proposer une rédaction au nom de votre délégation',
    'hold the pen': 'tenir la plume',
    'create documents': 'créer des documents',
    'open the negotiation': 'ouvrir la négociation d’un texte',
    'see the people': 'voir la composition des délégations',
    'see everyone by name': 'voir le nom de toutes les personnes',
    'invite people': 'inviter des personnes',
    'hand out password links': 'remettre des liens pour choisir un nouveau mot de passe',
    'end seats': 'mettre fin à la participation d’une personne',
    'restore writing': 'permettre à une personne d’écrire de nouveau',
    'say who speaks': 'décider qui écrit au nom de la délégation',
  },
  place: {
    secretariat: () => 'Vous faites partie du secrétariat de ce processus.',
    chair: () => 'Vous assurez la présidence de ce processus et tenez la plume.',
    focalPoint: (name) => `Vous êtes point focal. Votre délégation : ${name}.`,
    delegate: (name) => `Vous participez en qualité de délégué(e). Votre délégation : ${name}.`,
    adviser: (name) => `Vous conseillez votre délégation : ${name}.`,
    observer: (name) => `Vous assistez en qualité d’observateur/trice : ${name}.`,
  },
  placeNote: {
    writes: 'Vous écrivez au nom de votre délégation.',
    waits: 'Vous lisez les projets de texte ; votre point focal décide qui écrit.',
    reads: 'Vous lisez les projets de texte sans y écrire.',
    observes: 'Les projets de texte ne sont pas ouverts aux observateurs.',
    suspended: 'Votre écriture est suspendue. Le secrétariat peut la rétablir.',
  },
  phases: {
    drafting: 'Projet',
    negotiating: 'En négociation',
    final: 'Texte final',
    adopted: 'Adopté',
    withdrawn: 'Retiré',
  },
  readings: {
    first: 'première lecture',
    second: 'deuxième lecture',
    third: 'troisième lecture',
    later: (count) => `lecture ${count}`,
  },
  works: {
    declaration: 'Déclaration',
    agenda: 'Ordre du jour',
    'action plan': 'Plan d’action',
    recommendations: 'Recommandations',
    report: 'Rapport',
  },
  levels: {
    ministerial: 'Ministres',
    'senior officials': 'Hauts fonctionnaires',
    technical: 'Niveau technique',
    secretariat: 'Secrétariat',
  },
  standings: { member: 'Membre', observer: 'Observateur' },
  kinds: {
    title: 'Titre',
    heading: 'Intertitre',
    chapeau: 'Chapeau',
    recital: 'Alinéa du préambule',
    operative: 'Paragraphe du dispositif',
    paragraph: 'Paragraphe',
    item: 'Alinéa',
    action: 'Mesure convenue',
    field: 'Champ',
    note: 'Note',
  },
  counts: {
    members: (count) => n(count, '# membre', '# membres'),
    observers: (count) => n(count, '# observateur', '# observateurs'),
    documents: (count) => n(count, '# document', '# documents'),
    people: (count) => n(count, '# personne', '# personnes'),
    delegations: (count) => n(count, '# délégation', '# délégations'),
    paragraphs: (count) => n(count, '# paragraphe', '# paragraphes'),
    characters: (count) => n(count, '# caractère', '# caractères'),
  },
  wait: (seconds) =>
    seconds < 90
      ? n(Math.max(1, Math.ceil(seconds)), '# seconde', '# secondes')
      : n(Math.ceil(seconds / 60), '# minute', '# minutes'),
}
