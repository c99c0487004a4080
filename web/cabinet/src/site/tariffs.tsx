/** What the operator charges, and from when (3.2, 3.3). */
import type { components } from '../../../shared/api.ts';
import { Clause } from '../../../shared/clause.tsx';
import { Heading } from '../../../shared/heading.tsx';
import { dayInFull, sumInWords } from '../../../shared/language.ts';
import { Problem } from '../../../shared/problem.tsx';
import { useLoaded, useSetting } from '../../../shared/setting.ts';
import { readTariffs } from './api.ts';

type Revision = components['schemas']['TariffRevision'];
type Plan = components['schemas']['ShownTariffPlan'];

export function Tariffs() {
  const { api, speech } = useSetting();
  const { language, say } = speech;
  const { data, error } = useLoaded('tariffs', () => readTariffs(api));
  return (
    <div class="stack">
      <Heading word="tariffs" />
      {error !== undefined && <Problem error={error} speech={speech} />}
      {data === undefined && error === undefined && <p role="status">{say('loading')}</p>}
      {data && (
        <>
          <section aria-labelledby="customers" class="stack">
            <h2 id="customers">{say('forCustomers')}</h2>
            <p class="soft">
              {say('inForceFrom').replace('{day}', dayInFull(language, data.inForce.inForceFrom))} <Clause clause="3.2" />
            </p>
            <Plans {...data.inForce} />
          </section>
          {data.upcoming.map((revision) => (
            <section key={revision.number} class="stack">
              <h2>{say('upcoming').replace('{day}', dayInFull(language, revision.inForceFrom))}</h2>
              <Plans {...revision} />
            </section>
          ))}
          <section aria-labelledby="contractors" class="stack">
            <h2 id="contractors">{say('forContractors')}</h2>
            <p>
              {data.contractors} <Clause clause="3.3" />
            </p>
            <ul class="cards">
              {data.inForce.extras.map(({ code, name, words, price }) => (
                <li key={code} class="card">
                  <h3>
                    {name}: <span class="sum">{sumInWords(language, price.amount)}</span>
                  </h3>
                  <p>{words}</p>
                </li>
              ))}
            </ul>
          </section>
        </>
      )}
    </div>
  );
}

function Plans({ plans }: Revision) {
  return (
    <ul class="cards">
      {plans.map((plan) => (
        <li key={plan.code} class="card">
          <h3>{plan.name}</h3>
          {plan.words.map((each) => (
            <p key={each}>{each}</p>
          ))}
          <Examples {...plan} />
        </li>
      ))}
    </ul>
  );
}

/** Work that is accepted in one part or several, and what it costs. */
function Examples({ examples }: Plan) {
  const { language, say } = useSetting().speech;
  return (
    <details>
      <summary>{say('examples')}</summary>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('acceptedWork')}</th>
            <th scope="col">{say('fee')}</th>
          </tr>
        </thead>
        <tbody>
          {examples.map(({ parts, fee }, index) => (
            <tr key={index}>
              <td>{parts.map(({ work }) => sumInWords(language, work.amount)).join(' + ')}</td>
              <td class="sum">{sumInWords(language, fee.amount)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
