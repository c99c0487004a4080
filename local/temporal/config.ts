import type { Ports } from '../ports.ts';
import { databaseOf } from '../postgresql.ts';

/** The server's dynamic configuration, by name. */
export function dynamicConfig(purpose: 'development' | 'test'): Record<string, boolean | number | string> {
  return {
    'system.forceSearchAttributesCacheRefreshOnRead': true,
    'matching.numTaskqueueReadPartitions': 1,
    'matching.numTaskqueueWritePartitions': 1,
    // The default limits are for a shared server. Here they would only disturb load tests.
    'frontend.namespaceRPS': 100_000,
    'frontend.rps': 100_000,
    'frontend.persistenceMaxQPS': 100_000,
    'history.persistenceMaxQPS': 100_000,
    'matching.persistenceMaxQPS': 100_000,
    ...(purpose === 'test' && {
      // Only for tests: with it anyone who reaches the server can skip months in a life.
      'frontend.WorkflowTimeSkippingEnabled': true,
      // Low enough for a test to make a life continue as new.
      'limit.historyCount.suggestContinueAsNew': 300,
      // By default the server fires each timer up to a second late. A test that lets months pass waits for hundreds of them.
      'history.timerProcessorMaxTimeShift': '10ms',
    }),
  };
}

/** The server's configuration: one process, loopback only, on the two databases. */
export function serverConfig(databases: { main: string; visibility: string }, ports: Ports, dynamicConfigFile: string) {
  return {
    log: { stdout: true, level: 'warn' },
    persistence: {
      defaultStore: 'main',
      visibilityStore: 'visibility',
      // Fixed when the databases are created.
      numHistoryShards: 16,
      datastores: { main: { sql: sqlStore(databases.main, 20) }, visibility: { sql: sqlStore(databases.visibility, 5) } },
    },
    global: { membership: { maxJoinDuration: '30s', broadcastAddress: '127.0.0.1' } },
    services: {
      frontend: service(ports.temporal, ports.frontendMembership, { httpPort: ports.temporalHttp }),
      history: service(ports.temporalHistory, ports.historyMembership),
      matching: service(ports.temporalMatching, ports.matchingMembership),
      worker: service(ports.temporalWorker, ports.workerMembership),
    },
    clusterMetadata: {
      enableGlobalNamespace: false,
      failoverVersionIncrement: 10,
      masterClusterName: 'active',
      currentClusterName: 'active',
      clusterInformation: {
        active: { enabled: true, initialFailoverVersion: 1, rpcName: 'frontend', rpcAddress: `127.0.0.1:${ports.temporal}` },
      },
    },
    dcRedirectionPolicy: { policy: 'noop' },
    dynamicConfigClient: { filepath: dynamicConfigFile, pollInterval: '10s' },
  };
}

/** The configuration of the Temporal UI. */
export function uiConfig(ports: Ports) {
  return {
    temporalGrpcAddress: `127.0.0.1:${ports.temporal}`,
    host: '127.0.0.1',
    port: ports.temporalUi,
    enableUi: true,
    defaultNamespace: 'default',
    disableNewsFetch: true,
  };
}

function sqlStore(url: string, connections: number) {
  const { host, username, password } = new URL(url);
  return {
    pluginName: 'postgres12_pgx',
    databaseName: databaseOf(url),
    connectAddr: host,
    connectProtocol: 'tcp',
    user: decodeURIComponent(username),
    password: decodeURIComponent(password),
    maxConns: connections,
    maxIdleConns: connections,
    maxConnLifetime: '1h',
  };
}

function service(grpcPort: number, membershipPort: number, more: { httpPort?: number } = {}) {
  return { rpc: { grpcPort, membershipPort, bindOnLocalHost: true, ...more } };
}
