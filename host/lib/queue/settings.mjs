/** Seconds that a process which is asked to end may take for what it has begun. */
const GRACE_S = 60;

/**
 * What n8n is told in queue mode, besides where Redis and Postgres are. docs/queue-mode.md says why, and
 * docs/queue/compose.yml holds the same.
 */
export const QUEUE_SETTINGS = {
	EXECUTIONS_MODE: 'queue',
	DB_TYPE: 'postgresdb',
	// Two, the default, are soon all in use: n8n then answers customers with 503.
	DB_POSTGRESDB_POOL_SIZE: '10',
	OFFLOAD_MANUAL_EXECUTIONS_TO_WORKERS: 'true',
	// Files that nodes make must be readable by every process.
	N8N_DEFAULT_BINARY_DATA_MODE: 'database',
	// n8n ends itself when Redis is gone for longer.
	QUEUE_BULL_REDIS_TIMEOUT_THRESHOLD: '60000',
	N8N_GRACEFUL_SHUTDOWN_TIMEOUT: String(GRACE_S),
	N8N_PROXY_HOPS: '1',
};

/** The main process leaves customers to the webhook processes. */
export const MAIN_SETTINGS = { N8N_DISABLE_PRODUCTION_MAIN_PROCESS: 'true' };

/** A worker says at an address whether it is ready. */
export const WORKER_SETTINGS = { QUEUE_HEALTH_CHECK_ACTIVE: 'true' };
