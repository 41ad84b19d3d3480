import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { AwsV4Signer } from 'aws4fetch';
import { parse } from 'ini';
import type { FileRequest } from '../../ports.ts';
import { encodePath, variable } from './place.ts';

/** Where a bucket is and who asks; what is absent comes from the environment, then from ~/.aws. */
export interface Bucket {
  readonly endpoint?: string | undefined;
  readonly region?: string | undefined;
  readonly profile?: string | undefined;
  readonly accessKeyId?: string | undefined;
  readonly secretAccessKey?: string | undefined;
  readonly sessionToken?: string | undefined;
}

export const S3_NEEDS =
  'Set AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY (and AWS_SESSION_TOKEN, AWS_REGION, AWS_ENDPOINT_URL) for a key that may read the object (`s3:GetObject`).';

/** A request for one object, signed anew for each try (AWS Signature Version 4). Without keys it goes unsigned, as for public buckets. */
export async function s3Request(
  address: string,
  bucket: Bucket,
  env: NodeJS.ProcessEnv,
): Promise<Pick<FileRequest, 'url' | 'headers'>> {
  const [, name = '', key = ''] = /^s3:\/\/([^/]+)\/(.*)$/s.exec(address) ?? [];
  const shared = await sharedSettings(bucket.profile ?? variable(env, 'AWS_PROFILE') ?? 'default', env);
  const region =
    bucket.region ?? variable(env, 'AWS_REGION', 'AWS_DEFAULT_REGION') ?? shared.region ?? 'us-east-1';
  const endpoint =
    bucket.endpoint ?? variable(env, 'AWS_ENDPOINT_URL_S3', 'AWS_ENDPOINT_URL') ?? shared.endpoint_url;
  const path = encodePath(key);
  // A bucket with a dot has no certificate of its own.
  const url = endpoint
    ? `${endpoint.replace(/\/$/, '')}/${name}/${path}`
    : name.includes('.')
      ? `https://s3.${region}.amazonaws.com/${name}/${path}`
      : `https://${name}.s3.${region}.amazonaws.com/${path}`;
  const keys = keysOf(bucket, env, shared);
  const headers = async () => {
    if (keys === null) return {};
    const signed = await new AwsV4Signer({ url, method: 'GET', service: 's3', region, ...keys }).sign();
    const sent = Object.fromEntries(signed.headers);
    delete sent.host;
    return sent;
  };
  return { url, headers };
}

/** Of one origin together: a key from here never goes with a secret from there. */
function keysOf(bucket: Bucket, env: NodeJS.ProcessEnv, shared: Record<string, string>) {
  const origins = [
    [bucket.accessKeyId, bucket.secretAccessKey, bucket.sessionToken],
    ...(bucket.profile === undefined
      ? [
          ['AWS_ACCESS_KEY_ID', 'AWS_SECRET_ACCESS_KEY', 'AWS_SESSION_TOKEN'].map((name) =>
            variable(env, name),
          ),
        ]
      : []),
    [shared.aws_access_key_id, shared.aws_secret_access_key, shared.aws_session_token],
  ];
  for (const [accessKeyId, secretAccessKey, sessionToken] of origins) {
    if (accessKeyId && secretAccessKey)
      return { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) };
  }
  return null;
}

async function sharedSettings(profile: string, env: NodeJS.ProcessEnv): Promise<Record<string, string>> {
  const folder = join(variable(env, 'HOME', 'USERPROFILE') ?? homedir(), '.aws');
  const section = async (file: string, name: string) => {
    const text = await readFile(file, 'utf8').catch(() => '');
    return (parse(text)[name] ?? {}) as Record<string, string>;
  };
  const config = variable(env, 'AWS_CONFIG_FILE') ?? join(folder, 'config');
  const credentials = variable(env, 'AWS_SHARED_CREDENTIALS_FILE') ?? join(folder, 'credentials');
  return {
    ...(await section(config, profile === 'default' ? 'default' : `profile ${profile}`)),
    ...(await section(credentials, profile)),
  };
}
