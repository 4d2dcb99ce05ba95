/** What the environment says, checked once at the start. */

export interface Config {
  /** 0 leaves the choice to the system. */
  readonly port: number;
  readonly host: string;
  /** The folder of the database. */
  readonly dataDir: string;
}

/** Thrown where the relay cannot start; the message is one sentence for whoever starts it. */
export class StartError extends Error {
  override readonly name = 'StartError';
}

/** Reads PORT, HOST and BAOSONG_DATA. @throws StartError */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const { PORT: port = '8787', HOST: host = '127.0.0.1', BAOSONG_DATA: dataDir = 'data' } = env;
  if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535) {
    throw new StartError('环境变量 PORT 应为 0 到 65535 的整数（0 表示由系统选择端口）。');
  }
  if (!/^[\w.:-]+$/.test(host)) {
    throw new StartError('环境变量 HOST 应为本机的主机名或 IP 地址，如 127.0.0.1。');
  }
  if (dataDir.trim() === '') {
    throw new StartError('环境变量 BAOSONG_DATA 应为存放数据的目录，如 data。');
  }
  return { port: Number(port), host, dataDir };
}

/** argon2 came to node:crypto with it. */
const oldestNode = '24.7.0';

/** Refuses a Node.js that is too old. @throws StartError */
export function checkRuntime(version: string): void {
  if (version.localeCompare(oldestNode, 'en', { numeric: true }) < 0) {
    throw new StartError(
      `报送中继需要 Node.js ${oldestNode} 或更高版本，当前是 ${version}，请升级后再启动。`,
    );
  }
}
