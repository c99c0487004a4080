/** Who the operator is, how it is reached, and where its fee is paid. */
import type { ComponentChildren } from 'preact';
import { Heading } from '../../../shared/heading.tsx';
import { dayInFull } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { readContacts } from './api.ts';

export function Contacts() {
  const { api, speech } = useSetting();
  const { language, say } = speech;
  const { data, error } = useLoaded('contacts', () => readContacts(api));
  return (
    <div class="stack">
      <Heading word="contacts" />
      {error !== undefined && <Problem error={error} speech={speech} />}
      {data === undefined && error === undefined && <p role="status">{say('loading')}</p>}
      {data && (
        <>
          <Facts
            facts={[
              [say('operator'), data.name],
              [say('bin'), data.bin],
              [say('postalAddress'), data.address],
              [
                say('operatorPhone'),
                <a key="phone" href={`tel:${data.phone.replaceAll(/[^+\d]/g, '')}`}>
                  {data.phone}
                </a>,
              ],
              [
                say('mailbox'),
                <a key="email" href={`mailto:${data.email}`}>
                  {data.email}
                </a>,
              ],
            ]}
          />
          {data.vat && (
            <Facts
              facts={[[say('vatCertificate'), `${data.vat.series} № ${data.vat.number}, ${dayInFull(language, data.vat.registeredOn)}`]]}
            />
          )}
          {data.bank && (
            <section aria-labelledby="bank" class="stack">
              <h2 id="bank">{say('feeAccount')}</h2>
              <Facts
                facts={[
                  [say('bank'), data.bank.name],
                  [say('bik'), data.bank.bik],
                  [say('operatorIban'), data.bank.iban],
                  [say('kbe'), data.bank.beneficiaryCode],
                  [say('knp'), data.bank.purposeCode],
                ]}
              />
            </section>
          )}
        </>
      )}
    </div>
  );
}

function Facts({ facts }: { facts: [name: string, value: ComponentChildren][] }) {
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
