import type { DecisionPart } from '../../main/contract/decisions.ts';
import { useAssumptions, useCleanRoom, useIntegrationTargets, useSynergies, useWaves } from '../queries.ts';
import place from '../shell/place.module.css';
import controls from '../theme/controls.module.css';
import { Assumptions } from './assumptions.tsx';
import { CleanRoomSwitch } from './clean-room-switch.tsx';
import { Part } from './part.tsx';
import { Synergies } from './synergies.tsx';
import { Targets } from './targets.tsx';
import { Waves } from './waves.tsx';

/** What people decide or assume, which no extract tells: it stands beside the extracts and every figure follows it. */
export function DecisionsPage({ place: here }: { place: { part: DecisionPart | null } }) {
  const assumptions = useAssumptions();
  const targets = useIntegrationTargets();
  const synergies = useSynergies();
  const waves = useWaves();
  const cleanRoom = useCleanRoom();
  // A part that is led to stays in sight only once those above it have their size.
  const settled = [assumptions, targets, synergies, waves, cleanRoom].every(({ isPending }) => !isPending);
  const ledBy = (part: DecisionPart) => (settled && here.part === part ? here : null);
  return (
    <div className={place.place}>
      <header>
        <h1 className={place.title}>Decisions</h1>
        <p className={controls.muted}>
          What people assume and decide, and no extract tells. A change applies to every page at once.
        </p>
      </header>
      <Part part="assumptions" ledBy={ledBy('assumptions')} query={assumptions}>
        {assumptions.data && <Assumptions infos={assumptions.data} />}
      </Part>
      <Targets query={targets} waves={waves.data ?? []} ledBy={ledBy('targets')} />
      <Synergies query={synergies} waves={waves.data ?? []} ledBy={ledBy('synergies')} />
      <Waves query={waves} ledBy={ledBy('waves')} />
      <Part part="clean_room" ledBy={ledBy('clean_room')} query={cleanRoom}>
        {cleanRoom.isSuccess && <CleanRoomSwitch cleanRoom={cleanRoom.data} />}
      </Part>
    </div>
  );
}
