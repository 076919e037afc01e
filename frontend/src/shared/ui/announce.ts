/** Says something to screen readers that sighted people can already see. */
export { announce } from "@atlaskit/pragmatic-drag-and-drop-live-region";
