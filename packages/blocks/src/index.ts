export * from './block-definition.ts';
export * from './json-node.ts';
export * from './registry.ts';
export * from './schema.ts';
