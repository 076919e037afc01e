import {
  IconArrowForwardUp,
  IconChecklist,
  IconClockPause,
  IconHeartHandshake,
  IconNews,
  IconPackage,
  IconPackageImport,
  IconRss,
  type TablerIcon,
} from "@tabler/icons-react";
import type { Kind } from "../model";

export const kindIcons: Record<Kind, TablerIcon> = {
  task: IconChecklist,
  promise: IconHeartHandshake,
  next_action: IconArrowForwardUp,
  parcel: IconPackage,
  loan: IconPackageImport,
  coverage: IconNews,
  stale: IconClockPause,
  refresh: IconRss,
};
