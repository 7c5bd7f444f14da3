import type { Assumed, Ignored } from '../../game/template/outcome';
import styles from './template.module.css';

interface Props {
  readonly assumed: readonly Assumed[];
  readonly ignored: readonly Ignored[];
  /** nodes that the scenario does without. */
  readonly left: readonly { readonly name: string; readonly reason: string }[];
}

/** What an import leaves out and takes for granted: most weighty first, one reason at a time. */
export function ImportRemarks({ assumed, ignored, left }: Props) {
  const whole = ignored.filter(({ type, property }) => type !== undefined && property === undefined);
  const inside = ignored.filter(({ property }) => property !== undefined);
  const sections = ignored.filter(({ type, property }) => type === undefined && property === undefined);
  return (
    <>
      <Remarks
        title="Not drawn"
        remarks={[
          ...left.map(({ name, reason }) => ({ place: name, reason })),
          ...[...whole, ...sections].map((one) => ({ place: placeOf(one), reason: one.reason })),
        ]}
      />
      <Remarks title="Assumed" remarks={assumed.map(({ what, reason }) => ({ place: what, reason }))} />
      <Remarks
        title="Properties that do not count"
        remarks={inside.map((one) => ({ place: placeOf(one), reason: one.reason }))}
      />
    </>
  );
}

/** Fewer places than this stand open. */
const FEW = 4;

interface Remark {
  readonly place: string;
  readonly reason: string;
}

function Remarks({ title, remarks }: { readonly title: string; readonly remarks: readonly Remark[] }) {
  if (remarks.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>
        {title} <span>{remarks.length}</span>
      </h3>
      {grouped(remarks).map(([reason, places]) =>
        places.length <= FEW ? (
          <p key={reason}>
            {reason} <Places places={places} />
          </p>
        ) : (
          <details key={reason}>
            <summary>
              {reason} <span>{places.length}</span>
            </summary>
            <Places places={places} />
          </details>
        ),
      )}
    </section>
  );
}

function Places({ places }: { readonly places: readonly string[] }) {
  return (
    <span className={styles.places}>
      {places.map((place, index) => (
        <code key={`${place} ${index}`}>{place}</code>
      ))}
    </span>
  );
}

function placeOf({ resource, type, property, line }: Ignored): string {
  const what =
    property === undefined ? `${resource}${type === undefined ? '' : ` (${type})`}` : `${resource}.${property}`;
  return line === undefined ? what : `${what}, line ${line}`;
}

/** By reason, in the order of the template. */
function grouped(all: readonly Remark[]) {
  const groups = new Map<string, string[]>();
  for (const { place, reason } of all) {
    const group = groups.get(reason);
    if (group) group.push(place);
    else groups.set(reason, [place]);
  }
  return [...groups];
}
