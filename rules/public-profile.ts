/** The profile of a contractor, and what others read of it. */
import { withoutContacts } from './contact-masking.ts';
import { inOneDirection } from './plain-text.ts';

interface Service {
  title: string;
  about?: string;
  unit?: string;
  priceFrom?: number;
}

export interface Profile {
  headline: string;
  about?: string;
  services?: Service[];
  /** Codes of categories and places; languages by ISO 639-1. */
  skills?: string[];
  languages?: string[];
  places?: string[];
  /** The ids of files, which are images. */
  photo?: string;
  portfolio?: { file: string; caption: string }[];
}

const shown = (text: string): string => withoutContacts(inOneDirection(text));

/** Contacts are hidden, because a deal made past the platform has none of its protection (4.1.7), and no mark turns the direction of a text. */
export const publicProfile = (profile: Profile): Profile => ({
  ...profile,
  headline: shown(profile.headline),
  ...(profile.about !== undefined && { about: shown(profile.about) }),
  ...(profile.services && {
    services: profile.services.map((service) => ({
      ...service,
      title: shown(service.title),
      ...(service.about !== undefined && { about: shown(service.about) }),
      ...(service.unit !== undefined && { unit: shown(service.unit) }),
    })),
  }),
  ...(profile.portfolio && { portfolio: profile.portfolio.map(({ file, caption }) => ({ file, caption: shown(caption) })) }),
});

const textsOf = ({ headline, about = '', services = [], portfolio = [] }: Profile): string[] => [
  ...[headline, about],
  ...services.flatMap(({ title, about: words = '', unit = '' }) => [title, words, unit]),
  ...portfolio.map(({ caption }) => caption),
];

/** Whether others read less of it than its contractor wrote. */
export const hidesContacts = (profile: Profile): boolean => {
  const others = textsOf(publicProfile(profile));
  return textsOf(profile).some((text, index) => inOneDirection(text) !== others[index]);
};

/** Each file that a profile names, once. */
export const filesOfProfile = ({ photo, portfolio = [] }: Profile): string[] => [
  ...new Set([...(photo === undefined ? [] : [photo]), ...portfolio.map(({ file }) => file)]),
];
