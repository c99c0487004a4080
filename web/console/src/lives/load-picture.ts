/**
 * Loads a picture as a document that the browser has parsed itself: the content policy lets no text become markup. The document runs and loads nothing;
 * its style would count for the whole page, so it stays behind.
 */
export const loadPicture = (kind: string): Promise<Element> =>
  new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('GET', `/v1/charts/${kind}.svg`);
    request.responseType = 'document';
    request.overrideMimeType('image/svg+xml');
    request.onload = () => {
      const drawn = request.status === 200 ? request.responseXML?.documentElement : undefined;
      if (!drawn) return reject(new Error(`the picture of ${kind}: ${request.status}`));
      for (const each of drawn.querySelectorAll('style')) each.remove();
      resolve(document.importNode(drawn, true));
    };
    request.onerror = () => reject(new Error('the picture was not loaded'));
    request.send();
  });
