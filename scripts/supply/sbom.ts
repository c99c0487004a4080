import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

/** What is read of a list by CycloneDX. The rest passes as it is. */
export interface Sbom {
  metadata: { component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn?: string[] }[];
}
interface Component {
  'bom-ref': string;
  name: string;
  version: string;
  purl: string;
  properties?: { name: string; value: string }[];
  hashes?: { alg: string; content: string }[];
  licenses?: unknown[];
}

/**
 * The production packages of a folder by CycloneDX, with licence and hash. npm makes it of everything, and what serves the development goes out here: npm's own
 * `--omit=dev` drops every package that development needs too.
 */
export async function listOfPackages(folder: string): Promise<Sbom> {
  const flags = ['--package-lock-only', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit='];
  const { stdout } = await promisify(execFile)('npm', ['sbom', ...flags], { cwd: folder, maxBuffer: 2 ** 26 });
  const whole = JSON.parse(stdout) as Sbom;
  const product = whole.metadata.component;
  const components = whole.components.filter(
    ({ properties = [] }) => !properties.some(({ name }) => name === 'cdx:npm:package:development'),
  );
  const kept = new Set([product, ...components].map((each) => each['bom-ref']));
  return {
    ...whole,
    // npm calls the product by its folder.
    metadata: { ...whole.metadata, component: { ...product, name: product.purl.replace(/^pkg:npm\/|@.*$/g, '') } },
    components,
    dependencies: whole.dependencies
      .filter(({ ref }) => kept.has(ref))
      .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((each) => kept.has(each)) })),
  };
}
