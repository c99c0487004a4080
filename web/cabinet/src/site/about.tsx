/** What AkJet is and how a deal goes, as the platform's own rules say it. */
import { Clause } from '../../../shared/clause.tsx';
import { Heading } from '../../../shared/heading.tsx';
import { useSetting } from '../../../shared/setting.ts';
import { WayExplained } from './way-explained.tsx';

export function About() {
  const { say } = useSetting().speech;
  return (
    <div class="stack">
      <Heading word="about" />
      <p class="waits">{say('whatAkJetIs')}</p>
      <p>
        {say('whoseDeal')} <Clause clause="3.4" />
      </p>
      <section aria-labelledby="deal" class="stack">
        <h2 id="deal">{say('wayOfDeal')}</h2>
        <WayExplained life="task" />
        <p class="soft">{say('whenceTheWay')}</p>
      </section>
    </div>
  );
}
