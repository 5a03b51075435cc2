import type { HttpBindings } from '@hono/node-server';
import type { Context, Hono } from 'hono';

export interface Env {
  readonly Bindings: HttpBindings;
}

export type Web = Hono<Env>;
export type Ctx = Context<Env>;
