import type { CleanRoom } from '../../main/contract/decisions.ts';
import { bridge } from '../api.ts';
import controls from '../theme/controls.module.css';
import styles from './clean-room-switch.module.css';
import { useChange } from './use-change.ts';

/** Makes the workspace a clean room whatever its deals say; before a close it is one by itself. */
export function CleanRoomSwitch({ cleanRoom }: { cleanRoom: CleanRoom }) {
  const { change, isChanging, refusal } = useChange();
  const isSet = cleanRoom === 'setting';
  const turn = (on: boolean) =>
    void change(async () => {
      await bridge().api.setCleanRoom({ on });
      return {
        text: on
          ? 'The workspace is a clean room: no names, no rows of persons, small groups hidden.'
          : 'The clean room is no longer kept by decision.',
      };
    });
  return (
    <>
      <label className={styles.line}>
        <input
          type="checkbox"
          role="switch"
          className={styles.switch}
          checked={isSet}
          aria-checked={isSet}
          aria-describedby="clean-room-state"
          onChange={(event) => !isChanging && turn(event.target.checked)}
        />
        Keep this workspace a clean room
      </label>
      <p id="clean-room-state" className={controls.muted}>
        {STATES[cleanRoom ?? 'none']}
      </p>
      {refusal !== null && <p role="alert">{refusal}</p>}
    </>
  );
}

const STATES: Record<NonNullable<CleanRoom> | 'none', string> = {
  none: 'It is none now: no acquisition is waiting to close. Names and rows of persons are shown.',
  before_close:
    'It is one by itself now: by what the extracts know, a deal has not closed. Switch it on to keep it one after the close.',
  setting:
    'It is one by decision: no names, no rows of persons, groups of fewer than five people hidden, every export marked.',
};
