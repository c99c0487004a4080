/** Checks a file against the schemas of this folder, with libxml2. */
import { readFileSync } from 'node:fs';
import { validateXML } from 'xmllint-wasm';

const schemaOf = (fileName: string) => ({ fileName, contents: readFileSync(new URL(fileName, import.meta.url), 'utf8') });

/** What is wrong with a file: nothing, if it is as the schema says. `imports`: further schemas that the schema names. */
async function faultsOf(xml: string, schema: string, imports: readonly string[] = []): Promise<string[]> {
  const { errors } = await validateXML({
    xml: [{ fileName: 'file.xml', contents: xml }],
    schema: [schemaOf(schema)],
    preload: imports.map(schemaOf),
  });
  return errors.map(({ message }) => message);
}

export const taxInvoiceFaults = (xml: string): Promise<string[]> => faultsOf(xml, 'esf.xsd', ['esf-invoice-v2.xsd']);
export const commerceMlFaults = (xml: string): Promise<string[]> => faultsOf(xml, 'commerceml-2.xsd');
