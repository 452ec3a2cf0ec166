// French: one sentence for every refusal. In: the code and its facts. Out: what is wrong, then what
// to do. Keeps: every code of shared/refusal.ts has its sentence; the rule number is never part of
// it.

import type { Dict } from '../en.ts'
import type { Facts } from '../facts.ts'
import { fact, number } from '../facts.ts'
import { words } from './words.ts'

const count = (facts: Facts, name: string, or: number) => number('fr', facts, name, or)

export const refused: Dict['refused'] = {
  'not-seated': () =>
    'Ce texte ne vous est pas ouvert. Adressez-vous au secrétariat du processus si ' +
    'vous devez le lire.',
  'reads-only': () =>
    'Vous pouvez lire ce texte, mais non y écrire. Le secrétariat peut vous dire qui le peut.',
  'others-words': (f) =>
    fact(f, 'party', (name) => `Ces mots ont été proposés par une autre délégation (${name}). `) +
    'Seule la délégation qui les a proposés peut les retirer. Proposez plutôt de les supprimer.',
  'base-words': () =>
    'Ceci est le texte en négociation : il change par des propositions. Proposez une ' +
    'suppression ou un ajout.',
  'others-proposal': () =>
    'Cette proposition est celle d’une autre délégation. Présentez plutôt la vôtre.',
  'agreed-paragraph': () => 'Ce paragraphe est convenu. Demandez à la présidence de le rouvrir.',
  'attributes-fixed': () =>
    'La nature, le niveau et la place d’un paragraphe ne se changent pas ainsi. ' +
    'Proposez un nouveau paragraphe.',
  'rulings-are-the-hubs': () =>
    'Les décisions sont consignées lorsque la présidence les prend. Rien n’a été modifié.',
  'forged-proposal': () =>
    'Cette proposition est arrivée mal formée et n’a pas été prise en compte. ' +
    'Rechargez la page et refaites-la.',
  'does-not-speak': () =>
    'Pour l’instant, vous n’écrivez pas au nom de votre délégation. Votre point focal ' +
    'peut en décider autrement.',
  'not-plain-text': () =>
    'Seuls des mots peuvent figurer dans ce texte. Collez-les sans images, tableaux ' +
    'ni mise en forme.',
  'unknown-block': () =>
    'Cette page ne connaît pas ce genre de paragraphe. Rechargez-la et refaites la modification.',
  'over-limit': (f) =>
    fact(f, 'max', () => `Une modification peut contenir ${count(f, 'max', 0)} caractères. `) +
    'Cette modification est trop longue pour être prise en une fois. Divisez-la.',
  'not-whole': () =>
    'La modification n’est pas arrivée entière et n’a pas été prise en compte. Vos ' +
    'mots sont conservés : insérez-les de nouveau.',
  'standing-changed': () =>
    'Ce que vous pouvez faire dans ce texte a changé. Rouvrez le texte et continuez.',
  'foreign-client': () =>
    'Cette page avait perdu sa place sur le serveur. Rechargez-la ; vos mots sont ' +
    'conservés sur cet appareil.',
  'text-closed': () =>
    'Ce texte est fermé aux modifications. Demandez à la présidence s’il doit être rouvert.',
  'writing-suspended': () =>
    'Votre écriture est suspendue après plusieurs modifications refusées. Le ' +
    'secrétariat peut la rétablir.',
  'not-found': () =>
    'Il n’y a rien ici, ou cela ne vous est pas ouvert. Vérifiez l’adresse ou allez à ' +
    'vos processus.',
  'signed-out': () => 'Vous êtes déconnecté(e). Connectez-vous pour continuer.',
  'not-allowed': () =>
    'Cela ne relève pas de vos fonctions dans ce processus. Le secrétariat peut vous ' +
    'dire à qui s’adresser.',
  'bad-input': () => 'Le serveur n’a pas compris l’envoi. Vérifiez ce qui est rempli et réessayez.',
  'too-large': () => 'C’est plus que ce que le serveur accepte. Abrégez ou divisez.',
  'too-many': () => 'C’était trop à la fois. Attendez un peu et réessayez.',
  busy: () => 'Le serveur est occupé. Réessayez dans quelques secondes.',
  'cannot-write': () =>
    'Le serveur ne peut pas écrire en ce moment : rien n’a été enregistré. Gardez ' +
    'cette page ouverte et réessayez.',
  'wrong-sign-in': () =>
    'L’adresse électronique et le mot de passe ne concordent pas. Vérifiez-les, ou ' +
    'demandez à votre secrétariat un lien pour choisir un nouveau mot de passe.',
  'wait-to-sign-in': (f) =>
    `Trop de tentatives. Attendez ${words.wait(Number(f['seconds'] ?? 60))} et réessayez.`,
  'link-used-or-expired': () =>
    'Ce lien a déjà servi ou a expiré. Demandez-en un autre à votre secrétariat.',
  'password-too-short': (f) =>
    `Ce mot de passe est trop court. Employez au moins ${count(f, 'min', 12)} ` +
    'caractères ; quelques mots conviennent.',
  'password-too-long': (f) =>
    `Ce mot de passe est trop long. Employez au plus ${count(f, 'max', 256)} caractères.`,
  'password-unsafe': () =>
    'Ce mot de passe est trop facile à deviner. Choisissez-en un qui ne soit ni votre ' +
    'adresse ni un mot de passe connu.',
  'address-taken': () =>
    'Cette adresse participe déjà à ce processus. Consultez la liste des personnes.',
  'email-malformed': () =>
    'Écrivez l’adresse électronique en entier, par exemple nom@ministere.example.',
  'name-missing': () => 'Le nom manque. Écrivez-le tel que les autres doivent le lire.',
  'party-unknown': () =>
    'Cet État ou cette organisation ne fait pas partie du processus. Choisissez dans la liste.',
  'own-seat': () =>
    'Il s’agit de votre propre participation. Une autre personne du secrétariat peut la modifier.',
  'last-secretariat': () =>
    'C’est la dernière personne du secrétariat. Invitez-en une autre avant de mettre ' +
    'fin à sa participation.',
  'title-missing': () => 'Le document n’a pas de titre. Écrivez-en un.',
  'text-missing': () =>
    'Il n’y a pas encore de texte. Collez-le, importez un fichier ou choisissez un modèle.',
  'text-too-long': (f) =>
    'Ce texte, ou l’un de ses paragraphes, est trop long. Il y a place pour ' +
    `${count(f, 'max', 1_000_000)} caractères au plus ; divisez-le.`,
  'too-many-paragraphs': (f) =>
    'Ce texte a trop de paragraphes. Un document en contient au plus ' +
    `${count(f, 'max', 5_000)} ; divisez-le.`,
  'phase-passed': () =>
    'Le texte a avancé depuis l’ouverture de cette page. Rechargez-la pour voir où il en est.',
}
