import type { Language } from '../../../shared/language.ts';

/** Loads the picture of a chart as a document that the browser has parsed itself: the content policy lets no text become markup. */
export const loadPicture = (kind: string, language: Language): Promise<Element> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', `/v1/charts/${kind}.svg?language=${language}`);
    request.responseType = 'document';
    request.overrideMimeType('image/svg+xml');
    request.onload = () => {
      const drawn = request.status === 200 ? request.responseXML?.documentElement : undefined;
      if (!drawn) return reject(new Error(`the picture of ${kind}: ${request.status}`));
      resolve(document.importNode(drawn, true));
    };
    request.onerror = () => reject(new Error('the picture was not loaded'));
    request.send();
  });
