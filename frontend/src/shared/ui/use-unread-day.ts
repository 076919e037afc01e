import { useLingui } from "@lingui/react/macro";
import dayjs from "dayjs";
import { type FocusEvent, type InputEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { mayGoOn } from "./parse-day";

interface Options {
  value?: string | null;
  onChange?: (value: string | null) => void;
  onBlur?: (event: FocusEvent<HTMLInputElement>) => void;
  onKeyDown?: (event: KeyboardEvent<HTMLInputElement>) => void;
  minDate?: string;
  maxDate?: string;
  parse: (text: string) => string | null;
  valueFormat: string;
  today: string;
}

/**
 * What is typed in a day field and is no day yet, or none that is allowed. A form has no day meanwhile and is not sent;
 * without a form a change is saved at once, so the last day stays.
 */
export function useUnreadDay(options: Options) {
  const { value = null, onChange, minDate, maxDate, parse, valueFormat, today } = options;
  const { t } = useLingui();
  const ref = useRef<HTMLInputElement>(null);
  const [unread, setUnread] = useState<{ text: string; value: string | null } | null>(null);
  const [isTold, setTold] = useState(false);
  const forget = () => {
    setUnread(null);
    setTold(false);
  };
  const isUnread = unread !== null && unread.value === value;
  // A day that was picked, or set from elsewhere, replaced the text.
  if (unread && !isUnread) forget();

  const write = (day: string) => dayjs(day).format(valueFormat);
  const refuse = (text: string) => {
    const day = parse(text);
    const sample = write(`${today.slice(0, 4)}-11-06`);
    if (!day) return t`Write the day as ${sample}.`;
    const last = maxDate && day > maxDate && write(maxDate);
    if (last) return t`The day must not be later than ${last}.`;
    const first = minDate && day < minDate && write(minDate);
    if (first) return t`The day must not be earlier than ${first}.`;
    return null;
  };
  const refusal = isUnread ? refuse(unread.text) : null;

  const settle = () => {
    if (refusal) setTold(true);
    else if (isUnread) {
      forget();
      onChange?.(parse(unread.text));
    }
  };
  const latest = useRef(settle);
  useEffect(() => {
    latest.current = settle;
  });
  useEffect(() => {
    const form = ref.current?.form;
    if (!isUnread || !form) return;
    const hold = (event: SubmitEvent) => {
      event.preventDefault();
      event.stopPropagation();
      latest.current();
      ref.current?.focus();
    };
    form.addEventListener("submit", hold);
    return () => form.removeEventListener("submit", hold);
  }, [isUnread]);

  return {
    isRefused: refusal !== null,
    complaint: isTold ? refusal : null,
    inputProps: {
      ref,
      onInput: (event: InputEvent<HTMLInputElement>) => {
        const { value: text, form } = event.currentTarget;
        const isRead = !text.trim() || (!mayGoOn(text) && !refuse(text));
        if (isRead) return forget();
        setUnread({ text, value: form ? null : value });
        if (form && value) onChange?.(null);
      },
      onBlur: (event: FocusEvent<HTMLInputElement>) => {
        settle();
        options.onBlur?.(event);
      },
      onKeyDown: (event: KeyboardEvent<HTMLInputElement>) => {
        if (event.key === "Enter") settle();
        options.onKeyDown?.(event);
      },
    },
  };
}
