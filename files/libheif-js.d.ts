/** What of libheif is used here. The package describes only its low level. */
declare module 'libheif-js/wasm-bundle.js' {
  interface HeifImage {
    get_width(): number;
    get_height(): number;
    is_primary(): boolean;
    /** Draws into the target, which has four bytes for each pixel. Null for an image that cannot be read. */
    display(target: { data: Uint8ClampedArray; width: number; height: number }, drawn: (done: object | null) => void): void;
  }
  const libheif: { HeifDecoder: new () => { decode(bytes: Uint8Array): HeifImage[] } };
  export = libheif;
}
