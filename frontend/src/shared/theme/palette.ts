import type { MantineColorsTuple } from "@mantine/core";

/** The one accent: a petrol blue, 5.9:1 on white at shade 7, 7:1 on the dark surface at shade 4. */
export const petrol: MantineColorsTuple = [
  "#eef8f9",
  "#daeff1",
  "#b3dde2",
  "#86c9d0",
  "#5fb6bf",
  "#3da0aa",
  "#167c86",
  "#0b6e76",
  "#085a61",
  "#06474d",
];

export const gray: MantineColorsTuple = [
  "#fafafa",
  "#f4f4f5",
  "#ebebed",
  "#dedee1",
  "#c9c9ce",
  "#a6a6ad",
  "#84848c",
  "#5c5c64",
  "#3b3b41",
  "#1b1b1f",
];

export const dark: MantineColorsTuple = [
  "#ececee",
  "#b9b9c0",
  "#8e8e97",
  "#5f5f68",
  "#3a3a41",
  "#2d2d33",
  "#232328",
  "#18181b",
  "#121214",
  "#0c0c0e",
];

export const red: MantineColorsTuple = [
  "#fef1f0",
  "#fde0dd",
  "#f9c0bb",
  "#f59a92",
  "#ee7268",
  "#e25045",
  "#cf3a2f",
  "#b42318",
  "#8f1b12",
  "#6b130c",
];

/** Backgrounds that make people recognisable at a glance; the text on them is the matching deep hue (≥ 5:1). */
export const pastels = [
  { background: "#fde2e2", text: "#8f2323" },
  { background: "#fde8d3", text: "#84420c" },
  { background: "#fbf0c4", text: "#6b5206" },
  { background: "#e3f2cf", text: "#3c5f13" },
  { background: "#d3f1e0", text: "#14603c" },
  { background: "#d2eef3", text: "#0d5968" },
  { background: "#dbe6fd", text: "#254a9b" },
  { background: "#e6defc", text: "#5433a3" },
  { background: "#f6dcf5", text: "#822a80" },
  { background: "#e9e5df", text: "#57493a" },
] as const;
