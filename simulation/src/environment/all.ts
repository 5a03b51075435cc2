/** What a story needs of the process, in this order and before everything else. */
import './virtual-clock.ts';
import './one-thread.ts';
import './dom.ts';
