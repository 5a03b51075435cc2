import { blocks, type JsonNode } from '@duet/blocks';
import { type IsoDate, isOnTrack, offTrackFirst, type RiskRow, type RoadmapRow, worstFirst } from '@duet/domain';
import type { Node } from '@tiptap/pm/model';

/** What a reader may ask of the tables of a kind. Both go by attributes: what somebody types changes neither. */
interface OfferedView {
  readonly arrange: (rows: readonly Node[]) => readonly Node[];
  /** Whether a row may fold away. */
  readonly isSettled: (row: Node, meetingDate: IsoDate | null) => boolean;
}

/** By the name of the table's node. */
export const OFFERED_VIEWS: Readonly<Record<string, OfferedView>> = {
  roadmapTable: offeredView<RoadmapRow>({
    read: (row) => blocks.roadmapTable.read({ type: 'roadmapTable', content: [row] }, () => '').rows[0],
    arrange: offTrackFirst,
    isSettled: isOnTrack,
  }),
  riskTable: offeredView<RiskRow>({
    read: (row) => blocks.riskTable.read({ type: 'riskTable', content: [row] }, () => '').rows[0],
    arrange: worstFirst,
    isSettled: () => false,
  }),
};

function offeredView<Row extends object>(rules: {
  readonly read: (row: JsonNode) => Row | undefined;
  readonly arrange: <R extends Row>(rows: readonly R[]) => readonly R[];
  readonly isSettled: (row: Row, meetingDate: IsoDate | null) => boolean;
}): OfferedView {
  // A row that is typed in is a new node with the attributes of the one before.
  const known = new WeakMap<object, Row>();
  const read = ({ type, attrs }: Node): Row | undefined => {
    const row = known.get(attrs) ?? rules.read({ type: type.name, attrs });
    if (row) known.set(attrs, row);
    return row;
  };
  return {
    arrange: (nodes) => {
      const rows = nodes.flatMap((node) => {
        const row = read(node);
        return row ? [{ ...row, node }] : [];
      });
      return rules.arrange(rows).map(({ node }) => node);
    },
    isSettled: (node, meetingDate) => {
      const row = read(node);
      return row !== undefined && rules.isSettled(row, meetingDate);
    },
  };
}
