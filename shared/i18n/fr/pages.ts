// French: the pages around the text. In: names and counts. Out: text. Keeps: the sentence says what
// a person sees or can do; commands stand in the infinitive; narrow no-break spaces before ; : ? !

import type { Dict } from '../en.ts'
import { plural } from '../plural.ts'

const n = (count: number, one: string, other: string) => plural('fr', count, { one, other })

export const pages: Dict['pages'] = {
  signIn: {
    title: 'Se connecter',
    lead:
      'Le lieu où les délégations écrivent un même texte en même temps, sans que rien ' +
      'ne se perde.',
    email: 'Adresse électronique',
    password: 'Mot de passe',
    showPassword: 'Afficher le mot de passe',
    do: 'Se connecter',
    doing: 'Connexion…',
    forgotten:
      'Mot de passe oublié, ou pas de compte ? Votre secrétariat vous remet un lien ' +
      'pour en choisir un.',
    next: 'Connectez-vous pour continuer vers la page demandée.',
    signedOut: 'Vous êtes déconnecté(e).',
    notSetUp:
      'Il n’y a encore aucun compte. Ouvrez le lien à usage unique affiché au ' +
      'démarrage du serveur.',
  },
  demo: {
    title: 'Démonstration',
    lead:
      'Tout ici est fictif : personnes, réunions, textes et positions. Choisissez ' +
      'quelqu’un dans la liste et le formulaire se remplit.',
    choose: (name, email) => `Remplir le formulaire pour ${name}, ${email}`,
    filled: (name) => `Formulaire rempli : ${name}. Choisissez maintenant « Se connecter ».`,
    person: 'Nom et délégation',
    role: 'Fonction',
    reads: 'n’écrit pas',
    aliveTitle: 'Voir un texte en négociation',
    aliveLead: (short) =>
      'Des délégations simulées et la présidence entrent et écrivent pendant quelques ' +
      'minutes, par la même voie que tout le monde. Connectez-vous comme quelqu’un du ' +
      `même processus (${short}) et ouvrez le texte : leurs mots apparaissent lettre ` +
      'à lettre, chacun avec sa délégation, et vous pouvez écrire parmi eux.',
    alive: 'Faire entrer des délégations simulées',
    aliveDoing: 'Elles entrent…',
    aliveRunning: (time) => `Les délégations simulées écrivent jusqu’à ${time}.`,
    aliveAlready: 'Les délégations simulées écrivent déjà. Connectez-vous et ouvrez le texte.',
    openText: 'Ouvrir le texte',
  },
  link: {
    invitation: 'Bienvenue',
    invitationLead: (name) => `${name}, choisissez un mot de passe et vous pourrez entrer.`,
    password: 'Choisir un nouveau mot de passe',
    passwordLead: 'Vous serez ensuite déconnecté(e) partout ailleurs.',
    setup: 'Mettre le serveur en service',
    setupLead:
      'Vous créez ainsi le premier compte du secrétariat. Les autres personnes sont ' +
      'invitées à partir de là.',
    yourName: 'Votre nom',
    yourNameHint: 'Tel que les autres doivent le lire.',
    passwordHint: (min) => `Au moins ${min} caractères. Quelques mots à la suite conviennent.`,
    do: 'Enregistrer et se connecter',
    doing: 'Enregistrement…',
    unusable: 'Ce lien ne peut pas servir',
  },
  home: {
    title: 'Mes processus',
    empty: 'Vous ne participez encore à aucun processus',
    emptyNote:
      'Dès qu’un secrétariat vous y fait entrer, le processus apparaît ici. Si vous ' +
      'l’attendiez, adressez-vous au vôtre.',
    open: (name) => `Ouvrir ${name}`,
  },
  process: {
    place: 'Vos fonctions',
    mayDo: 'Ce que vous pouvez faire',
    documents: 'Textes',
    documentsEmpty: 'Aucun texte ne vous est encore ouvert.',
    allDocuments: 'Tous les documents',
    members: 'Membres',
    observers: 'Observateurs',
    membersNote: (date) => `Composition à la date du ${date}, par nom officiel.`,
    since: (year) => `depuis ${year}`,
    until: (year) => `jusqu’en ${year}`,
    organs: 'Organes',
    languages: 'Langues de travail',
    source: 'Source',
    sources: 'Sources de cette liste',
  },
  documents: {
    title: 'Documents',
    new: 'Nouveau document',
    text: 'Texte',
    state: 'État',
    language: 'Langue',
    changed: 'Dernière modification',
    empty: 'Il n’y a pas encore de document',
    emptyMayCreate: 'Collez ou importez un texte, ou partez d’un modèle.',
    emptyWait: 'La présidence ou le secrétariat ouvre le premier ; il apparaîtra ici de lui-même.',
    notShared: 'pas encore montré aux délégations',
    versions: 'Autres versions linguistiques',
    observersIn: 'ouvert aux observateurs',
  },
  create: {
    title: 'Nouveau document',
    lead:
      'Les numéros, les niveaux et les marques sont reconnus et conservés ; l’aperçu ' +
      'montre ce que deviendra votre texte.',
    from: 'Comment commencer',
    template: 'À partir d’un modèle',
    paste: 'Coller un texte',
    file: 'Importer un fichier',
    fileHint: 'Un fichier en texte brut (.txt). Depuis Word : Enregistrer sous, Texte brut, UTF-8.',
    fileChoose: 'Choisir un fichier',
    fileRead: (name, size) => `${name}, ${size}`,
    fileUnreadable:
      'Ce fichier n’est pas en texte brut. Enregistrez-le en texte brut (UTF-8) et ' +
      'choisissez-le de nouveau.',
    chooseTemplate: 'Modèle',
    pasteLabel: 'Le texte',
    pasteHint: 'Collez-le en entier, avec titre, intertitres, numéros et notes.',
    documentTitle: 'Titre',
    titleHint: 'Dans la langue du texte.',
    kind: 'Nature du document',
    language: 'Langue du texte',
    phase: 'Commence comme',
    drafting:
      'La présidence et le secrétariat écrivent ; les délégations le voient ' +
      'quand vous le décidez.',
    negotiating: 'Les délégations proposent aussitôt.',
    shared: 'Les délégations peuvent lire le projet',
    preview: 'Ce qu’il deviendra',
    previewEmpty: 'Rien à montrer pour l’instant.',
    recognised: (list) => `Reconnu : ${list}.`,
    more: (count) => n(count, 'et # paragraphe de plus', 'et # paragraphes de plus'),
    kindCounts: {
      title: (count) => n(count, '# titre', '# titres'),
      heading: (count) => n(count, '# intertitre', '# intertitres'),
      chapeau: (count) => n(count, '# chapeau', '# chapeaux'),
      recital: (count) => n(count, '# alinéa du préambule', '# alinéas du préambule'),
      operative: (count) => n(count, '# paragraphe du dispositif', '# paragraphes du dispositif'),
      paragraph: (count) => n(count, '# paragraphe', '# paragraphes'),
      item: (count) => n(count, '# alinéa', '# alinéas'),
      action: (count) => n(count, '# mesure convenue', '# mesures convenues'),
      field: (count) => n(count, '# champ', '# champs'),
      note: (count) => n(count, '# note', '# notes'),
    },
    do: 'Créer le document',
    doing: 'Création…',
  },
  people: {
    title: 'Personnes',
    lead: 'Par délégation. Les noms ne sont montrés qu’au sein de votre propre délégation.',
    leadSecretariat: 'Par délégation. Les noms et adresses ne sont montrés qu’au secrétariat.',
    chairPeople: 'Présidence et secrétariat',
    person: 'Personne',
    role: 'Fonction',
    writes: 'Écrit',
    writesYes: 'écrit',
    writesNo: 'lit',
    you: 'vous',
    unnamed: 'Nom non montré',
    pending: 'invitation non encore utilisée',
    paused: 'écriture suspendue',
    empty: 'Personne ne participe encore',
    letWrite: 'Laisser écrire',
    stopWriting: 'Lecture seule',
    nowWrites: (name) => `${name} écrit désormais au nom de la délégation.`,
    nowReads: (name) => `${name} est désormais en lecture seule.`,
    actions: (name) => `Actions pour ${name}`,
    more: 'Actions',
    newPassword: 'Lien pour un nouveau mot de passe',
    endSeat: 'Mettre fin à la participation…',
    restore: 'Rétablir l’écriture',
    restored: (name) => `${name} peut de nouveau écrire.`,
    endTitle: (name) => `Mettre fin à la participation de ${name} ?`,
    endSentence:
      'L’accès prend fin aussitôt, sur tous ses appareils. Ce qui a été écrit ' +
      'demeure, au nom de la délégation. Une nouvelle invitation reste possible.',
    endDo: 'Mettre fin',
    ended: (name) => `La participation de ${name} a pris fin.`,
    invite: 'Inviter',
    inviteTitle: 'Inviter une personne',
    name: 'Nom',
    email: 'Adresse électronique',
    delegation: 'Délégation',
    chooseDelegation: 'Choisissez un État ou une organisation',
    inviteDo: 'Préparer l’invitation',
    inviteDoing: 'Préparation de l’invitation…',
    linkTitle: (name) => `Un lien pour ${name}`,
    linkSentence: (until) =>
      'Copiez-le maintenant et remettez-le vous-même : il n’est montré que cette ' +
      `fois. Il sert une seule fois, jusqu’au ${until}.`,
    link: 'Lien',
    hasAccount: (name) =>
      `${name} a déjà un compte et n’a pas besoin de lien : le processus y apparaît désormais.`,
  },
  account: {
    title: 'Mon compte',
    name: 'Nom',
    email: 'Adresse électronique',
    language: 'Langue des écrans',
    zone: 'Fuseau horaire',
    zoneNote: 'D’après cet appareil.',
    places: 'Mes fonctions',
    devices: 'Mes connexions ouvertes',
    devicesLead:
      'Si vous n’en reconnaissez pas une, fermez-la et choisissez un nouveau mot de passe.',
    thisOne: 'celle-ci',
    device: 'Navigateur',
    address: 'Adresse',
    since: 'Depuis',
    seen: 'Dernier usage',
    signOutThere: 'Fermer cette connexion',
    signOutThereOf: (agent) => `Fermer cette connexion : ${agent}`,
    signOutOthers: 'Fermer toutes les autres',
    othersOut: (count) => n(count, '# autre connexion fermée.', '# autres connexions fermées.'),
    noOthers: 'Vous n’avez pas d’autre connexion ouverte.',
    unknownAgent: 'Navigateur inconnu',
    agentOn: (browser, system) => `${browser} sous ${system}`,
  },
  leave: {
    title: 'Se déconnecter et perdre ce qui n’est pas envoyé ?',
    sentence: (count) =>
      n(
        count,
        '# modification est conservée sur cet appareil sans être parvenue au serveur. ' +
          'La déconnexion l’efface ici.',
        '# modifications sont conservées sur cet appareil sans être parvenues au ' +
          'serveur. La déconnexion les efface ici.',
      ),
    stay: 'Rester connecté(e)',
    go: 'Se déconnecter et effacer',
  },
}
