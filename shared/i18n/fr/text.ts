// French: the page of the negotiating text. In: labels, delegations, counts, times. Out: text.
// Keeps: UX §1, §2 and §9: one vocabulary of states, the truth strip never lies, delegations and
// not persons.

import type { Dict } from '../en.ts'
import { plural } from '../plural.ts'

const n = (count: number, one: string, other: string) => plural('fr', count, { one, other })

export const text: Dict['text'] = {
  quote: (words) => `« ${words} »`,
  where: {
    textNo: (seq) => `texte nᵒ ${seq}`,
    noSymbol: 'sans cote',
    limited: 'Distribution limitée',
    original: (language) => `Original : ${language}`,
    position: 'De quel texte il s’agit',
  },
  bar: {
    label: 'Outils du texte',
    outline: 'Plan',
    view: 'Vue',
    working: 'Travail',
    clean: 'Au propre',
    names: 'Noms',
    namesHint: 'Montrer de quelle délégation vient chaque proposition',
    filter: 'Montrer',
    all: 'Tous les paragraphes',
    undecided: 'Reste à décider',
    touchesUs: 'Nous concerne',
    languages: 'Versions linguistiques',
    people: (count) => n(count, '# délégation', '# délégations'),
    peopleTitle: 'Dans ce texte en ce moment',
    nobody: 'Vous êtes seul(e) ici',
    undo: 'Annuler la frappe',
    redo: 'Rétablir',
    more: 'Plus',
    keys: 'Touches',
    print: 'Imprimer',
    openNegotiation: 'Ouvrir la négociation',
    openNegotiationNote:
      'Les délégations liront ce texte et feront des propositions. Il ne changera ' +
      'plus que par des propositions.',
  },
  truth: {
    label: 'État de vos mots',
    connecting: 'Connexion…',
    saved: (time) => `Enregistré ${time}`,
    upToDate: 'À jour',
    saving: 'Enregistrement…',
    offline: (count) =>
      n(
        count,
        'Hors ligne : # modification conservée sur cet appareil',
        'Hors ligne : # modifications conservées sur cet appareil',
      ),
    offlineNothing: 'Hors ligne : ce texte a peut-être changé',
    cannotWrite: 'Non enregistré : le serveur ne peut pas écrire',
    notKept: 'Non enregistré, et cet appareil ne peut pas le conserver : ne fermez pas la page',
    already: (time) => `Déjà enregistré, ${time}`,
    notYet: 'Pas encore enregistré. L’envoi se fera de lui-même.',
    back: 'De nouveau en ligne',
  },
  readOnly: {
    label: 'Vous lisez',
    observer: 'Vous observez : vous lisez ce texte sans y écrire.',
    adviser: 'Vous conseillez votre délégation : vous lisez ce texte sans y écrire.',
    notSpeaking: 'Vous lisez ce texte. Votre point focal décide qui écrit au nom de la délégation.',
    suspended: 'Votre écriture est suspendue. Le secrétariat peut la rétablir.',
    drafting:
      'Ceci est un projet. La présidence et le secrétariat l’écrivent ; les ' +
      'délégations proposeront plus tard.',
    closed: 'Ce texte est fermé aux modifications.',
    oldPage:
      'Cette page ne connaît pas une partie du texte. Rechargez-la ; d’ici là, vous ' +
      'lisez seulement.',
    otherPage: 'Vous écrivez dans une fenêtre plus récente. Rechargez pour écrire dans celle-ci.',
    signedOut:
      'Vous êtes déconnecté(e). Ce qui n’est pas envoyé est conservé sur cet ' +
      'appareil ; reconnectez-vous pour l’envoyer.',
    tooFull:
      'Beaucoup de personnes écrivent en ce moment. Vous lisez ; rechargez un peu ' +
      'plus tard pour écrire.',
  },
  page: {
    loading: 'Ouverture du texte…',
    gone: 'Ce texte ne vous est plus ouvert.',
    empty: 'Il n’y a pas encore de mots ici.',
    emptyMayWrite: 'Il n’y a pas encore de mots ici. Écrivez le premier paragraphe.',
    reload: 'Recharger',
    sheet: 'Le texte',
    editorLabel: (title) => `Texte de ${title}`,
    editorHint:
      'Ce que vous tapez devient une proposition de votre délégation. Ce que vous ' +
      'effacez d’autrui est une proposition de supprimer.',
    penHint: 'Ce que vous tapez devient le texte.',
    chairHint: 'Ce que vous tapez est proposé par la présidence.',
    previous: 'Précédent',
    next: 'Suivant',
    ofTotal: (i, total) => `${i} sur ${total}`,
    backToDocuments: 'Retour aux documents',
    fictitious: 'Exercice. Les États nommés ne soutiennent pas ces positions.',
  },
  states: {
    open: 'ouvert',
    brackets: 'entre crochets',
    pending: 'en suspens',
    adReferendum: 'ad referendum',
    agreedGroup: 'convenu en groupe',
    agreed: 'convenu',
    agreedPlenary: 'convenu en plénière',
  },
  outline: {
    title: 'Plan',
    preamble: 'Préambule',
    operative: 'Dispositif',
    inBrackets: (count, total) => `${count} entre crochets sur ${total}`,
    touchesUs: 'nous concerne',
    goTo: (label) => `Aller à ${label}`,
    proposed: 'proposé',
    hidden: (count) => n(count, '# paragraphe masqué', '# paragraphes masqués'),
  },
  margin: {
    label: 'Propositions',
    of: (label) => `Propositions sur ${label}`,
    count: (count) => n(count, '# proposition', '# propositions'),
    insert: (words) => `insérer « ${words} »`,
    delete: (words) => `supprimer « ${words} »`,
    replace: (old, by) => `remplacer « ${old} » par « ${by} »`,
    newParagraph: 'nouveau paragraphe',
    newParagraphWith: (words) => `nouveau paragraphe « ${words} »`,
    alternative: (label) => `variante de ${label}`,
    deleteParagraph: 'supprimer le paragraphe',
    ours: 'la nôtre',
    chair: 'Présidence',
    takeBack: 'Retirer',
    takeBackOf: (label) => `Retirer ${label}`,
    by: (name) => `écrite par ${name}`,
    more: (count) => n(count, '# de plus', '# de plus'),
  },
  away: {
    title: 'En votre absence',
    agreed: (label) => `${label} : convenu`,
    proposed: (who, label) => `${who} : proposition dans ${label}`,
    changed: (label) => `${label} : modifié`,
    newParagraph: (who, label) => `${who} : nouveau paragraphe après ${label}`,
    walk: 'Montrer l’un après l’autre',
    dismiss: 'Fermer',
  },
  drawer: {
    refusedTitle: (count) =>
      n(
        count,
        '# modification n’a pas été prise en compte',
        '# modifications n’ont pas été prises en compte',
      ),
    unsentTitle: (count) =>
      n(count, '# modification n’a pas été envoyée', '# modifications n’ont pas été envoyées'),
    unsentNote: 'Écrit plus tôt sur cet appareil et conservé pour vous seul(e).',
    in: (label) => `Dans ${label}`,
    nowhere: 'Son paragraphe n’existe plus',
    written: (when) => `écrit ${when}`,
    insertAgain: 'Insérer de nouveau',
    inserted: 'Inséré de nouveau',
    cannotInsert: 'Sa place n’existe plus. Copiez les mots et mettez-les où il convient.',
    copy: 'Copier',
    copied: 'Copié',
    discard: 'Abandonner',
    discardAll: 'Tout abandonner',
    discardSure: 'Abandonner ces mots pour de bon ?',
    keep: 'Conserver',
    noWords: '(seulement une suppression)',
    open: 'Montrer',
  },
  marks: {
    deletes: 'supprimer',
    emptyParagraph: 'Écrivez ici le nouveau paragraphe',
  },
  clean: {
    openSpot: 'en suspens : ',
  },
  speak: {
    insertion: (who) => `proposition, ${who} :`,
    endInsertion: 'fin de la proposition',
    deletion: (who) => `${who} propose de supprimer :`,
    endDeletion: 'fin de la suppression',
    bracket: (who) => `crochet, ${who}`,
    endBracket: 'fin du crochet',
    proposedParagraph: (who) => `paragraphe proposé, ${who}`,
    here: (who) => `${who} écrit ici`,
    codes: (list) => `de ${list}`,
    you: 'vous',
    ourDelegation: 'notre délégation',
  },
  ours: { title: (name) => `Visible seulement par : ${name}` },
  paste: {
    tooLong: (max) => `On ne peut coller que ${max} caractères à la fois. Rien n’a été inséré.`,
    plain: 'Collé sans mise en forme.',
    notHere: 'On ne peut pas mettre de mots ici.',
  },
  keys: {
    inText: 'Dans le texte',
    atParagraph: 'Sur un paragraphe',
    everywhere: 'Partout',
    paragraphs: 'Paragraphe précédent ou suivant',
    edit: 'Écrire dans le paragraphe',
    letters: 'Utiliser des lettres seules comme touches',
    title: 'Touches',
    save: 'Tout s’enregistre de lui-même',
    undo: 'Annuler votre dernière modification',
    redo: 'La rétablir',
    enter: 'Proposer un nouveau paragraphe',
    toParagraph: 'Quitter les mots, aller au paragraphe',
    nextRegion: 'Partie suivante de la page',
    next: 'Prochain à décider',
    nextOurs: 'Prochain qui nous concerne',
    list: 'Cette liste',
  },
  print: {
    stand: (when) => `Dans son état du ${when}`,
    legend: 'Souligné : proposé. Barré : suppression proposée. Le code indique la délégation.',
  },
}
