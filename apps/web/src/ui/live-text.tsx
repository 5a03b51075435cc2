interface LiveTextProps {
  /** '' while there is nothing to say. */
  readonly text: string;
  /** Interrupts what is being read. */
  readonly urgent?: boolean;
}

/**
 * Says something to who does not see the page. It has to be there before its text: what comes together with its region
 * is not announced.
 */
export function LiveText({ text, urgent = false }: LiveTextProps) {
  return (
    <span className="sr" role={urgent ? 'alert' : 'status'}>
      {text}
    </span>
  );
}
