import { i as __require, o as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { i as fault, n as FaultError } from "./errors.js";
import { t as makeFolder } from "./make-folder.js";
import { t as HttpClient } from "./lib.js";
import { n as exists, t as ancestors } from "./packages.js";
import { t as require_tar_stream } from "./tar-stream.js";
import { createReadStream, createWriteStream } from "node:fs";
import querystring from "node:querystring";
import { createGunzip } from "node:zlib";
import { createHash } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { homedir } from "node:os";
import { pipeline } from "node:stream/promises";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import "node:process";
// src/adapters/runtime/fetch.ts
/** Downloads one file: with retries, redirects, proxies, limits, and an error that says what to do. */
/** The largest package is 114 MB; anything past this is not one of ours. */
const MAX_BYTES$1 = 512 * 1024 ** 2;
const MAX_REDIRECTS = 5;
/**
* Writes the body to `file` and returns its SHA-512 in base64.
* Proxies: HTTP_PROXY, HTTPS_PROXY and NO_PROXY of the process.
* Throws `runtime-unavailable` when the server does not give the file, and Node's own error for the disk.
*/
async function fetchFile(request, file) {
	for (const pause of [...request.patience.pauses, null]) {
		const result = await attempt(request, file);
		if (typeof result === "string") return result;
		if (pause === null || !result.again) {
			const { message, fix } = result;
			throw fault("runtime-unavailable", message, fix === void 0 ? {} : { fix });
		}
		await setTimeout$1(pause);
	}
	throw new Error("unreachable");
}
async function attempt(request, file) {
	const client = new HttpClient("onnx-gate", [], {
		allowRedirects: false,
		socketTimeout: request.patience.idle
	});
	try {
		const response = await follow(client, request);
		return "message" in response ? response : await save(response.body, request, file);
	} catch (error) {
		if (error instanceof FaultError) throw error;
		const { code, message, syscall } = error;
		if (code && DISK.has(code) && syscall !== "connect") throw error;
		return unreachable(request.url, code ?? message);
	} finally {
		client.dispose();
	}
}
/** Follows redirects by hand: the client's own compares host names but not ports, and needs absolute addresses. */
async function follow(client, request) {
	let url = request.url;
	for (let hop = 0; hop <= MAX_REDIRECTS; hop++) {
		const headers = url.origin === request.url.origin && request.authorization ? { authorization: request.authorization } : {};
		const { message: body } = await client.get(url.href, headers);
		const status = body.statusCode ?? 0;
		if (status === 200) return { body };
		body.destroy();
		const { location } = body.headers;
		if (status < 300 || status > 399 || !location) return refusal(url, status, "authorization" in headers);
		const next = URL.canParse(location, url.href) ? new URL(location, url) : null;
		if (!next || !(next.protocol === "https:" || next.protocol === url.protocol)) return {
			again: false,
			message: `${url.host} redirects ${url.pathname} to an address that is not https`
		};
		url = next;
	}
	return {
		again: false,
		message: `${request.url.host} redirects more than ${MAX_REDIRECTS} times`
	};
}
async function save(body, request, file) {
	const { url, patience, maxBytes = MAX_BYTES$1 } = request;
	const length = Number(body.headers["content-length"] ?? NaN);
	const tooLarge = fault("runtime-unavailable", `${url.host} sends more than ${maxBytes} bytes for ${url.pathname}, so this is not the package`);
	if (length > maxBytes) {
		body.destroy();
		throw tooLarge;
	}
	request.started(Number.isNaN(length) ? null : length);
	body.setTimeout(patience.idle, () => body.destroy(/* @__PURE__ */ new Error(`no data for ${patience.idle / 1e3} s`)));
	const hash = createHash("sha512");
	let bytes = 0;
	await pipeline(body, async function* (chunks) {
		for await (const chunk of chunks) {
			bytes += chunk.length;
			if (bytes > maxBytes) throw tooLarge;
			hash.update(chunk);
			yield chunk;
		}
	}, createWriteStream(file));
	return hash.digest("base64");
}
const DISK = /* @__PURE__ */ new Set([
	"ENOSPC",
	"EDQUOT",
	"EROFS",
	"EACCES",
	"EPERM",
	"EFBIG",
	"ENOENT"
]);
const TOKEN_FIX = "Put a token for that host into the user's .npmrc (`//HOST/:_authToken=…`; actions/setup-node does it with registry-url), or set runtime-url or runtime-path.";
/** What a status means for a package, by number; `sent` when we sent credentials. */
const STATUSES = /* @__PURE__ */ new Map([
	[401, (sent) => ({
		message: sent ? "refused our credentials (401)" : "asks for credentials, and none are configured (401)",
		fix: TOKEN_FIX
	})],
	[403, (sent) => ({
		message: `forbids it (403)${sent ? ", although credentials were sent" : "; no credentials were sent"}`,
		fix: "Ask whoever runs that registry to allow the package (a firewall or a policy may block it), or use a token that may read it."
	})],
	[404, () => ({
		message: "does not have it (404)",
		fix: "Ask whoever runs that registry to add the package, or point NPM_CONFIG_REGISTRY or runtime-url at one that has it; some registries also say 404 for want of a token."
	})],
	[407, () => ({
		message: "is behind a proxy that asks for credentials (407)",
		fix: "Set HTTPS_PROXY to http://USER:PASSWORD@HOST:PORT."
	})]
]);
function refusal(url, status, sent) {
	const { message, fix } = STATUSES.get(status)?.(sent) ?? { message: `answered ${status}` };
	return {
		again: status >= 500 || status === 429 || status === 408,
		message: `${url.host} ${message} for ${url.pathname}`,
		...fix === void 0 ? {} : { fix: fix.replace("HOST/", `${url.host}/`) }
	};
}
function unreachable(url, reason) {
	const certificate = /CERT|SELF_SIGNED|UNABLE_TO/.test(reason);
	return {
		again: !certificate,
		message: `${url.host} could not be reached for ${url.pathname} (${reason})`,
		...certificate ? { fix: "Set NODE_EXTRA_CA_CERTS to the file with your company's certificates." } : {}
	};
}
// node_modules/graceful-fs/polyfills.js
var require_polyfills = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var constants = __require("constants");
	var origCwd = process.cwd;
	var cwd = null;
	var platform = process.env.GRACEFUL_FS_PLATFORM || process.platform;
	process.cwd = function() {
		if (!cwd) cwd = origCwd.call(process);
		return cwd;
	};
	try {
		process.cwd();
	} catch (er) {}
	if (typeof process.chdir === "function") {
		var chdir = process.chdir;
		process.chdir = function(d) {
			cwd = null;
			chdir.call(process, d);
		};
		if (Object.setPrototypeOf) Object.setPrototypeOf(process.chdir, chdir);
	}
	module.exports = patch;
	function patch(fs) {
		if (constants.hasOwnProperty("O_SYMLINK") && process.version.match(/^v0\.6\.[0-2]|^v0\.5\./)) patchLchmod(fs);
		if (!fs.lutimes) patchLutimes(fs);
		fs.chown = chownFix(fs.chown);
		fs.fchown = chownFix(fs.fchown);
		fs.lchown = chownFix(fs.lchown);
		fs.chmod = chmodFix(fs.chmod);
		fs.fchmod = chmodFix(fs.fchmod);
		fs.lchmod = chmodFix(fs.lchmod);
		fs.chownSync = chownFixSync(fs.chownSync);
		fs.fchownSync = chownFixSync(fs.fchownSync);
		fs.lchownSync = chownFixSync(fs.lchownSync);
		fs.chmodSync = chmodFixSync(fs.chmodSync);
		fs.fchmodSync = chmodFixSync(fs.fchmodSync);
		fs.lchmodSync = chmodFixSync(fs.lchmodSync);
		fs.stat = statFix(fs.stat);
		fs.fstat = statFix(fs.fstat);
		fs.lstat = statFix(fs.lstat);
		fs.statSync = statFixSync(fs.statSync);
		fs.fstatSync = statFixSync(fs.fstatSync);
		fs.lstatSync = statFixSync(fs.lstatSync);
		if (fs.chmod && !fs.lchmod) {
			fs.lchmod = function(path, mode, cb) {
				if (cb) process.nextTick(cb);
			};
			fs.lchmodSync = function() {};
		}
		if (fs.chown && !fs.lchown) {
			fs.lchown = function(path, uid, gid, cb) {
				if (cb) process.nextTick(cb);
			};
			fs.lchownSync = function() {};
		}
		if (platform === "win32") fs.rename = typeof fs.rename !== "function" ? fs.rename : (function(fs$rename) {
			function rename(from, to, cb) {
				var start = Date.now();
				var backoff = 0;
				fs$rename(from, to, function CB(er) {
					if (er && (er.code === "EACCES" || er.code === "EPERM") && Date.now() - start < 6e4) {
						setTimeout(function() {
							fs.stat(to, function(stater, st) {
								if (stater && stater.code === "ENOENT") fs$rename(from, to, CB);
								else cb(er);
							});
						}, backoff);
						if (backoff < 100) backoff += 10;
						return;
					}
					if (cb) cb(er);
				});
			}
			if (Object.setPrototypeOf) Object.setPrototypeOf(rename, fs$rename);
			return rename;
		})(fs.rename);
		fs.read = typeof fs.read !== "function" ? fs.read : (function(fs$read) {
			function read(fd, buffer, offset, length, position, callback_) {
				var callback;
				if (callback_ && typeof callback_ === "function") {
					var eagCounter = 0;
					callback = function(er, _, __) {
						if (er && er.code === "EAGAIN" && eagCounter < 10) {
							eagCounter++;
							return fs$read.call(fs, fd, buffer, offset, length, position, callback);
						}
						callback_.apply(this, arguments);
					};
				}
				return fs$read.call(fs, fd, buffer, offset, length, position, callback);
			}
			if (Object.setPrototypeOf) Object.setPrototypeOf(read, fs$read);
			return read;
		})(fs.read);
		fs.readSync = typeof fs.readSync !== "function" ? fs.readSync : (function(fs$readSync) {
			return function(fd, buffer, offset, length, position) {
				var eagCounter = 0;
				while (true) try {
					return fs$readSync.call(fs, fd, buffer, offset, length, position);
				} catch (er) {
					if (er.code === "EAGAIN" && eagCounter < 10) {
						eagCounter++;
						continue;
					}
					throw er;
				}
			};
		})(fs.readSync);
		function patchLchmod(fs) {
			fs.lchmod = function(path, mode, callback) {
				fs.open(path, constants.O_WRONLY | constants.O_SYMLINK, mode, function(err, fd) {
					if (err) {
						if (callback) callback(err);
						return;
					}
					fs.fchmod(fd, mode, function(err) {
						fs.close(fd, function(err2) {
							if (callback) callback(err || err2);
						});
					});
				});
			};
			fs.lchmodSync = function(path, mode) {
				var fd = fs.openSync(path, constants.O_WRONLY | constants.O_SYMLINK, mode);
				var threw = true;
				var ret;
				try {
					ret = fs.fchmodSync(fd, mode);
					threw = false;
				} finally {
					if (threw) try {
						fs.closeSync(fd);
					} catch (er) {}
					else fs.closeSync(fd);
				}
				return ret;
			};
		}
		function patchLutimes(fs) {
			if (constants.hasOwnProperty("O_SYMLINK") && fs.futimes) {
				fs.lutimes = function(path, at, mt, cb) {
					fs.open(path, constants.O_SYMLINK, function(er, fd) {
						if (er) {
							if (cb) cb(er);
							return;
						}
						fs.futimes(fd, at, mt, function(er) {
							fs.close(fd, function(er2) {
								if (cb) cb(er || er2);
							});
						});
					});
				};
				fs.lutimesSync = function(path, at, mt) {
					var fd = fs.openSync(path, constants.O_SYMLINK);
					var ret;
					var threw = true;
					try {
						ret = fs.futimesSync(fd, at, mt);
						threw = false;
					} finally {
						if (threw) try {
							fs.closeSync(fd);
						} catch (er) {}
						else fs.closeSync(fd);
					}
					return ret;
				};
			} else if (fs.futimes) {
				fs.lutimes = function(_a, _b, _c, cb) {
					if (cb) process.nextTick(cb);
				};
				fs.lutimesSync = function() {};
			}
		}
		function chmodFix(orig) {
			if (!orig) return orig;
			return function(target, mode, cb) {
				return orig.call(fs, target, mode, function(er) {
					if (chownErOk(er)) er = null;
					if (cb) cb.apply(this, arguments);
				});
			};
		}
		function chmodFixSync(orig) {
			if (!orig) return orig;
			return function(target, mode) {
				try {
					return orig.call(fs, target, mode);
				} catch (er) {
					if (!chownErOk(er)) throw er;
				}
			};
		}
		function chownFix(orig) {
			if (!orig) return orig;
			return function(target, uid, gid, cb) {
				return orig.call(fs, target, uid, gid, function(er) {
					if (chownErOk(er)) er = null;
					if (cb) cb.apply(this, arguments);
				});
			};
		}
		function chownFixSync(orig) {
			if (!orig) return orig;
			return function(target, uid, gid) {
				try {
					return orig.call(fs, target, uid, gid);
				} catch (er) {
					if (!chownErOk(er)) throw er;
				}
			};
		}
		function statFix(orig) {
			if (!orig) return orig;
			return function(target, options, cb) {
				if (typeof options === "function") {
					cb = options;
					options = null;
				}
				function callback(er, stats) {
					if (stats) {
						if (stats.uid < 0) stats.uid += 4294967296;
						if (stats.gid < 0) stats.gid += 4294967296;
					}
					if (cb) cb.apply(this, arguments);
				}
				return options ? orig.call(fs, target, options, callback) : orig.call(fs, target, callback);
			};
		}
		function statFixSync(orig) {
			if (!orig) return orig;
			return function(target, options) {
				var stats = options ? orig.call(fs, target, options) : orig.call(fs, target);
				if (stats) {
					if (stats.uid < 0) stats.uid += 4294967296;
					if (stats.gid < 0) stats.gid += 4294967296;
				}
				return stats;
			};
		}
		function chownErOk(er) {
			if (!er) return true;
			if (er.code === "ENOSYS") return true;
			if (!process.getuid || process.getuid() !== 0) {
				if (er.code === "EINVAL" || er.code === "EPERM") return true;
			}
			return false;
		}
	}
}));
// node_modules/graceful-fs/legacy-streams.js
var require_legacy_streams = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Stream = __require("stream").Stream;
	module.exports = legacy;
	function legacy(fs) {
		return {
			ReadStream,
			WriteStream
		};
		function ReadStream(path, options) {
			if (!(this instanceof ReadStream)) return new ReadStream(path, options);
			Stream.call(this);
			var self = this;
			this.path = path;
			this.fd = null;
			this.readable = true;
			this.paused = false;
			this.flags = "r";
			this.mode = 438;
			this.bufferSize = 65536;
			options = options || {};
			var keys = Object.keys(options);
			for (var index = 0, length = keys.length; index < length; index++) {
				var key = keys[index];
				this[key] = options[key];
			}
			if (this.encoding) this.setEncoding(this.encoding);
			if (this.start !== void 0) {
				if ("number" !== typeof this.start) throw TypeError("start must be a Number");
				if (this.end === void 0) this.end = Infinity;
				else if ("number" !== typeof this.end) throw TypeError("end must be a Number");
				if (this.start > this.end) throw new Error("start must be <= end");
				this.pos = this.start;
			}
			if (this.fd !== null) {
				process.nextTick(function() {
					self._read();
				});
				return;
			}
			fs.open(this.path, this.flags, this.mode, function(err, fd) {
				if (err) {
					self.emit("error", err);
					self.readable = false;
					return;
				}
				self.fd = fd;
				self.emit("open", fd);
				self._read();
			});
		}
		function WriteStream(path, options) {
			if (!(this instanceof WriteStream)) return new WriteStream(path, options);
			Stream.call(this);
			this.path = path;
			this.fd = null;
			this.writable = true;
			this.flags = "w";
			this.encoding = "binary";
			this.mode = 438;
			this.bytesWritten = 0;
			options = options || {};
			var keys = Object.keys(options);
			for (var index = 0, length = keys.length; index < length; index++) {
				var key = keys[index];
				this[key] = options[key];
			}
			if (this.start !== void 0) {
				if ("number" !== typeof this.start) throw TypeError("start must be a Number");
				if (this.start < 0) throw new Error("start must be >= zero");
				this.pos = this.start;
			}
			this.busy = false;
			this._queue = [];
			if (this.fd === null) {
				this._open = fs.open;
				this._queue.push([
					this._open,
					this.path,
					this.flags,
					this.mode,
					void 0
				]);
				this.flush();
			}
		}
	}
}));
// node_modules/graceful-fs/clone.js
var require_clone = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = clone;
	var getPrototypeOf = Object.getPrototypeOf || function(obj) {
		return obj.__proto__;
	};
	function clone(obj) {
		if (obj === null || typeof obj !== "object") return obj;
		if (obj instanceof Object) var copy = { __proto__: getPrototypeOf(obj) };
		else var copy = Object.create(null);
		Object.getOwnPropertyNames(obj).forEach(function(key) {
			Object.defineProperty(copy, key, Object.getOwnPropertyDescriptor(obj, key));
		});
		return copy;
	}
}));
// node_modules/graceful-fs/graceful-fs.js
var require_graceful_fs = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var fs = __require("fs");
	var polyfills = require_polyfills();
	var legacy = require_legacy_streams();
	var clone = require_clone();
	var util = __require("util");
	/* istanbul ignore next - node 0.x polyfill */
	var gracefulQueue;
	var previousSymbol;
	/* istanbul ignore else - node 0.x polyfill */
	if (typeof Symbol === "function" && typeof Symbol.for === "function") {
		gracefulQueue = Symbol.for("graceful-fs.queue");
		previousSymbol = Symbol.for("graceful-fs.previous");
	} else {
		gracefulQueue = "___graceful-fs.queue";
		previousSymbol = "___graceful-fs.previous";
	}
	function noop() {}
	function publishQueue(context, queue) {
		Object.defineProperty(context, gracefulQueue, { get: function() {
			return queue;
		} });
	}
	var debug = noop;
	if (util.debuglog) debug = util.debuglog("gfs4");
	else if (/\bgfs4\b/i.test(process.env.NODE_DEBUG || "")) debug = function() {
		var m = util.format.apply(util, arguments);
		m = "GFS4: " + m.split(/\n/).join("\nGFS4: ");
		console.error(m);
	};
	if (!fs[gracefulQueue]) {
		publishQueue(fs, global[gracefulQueue] || []);
		fs.close = (function(fs$close) {
			function close(fd, cb) {
				return fs$close.call(fs, fd, function(err) {
					if (!err) resetQueue();
					if (typeof cb === "function") cb.apply(this, arguments);
				});
			}
			Object.defineProperty(close, previousSymbol, { value: fs$close });
			return close;
		})(fs.close);
		fs.closeSync = (function(fs$closeSync) {
			function closeSync(fd) {
				fs$closeSync.apply(fs, arguments);
				resetQueue();
			}
			Object.defineProperty(closeSync, previousSymbol, { value: fs$closeSync });
			return closeSync;
		})(fs.closeSync);
		if (/\bgfs4\b/i.test(process.env.NODE_DEBUG || "")) process.on("exit", function() {
			debug(fs[gracefulQueue]);
			__require("assert").equal(fs[gracefulQueue].length, 0);
		});
	}
	if (!global[gracefulQueue]) publishQueue(global, fs[gracefulQueue]);
	module.exports = patch(clone(fs));
	if (process.env.TEST_GRACEFUL_FS_GLOBAL_PATCH && !fs.__patched) {
		module.exports = patch(fs);
		fs.__patched = true;
	}
	function patch(fs) {
		polyfills(fs);
		fs.gracefulify = patch;
		fs.createReadStream = createReadStream;
		fs.createWriteStream = createWriteStream;
		var fs$readFile = fs.readFile;
		fs.readFile = readFile;
		function readFile(path, options, cb) {
			if (typeof options === "function") cb = options, options = null;
			return go$readFile(path, options, cb);
			function go$readFile(path, options, cb, startTime) {
				return fs$readFile(path, options, function(err) {
					if (err && (err.code === "EMFILE" || err.code === "ENFILE")) enqueue([
						go$readFile,
						[
							path,
							options,
							cb
						],
						err,
						startTime || Date.now(),
						Date.now()
					]);
					else if (typeof cb === "function") cb.apply(this, arguments);
				});
			}
		}
		var fs$writeFile = fs.writeFile;
		fs.writeFile = writeFile;
		function writeFile(path, data, options, cb) {
			if (typeof options === "function") cb = options, options = null;
			return go$writeFile(path, data, options, cb);
			function go$writeFile(path, data, options, cb, startTime) {
				return fs$writeFile(path, data, options, function(err) {
					if (err && (err.code === "EMFILE" || err.code === "ENFILE")) enqueue([
						go$writeFile,
						[
							path,
							data,
							options,
							cb
						],
						err,
						startTime || Date.now(),
						Date.now()
					]);
					else if (typeof cb === "function") cb.apply(this, arguments);
				});
			}
		}
		var fs$appendFile = fs.appendFile;
		if (fs$appendFile) fs.appendFile = appendFile;
		function appendFile(path, data, options, cb) {
			if (typeof options === "function") cb = options, options = null;
			return go$appendFile(path, data, options, cb);
			function go$appendFile(path, data, options, cb, startTime) {
				return fs$appendFile(path, data, options, function(err) {
					if (err && (err.code === "EMFILE" || err.code === "ENFILE")) enqueue([
						go$appendFile,
						[
							path,
							data,
							options,
							cb
						],
						err,
						startTime || Date.now(),
						Date.now()
					]);
					else if (typeof cb === "function") cb.apply(this, arguments);
				});
			}
		}
		var fs$copyFile = fs.copyFile;
		if (fs$copyFile) fs.copyFile = copyFile;
		function copyFile(src, dest, flags, cb) {
			if (typeof flags === "function") {
				cb = flags;
				flags = 0;
			}
			return go$copyFile(src, dest, flags, cb);
			function go$copyFile(src, dest, flags, cb, startTime) {
				return fs$copyFile(src, dest, flags, function(err) {
					if (err && (err.code === "EMFILE" || err.code === "ENFILE")) enqueue([
						go$copyFile,
						[
							src,
							dest,
							flags,
							cb
						],
						err,
						startTime || Date.now(),
						Date.now()
					]);
					else if (typeof cb === "function") cb.apply(this, arguments);
				});
			}
		}
		var fs$readdir = fs.readdir;
		fs.readdir = readdir;
		var noReaddirOptionVersions = /^v[0-5]\./;
		function readdir(path, options, cb) {
			if (typeof options === "function") cb = options, options = null;
			var go$readdir = noReaddirOptionVersions.test(process.version) ? function go$readdir(path, options, cb, startTime) {
				return fs$readdir(path, fs$readdirCallback(path, options, cb, startTime));
			} : function go$readdir(path, options, cb, startTime) {
				return fs$readdir(path, options, fs$readdirCallback(path, options, cb, startTime));
			};
			return go$readdir(path, options, cb);
			function fs$readdirCallback(path, options, cb, startTime) {
				return function(err, files) {
					if (err && (err.code === "EMFILE" || err.code === "ENFILE")) enqueue([
						go$readdir,
						[
							path,
							options,
							cb
						],
						err,
						startTime || Date.now(),
						Date.now()
					]);
					else {
						if (files && files.sort) files.sort();
						if (typeof cb === "function") cb.call(this, err, files);
					}
				};
			}
		}
		if (process.version.substr(0, 4) === "v0.8") {
			var legStreams = legacy(fs);
			ReadStream = legStreams.ReadStream;
			WriteStream = legStreams.WriteStream;
		}
		var fs$ReadStream = fs.ReadStream;
		if (fs$ReadStream) {
			ReadStream.prototype = Object.create(fs$ReadStream.prototype);
			ReadStream.prototype.open = ReadStream$open;
		}
		var fs$WriteStream = fs.WriteStream;
		if (fs$WriteStream) {
			WriteStream.prototype = Object.create(fs$WriteStream.prototype);
			WriteStream.prototype.open = WriteStream$open;
		}
		Object.defineProperty(fs, "ReadStream", {
			get: function() {
				return ReadStream;
			},
			set: function(val) {
				ReadStream = val;
			},
			enumerable: true,
			configurable: true
		});
		Object.defineProperty(fs, "WriteStream", {
			get: function() {
				return WriteStream;
			},
			set: function(val) {
				WriteStream = val;
			},
			enumerable: true,
			configurable: true
		});
		var FileReadStream = ReadStream;
		Object.defineProperty(fs, "FileReadStream", {
			get: function() {
				return FileReadStream;
			},
			set: function(val) {
				FileReadStream = val;
			},
			enumerable: true,
			configurable: true
		});
		var FileWriteStream = WriteStream;
		Object.defineProperty(fs, "FileWriteStream", {
			get: function() {
				return FileWriteStream;
			},
			set: function(val) {
				FileWriteStream = val;
			},
			enumerable: true,
			configurable: true
		});
		function ReadStream(path, options) {
			if (this instanceof ReadStream) return fs$ReadStream.apply(this, arguments), this;
			else return ReadStream.apply(Object.create(ReadStream.prototype), arguments);
		}
		function ReadStream$open() {
			var that = this;
			open(that.path, that.flags, that.mode, function(err, fd) {
				if (err) {
					if (that.autoClose) that.destroy();
					that.emit("error", err);
				} else {
					that.fd = fd;
					that.emit("open", fd);
					that.read();
				}
			});
		}
		function WriteStream(path, options) {
			if (this instanceof WriteStream) return fs$WriteStream.apply(this, arguments), this;
			else return WriteStream.apply(Object.create(WriteStream.prototype), arguments);
		}
		function WriteStream$open() {
			var that = this;
			open(that.path, that.flags, that.mode, function(err, fd) {
				if (err) {
					that.destroy();
					that.emit("error", err);
				} else {
					that.fd = fd;
					that.emit("open", fd);
				}
			});
		}
		function createReadStream(path, options) {
			return new fs.ReadStream(path, options);
		}
		function createWriteStream(path, options) {
			return new fs.WriteStream(path, options);
		}
		var fs$open = fs.open;
		fs.open = open;
		function open(path, flags, mode, cb) {
			if (typeof mode === "function") cb = mode, mode = null;
			return go$open(path, flags, mode, cb);
			function go$open(path, flags, mode, cb, startTime) {
				return fs$open(path, flags, mode, function(err, fd) {
					if (err && (err.code === "EMFILE" || err.code === "ENFILE")) enqueue([
						go$open,
						[
							path,
							flags,
							mode,
							cb
						],
						err,
						startTime || Date.now(),
						Date.now()
					]);
					else if (typeof cb === "function") cb.apply(this, arguments);
				});
			}
		}
		return fs;
	}
	function enqueue(elem) {
		debug("ENQUEUE", elem[0].name, elem[1]);
		fs[gracefulQueue].push(elem);
		retry();
	}
	var retryTimer;
	function resetQueue() {
		var now = Date.now();
		for (var i = 0; i < fs[gracefulQueue].length; ++i) if (fs[gracefulQueue][i].length > 2) {
			fs[gracefulQueue][i][3] = now;
			fs[gracefulQueue][i][4] = now;
		}
		retry();
	}
	function retry() {
		clearTimeout(retryTimer);
		retryTimer = void 0;
		if (fs[gracefulQueue].length === 0) return;
		var elem = fs[gracefulQueue].shift();
		var fn = elem[0];
		var args = elem[1];
		var err = elem[2];
		var startTime = elem[3];
		var lastTime = elem[4];
		if (startTime === void 0) {
			debug("RETRY", fn.name, args);
			fn.apply(null, args);
		} else if (Date.now() - startTime >= 6e4) {
			debug("TIMEOUT", fn.name, args);
			var cb = args.pop();
			if (typeof cb === "function") cb.call(null, err);
		} else {
			var sinceAttempt = Date.now() - lastTime;
			var sinceStart = Math.max(lastTime - startTime, 1);
			if (sinceAttempt >= Math.min(sinceStart * 1.2, 100)) {
				debug("RETRY", fn.name, args);
				fn.apply(null, args.concat([startTime]));
			} else fs[gracefulQueue].push(elem);
		}
		if (retryTimer === void 0) retryTimer = setTimeout(retry, 0);
	}
}));
// node_modules/@pnpm/network.ca-file/dist/ca-file.js
var require_ca_file = /* @__PURE__ */ __commonJSMin(((exports, module, this$2) => {
	var __importDefault = this$2 && this$2.__importDefault || function(mod) {
		return mod && mod.__esModule ? mod : { "default": mod };
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.readCAFileSync = void 0;
	const graceful_fs_1 = __importDefault(require_graceful_fs());
	function readCAFileSync(filePath) {
		try {
			const contents = graceful_fs_1.default.readFileSync(filePath, "utf8");
			const delim = "-----END CERTIFICATE-----";
			return contents.split(delim).filter((ca) => Boolean(ca.trim())).map((ca) => `${ca.trimLeft()}${delim}`);
		} catch (err) {
			if (err.code === "ENOENT") return void 0;
			throw err;
		}
	}
	exports.readCAFileSync = readCAFileSync;
}));
// node_modules/@pnpm/network.ca-file/dist/index.js
var require_dist$1 = /* @__PURE__ */ __commonJSMin(((exports, module, this$1) => {
	var __createBinding = this$1 && this$1.__createBinding || (Object.create ? (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		var desc = Object.getOwnPropertyDescriptor(m, k);
		if (!desc || ("get" in desc ? !m.__esModule : desc.writable || desc.configurable)) desc = {
			enumerable: true,
			get: function() {
				return m[k];
			}
		};
		Object.defineProperty(o, k2, desc);
	}) : (function(o, m, k, k2) {
		if (k2 === void 0) k2 = k;
		o[k2] = m[k];
	}));
	var __exportStar = this$1 && this$1.__exportStar || function(m, exports) {
		for (var p in m) if (p !== "default" && !Object.prototype.hasOwnProperty.call(exports, p)) __createBinding(exports, m, p);
	};
	Object.defineProperty(exports, "__esModule", { value: true });
	__exportStar(require_ca_file(), exports);
}));
// node_modules/proto-list/proto-list.js
var require_proto_list = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = ProtoList;
	function setProto(obj, proto) {
		if (typeof Object.setPrototypeOf === "function") return Object.setPrototypeOf(obj, proto);
		else obj.__proto__ = proto;
	}
	function ProtoList() {
		this.list = [];
		var root = null;
		Object.defineProperty(this, "root", {
			get: function() {
				return root;
			},
			set: function(r) {
				root = r;
				if (this.list.length) setProto(this.list[this.list.length - 1], r);
			},
			enumerable: true,
			configurable: true
		});
	}
	ProtoList.prototype = {
		get length() {
			return this.list.length;
		},
		get keys() {
			var k = [];
			for (var i in this.list[0]) k.push(i);
			return k;
		},
		get snapshot() {
			var o = {};
			this.keys.forEach(function(k) {
				o[k] = this.get(k);
			}, this);
			return o;
		},
		get store() {
			return this.list[0];
		},
		push: function(obj) {
			if (typeof obj !== "object") obj = { valueOf: obj };
			if (this.list.length >= 1) setProto(this.list[this.list.length - 1], obj);
			setProto(obj, this.root);
			return this.list.push(obj);
		},
		pop: function() {
			if (this.list.length >= 2) setProto(this.list[this.list.length - 2], this.root);
			return this.list.pop();
		},
		unshift: function(obj) {
			setProto(obj, this.list[0] || this.root);
			return this.list.unshift(obj);
		},
		shift: function() {
			if (this.list.length === 1) setProto(this.list[0], this.root);
			return this.list.shift();
		},
		get: function(key) {
			return this.list[0][key];
		},
		set: function(key, val, save) {
			if (!this.length) this.push({});
			if (save && this.list[0].hasOwnProperty(key)) this.push({});
			return this.list[0][key] = val;
		},
		forEach: function(fn, thisp) {
			for (var key in this.list[0]) fn.call(thisp, key, this.list[0][key]);
		},
		slice: function() {
			return this.list.slice.apply(this.list, arguments);
		},
		splice: function() {
			var ret = this.list.splice.apply(this.list, arguments);
			for (var i = 0, l = this.list.length; i < l; i++) setProto(this.list[i], this.list[i + 1] || this.root);
			return ret;
		}
	};
}));
// node_modules/config-chain/node_modules/ini/ini.js
var require_ini$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	exports.parse = exports.decode = decode;
	exports.stringify = exports.encode = encode;
	exports.safe = safe;
	exports.unsafe = unsafe;
	var eol = typeof process !== "undefined" && process.platform === "win32" ? "\r\n" : "\n";
	function encode(obj, opt) {
		var children = [];
		var out = "";
		if (typeof opt === "string") opt = {
			section: opt,
			whitespace: false
		};
		else {
			opt = opt || {};
			opt.whitespace = opt.whitespace === true;
		}
		var separator = opt.whitespace ? " = " : "=";
		Object.keys(obj).forEach(function(k, _, __) {
			var val = obj[k];
			if (val && Array.isArray(val)) val.forEach(function(item) {
				out += safe(k + "[]") + separator + safe(item) + "\n";
			});
			else if (val && typeof val === "object") children.push(k);
			else out += safe(k) + separator + safe(val) + eol;
		});
		if (opt.section && out.length) out = "[" + safe(opt.section) + "]" + eol + out;
		children.forEach(function(k, _, __) {
			var nk = dotSplit(k).join("\\.");
			var section = (opt.section ? opt.section + "." : "") + nk;
			var child = encode(obj[k], {
				section,
				whitespace: opt.whitespace
			});
			if (out.length && child.length) out += eol;
			out += child;
		});
		return out;
	}
	function dotSplit(str) {
		return str.replace(/\1/g, "LITERAL\\1LITERAL").replace(/\\\./g, "").split(/\./).map(function(part) {
			return part.replace(/\1/g, "\\.").replace(/\2LITERAL\\1LITERAL\2/g, "");
		});
	}
	function decode(str) {
		var out = {};
		var p = out;
		var section = null;
		var re = /^\[([^\]]*)\]$|^([^=]+)(=(.*))?$/i;
		str.split(/[\r\n]+/g).forEach(function(line, _, __) {
			if (!line || line.match(/^\s*[;#]/)) return;
			var match = line.match(re);
			if (!match) return;
			if (match[1] !== void 0) {
				section = unsafe(match[1]);
				if (section === "__proto__") {
					p = {};
					return;
				}
				p = out[section] = out[section] || {};
				return;
			}
			var key = unsafe(match[2]);
			if (key === "__proto__") return;
			var value = match[3] ? unsafe(match[4]) : true;
			switch (value) {
				case "true":
				case "false":
				case "null": value = JSON.parse(value);
			}
			if (key.length > 2 && key.slice(-2) === "[]") {
				key = key.substring(0, key.length - 2);
				if (key === "__proto__") return;
				if (!p[key]) p[key] = [];
				else if (!Array.isArray(p[key])) p[key] = [p[key]];
			}
			if (Array.isArray(p[key])) p[key].push(value);
			else p[key] = value;
		});
		Object.keys(out).filter(function(k, _, __) {
			if (!out[k] || typeof out[k] !== "object" || Array.isArray(out[k])) return false;
			var parts = dotSplit(k);
			var p = out;
			var l = parts.pop();
			var nl = l.replace(/\\\./g, ".");
			parts.forEach(function(part, _, __) {
				if (part === "__proto__") return;
				if (!p[part] || typeof p[part] !== "object") p[part] = {};
				p = p[part];
			});
			if (p === out && nl === l) return false;
			p[nl] = out[k];
			return true;
		}).forEach(function(del, _, __) {
			delete out[del];
		});
		return out;
	}
	function isQuoted(val) {
		return val.charAt(0) === "\"" && val.slice(-1) === "\"" || val.charAt(0) === "'" && val.slice(-1) === "'";
	}
	function safe(val) {
		return typeof val !== "string" || val.match(/[=\r\n]/) || val.match(/^\[/) || val.length > 1 && isQuoted(val) || val !== val.trim() ? JSON.stringify(val) : val.replace(/;/g, "\\;").replace(/#/g, "\\#");
	}
	function unsafe(val, doUnesc) {
		val = (val || "").trim();
		if (isQuoted(val)) {
			if (val.charAt(0) === "'") val = val.substr(1, val.length - 2);
			try {
				val = JSON.parse(val);
			} catch (_) {}
		} else {
			var esc = false;
			var unesc = "";
			for (var i = 0, l = val.length; i < l; i++) {
				var c = val.charAt(i);
				if (esc) {
					if ("\\;#".indexOf(c) !== -1) unesc += c;
					else unesc += "\\" + c;
					esc = false;
				} else if (";#".indexOf(c) !== -1) break;
				else if (c === "\\") esc = true;
				else unesc += c;
			}
			if (esc) unesc += "\\";
			return unesc.trim();
		}
		return val;
	}
}));
// node_modules/config-chain/index.js
var require_config_chain = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var ProtoList = require_proto_list();
	var path = __require("path");
	var fs = __require("fs");
	var ini = require_ini$1();
	var EE = __require("events").EventEmitter;
	var url = __require("url");
	var http = __require("http");
	var exports = module.exports = function() {
		var args = [].slice.call(arguments), conf = new ConfigChain();
		while (args.length) {
			var a = args.shift();
			if (a) conf.push("string" === typeof a ? json(a) : a);
		}
		return conf;
	};
	exports.find = function() {
		var rel = path.join.apply(null, [].slice.call(arguments));
		function find(start, rel) {
			var file = path.join(start, rel);
			try {
				fs.statSync(file);
				return file;
			} catch (err) {
				if (path.dirname(start) !== start) return find(path.dirname(start), rel);
			}
		}
		return find(__dirname, rel);
	};
	var parse = exports.parse = function(content, file, type) {
		content = "" + content;
		if (!type) try {
			return JSON.parse(content);
		} catch (er) {
			return ini.parse(content);
		}
		else if (type === "json") {
			if (this.emit) try {
				return JSON.parse(content);
			} catch (er) {
				this.emit("error", er);
			}
			else return JSON.parse(content);
		} else return ini.parse(content);
	};
	var json = exports.json = function() {
		var args = [].slice.call(arguments).filter(function(arg) {
			return arg != null;
		});
		var file = path.join.apply(null, args);
		var content;
		try {
			content = fs.readFileSync(file, "utf-8");
		} catch (err) {
			return;
		}
		return parse(content, file, "json");
	};
	exports.env = function(prefix, env) {
		env = env || process.env;
		var obj = {};
		var l = prefix.length;
		for (var k in env) if (k.indexOf(prefix) === 0) obj[k.substring(l)] = env[k];
		return obj;
	};
	exports.ConfigChain = ConfigChain;
	function ConfigChain() {
		EE.apply(this);
		ProtoList.apply(this, arguments);
		this._awaiting = 0;
		this._saving = 0;
		this.sources = {};
	}
	var extras = { constructor: { value: ConfigChain } };
	Object.keys(EE.prototype).forEach(function(k) {
		extras[k] = Object.getOwnPropertyDescriptor(EE.prototype, k);
	});
	ConfigChain.prototype = Object.create(ProtoList.prototype, extras);
	ConfigChain.prototype.del = function(key, where) {
		if (where) {
			var target = this.sources[where];
			target = target && target.data;
			if (!target) return this.emit("error", /* @__PURE__ */ new Error("not found " + where));
			delete target[key];
		} else for (var i = 0, l = this.list.length; i < l; i++) delete this.list[i][key];
		return this;
	};
	ConfigChain.prototype.set = function(key, value, where) {
		var target;
		if (where) {
			target = this.sources[where];
			target = target && target.data;
			if (!target) return this.emit("error", /* @__PURE__ */ new Error("not found " + where));
		} else {
			target = this.list[0];
			if (!target) return this.emit("error", /* @__PURE__ */ new Error("cannot set, no confs!"));
		}
		target[key] = value;
		return this;
	};
	ConfigChain.prototype.get = function(key, where) {
		if (where) {
			where = this.sources[where];
			if (where) where = where.data;
			if (where && Object.hasOwnProperty.call(where, key)) return where[key];
			return;
		}
		return this.list[0][key];
	};
	ConfigChain.prototype.save = function(where, type, cb) {
		if (typeof type === "function") cb = type, type = null;
		var target = this.sources[where];
		if (!target || !(target.path || target.source) || !target.data) return this.emit("error", /* @__PURE__ */ new Error("bad save target: " + where));
		if (target.source) {
			var pref = target.prefix || "";
			Object.keys(target.data).forEach(function(k) {
				target.source[pref + k] = target.data[k];
			});
			return this;
		}
		var type = type || target.type;
		var data = target.data;
		if (target.type === "json") data = JSON.stringify(data);
		else data = ini.stringify(data);
		this._saving++;
		fs.writeFile(target.path, data, "utf8", function(er) {
			this._saving--;
			if (er) {
				if (cb) return cb(er);
				else return this.emit("error", er);
			}
			if (this._saving === 0) {
				if (cb) cb();
				this.emit("save");
			}
		}.bind(this));
		return this;
	};
	ConfigChain.prototype.addFile = function(file, type, name) {
		name = name || file;
		var marker = { __source__: name };
		this.sources[name] = {
			path: file,
			type
		};
		this.push(marker);
		this._await();
		fs.readFile(file, "utf8", function(er, data) {
			if (er) this.emit("error", er);
			this.addString(data, file, type, marker);
		}.bind(this));
		return this;
	};
	ConfigChain.prototype.addEnv = function(prefix, env, name) {
		name = name || "env";
		var data = exports.env(prefix, env);
		this.sources[name] = {
			data,
			source: env,
			prefix
		};
		return this.add(data, name);
	};
	ConfigChain.prototype.addUrl = function(req, type, name) {
		this._await();
		var href = url.format(req);
		name = name || href;
		var marker = { __source__: name };
		this.sources[name] = {
			href,
			type
		};
		this.push(marker);
		http.request(req, function(res) {
			var c = [];
			var ct = res.headers["content-type"];
			if (!type) {
				type = ct.indexOf("json") !== -1 ? "json" : ct.indexOf("ini") !== -1 ? "ini" : href.match(/\.json$/) ? "json" : href.match(/\.ini$/) ? "ini" : null;
				marker.type = type;
			}
			res.on("data", c.push.bind(c)).on("end", function() {
				this.addString(Buffer.concat(c), href, type, marker);
			}.bind(this)).on("error", this.emit.bind(this, "error"));
		}.bind(this)).on("error", this.emit.bind(this, "error")).end();
		return this;
	};
	ConfigChain.prototype.addString = function(data, file, type, marker) {
		data = this.parse(data, file, type);
		this.add(data, marker);
		return this;
	};
	ConfigChain.prototype.add = function(data, marker) {
		if (marker && typeof marker === "object") {
			var i = this.list.indexOf(marker);
			if (i === -1) return this.emit("error", /* @__PURE__ */ new Error("bad marker"));
			this.splice(i, 1, data);
			marker = marker.__source__;
			this.sources[marker] = this.sources[marker] || {};
			this.sources[marker].data = data;
			this._resolve();
		} else {
			if (typeof marker === "string") {
				this.sources[marker] = this.sources[marker] || {};
				this.sources[marker].data = data;
			}
			this._await();
			this.push(data);
			process.nextTick(this._resolve.bind(this));
		}
		return this;
	};
	ConfigChain.prototype.parse = exports.parse;
	ConfigChain.prototype._await = function() {
		this._awaiting++;
	};
	ConfigChain.prototype._resolve = function() {
		this._awaiting--;
		if (this._awaiting === 0) this.emit("load", this);
	};
}));
// node_modules/@pnpm/npm-conf/lib/envKeyToSetting.js
var require_envKeyToSetting = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = function(x) {
		const colonIndex = x.indexOf(":");
		if (colonIndex === -1) return normalize(x);
		return `${x.substr(0, colonIndex)}:${normalize(x.substr(colonIndex + 1))}`;
	};
	function normalize(s) {
		s = s.toLowerCase();
		if (s === "_authtoken") return "_authToken";
		let r = s[0];
		for (let i = 1; i < s.length; i++) r += s[i] === "_" ? "-" : s[i];
		return r;
	}
}));
// node_modules/@pnpm/config.env-replace/dist/env-replace.js
var require_env_replace = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.envReplace = void 0;
	const ENV_EXPR = /(?<!\\)(\\*)\$\{([^${}]+)\}/g;
	function envReplace(settingValue, env) {
		return settingValue.replace(ENV_EXPR, replaceEnvMatch.bind(null, env));
	}
	exports.envReplace = envReplace;
	function replaceEnvMatch(env, orig, escape, name) {
		if (escape.length % 2) return orig.slice((escape.length + 1) / 2);
		const envValue = getEnvValue(env, name);
		if (envValue === void 0) throw new Error(`Failed to replace env in config: ${orig}`);
		return `${escape.slice(escape.length / 2)}${envValue}`;
	}
	const ENV_VALUE = /([^:-]+)(:?)-(.+)/;
	function getEnvValue(env, name) {
		const matched = name.match(ENV_VALUE);
		if (!matched) return env[name];
		const [, variableName, colon, fallback] = matched;
		if (Object.prototype.hasOwnProperty.call(env, variableName)) return !env[variableName] && colon ? fallback : env[variableName];
		return fallback;
	}
}));
// node_modules/@pnpm/config.env-replace/dist/index.js
var require_dist = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.envReplace = void 0;
	var env_replace_1 = require_env_replace();
	Object.defineProperty(exports, "envReplace", {
		enumerable: true,
		get: function() {
			return env_replace_1.envReplace;
		}
	});
}));
// node_modules/@pnpm/npm-conf/lib/util.js
var require_util = /* @__PURE__ */ __commonJSMin(((exports) => {
	const fs = __require("fs");
	const path = __require("path");
	const { envReplace } = require_dist();
	const parseKey = (key) => {
		if (typeof key !== "string") return key;
		return envReplace(key, process.env);
	};
	const parseField = (types, field, key) => {
		if (typeof field !== "string") return field;
		const typeList = [].concat(types[key]);
		const isPath = typeList.indexOf(path) !== -1;
		const isBool = typeList.indexOf(Boolean) !== -1;
		const isString = typeList.indexOf(String) !== -1;
		const isNumber = typeList.indexOf(Number) !== -1;
		field = `${field}`.trim();
		if (/^".*"$/.test(field)) try {
			field = JSON.parse(field);
		} catch (error) {
			throw new Error(`Failed parsing JSON config key ${key}: ${field}`);
		}
		if (isBool && !isString && field === "") return true;
		switch (field) {
			case "true": return true;
			case "false": return false;
			case "null": return null;
			case "undefined": return;
		}
		const processedField = envReplace(field, process.env);
		if ((key.endsWith(":tokenHelper") || key === "tokenHelper") && processedField !== field) throw new Error(`It is not allowed to use environment variables in the value of the ${key} setting.`);
		else field = processedField;
		if (isPath) {
			if ((process.platform === "win32" ? /^~(\/|\\)/ : /^~\//).test(field) && process.env.HOME) field = path.resolve(process.env.HOME, field.substr(2));
			field = path.resolve(field);
		}
		if (isNumber && !isNaN(field)) field = Number(field);
		return field;
	};
	const findPrefix = (name) => {
		name = path.resolve(name);
		let walkedUp = false;
		while (path.basename(name) === "node_modules") {
			name = path.dirname(name);
			walkedUp = true;
		}
		if (walkedUp) return name;
		const find = (name, original) => {
			if (name === "/" || process.platform === "win32" && /^[a-zA-Z]:(\\|\/)?$/.test(name)) return original;
			try {
				const files = fs.readdirSync(name);
				if (files.includes("node_modules") || files.includes("package.json") || files.includes("package.json5") || files.includes("package.yaml") || files.includes("pnpm-workspace.yaml")) return name;
				const dirname = path.dirname(name);
				if (dirname === name) return original;
				return find(dirname, original);
			} catch (error) {
				if (name === original) {
					if (error.code === "ENOENT") return original;
					throw error;
				}
				return original;
			}
		};
		return find(name, name);
	};
	exports.envReplace = envReplace;
	exports.findPrefix = findPrefix;
	exports.parseField = parseField;
	exports.parseKey = parseKey;
}));
// node_modules/@pnpm/npm-conf/lib/types.js
var require_types = /* @__PURE__ */ __commonJSMin(((exports) => {
	const path = __require("path");
	const Stream = __require("stream").Stream;
	const url = __require("url");
	const Umask = () => {};
	const getLocalAddresses = () => [];
	const semver = () => {};
	exports.types = {
		access: [
			null,
			"restricted",
			"public"
		],
		"allow-same-version": Boolean,
		"always-auth": Boolean,
		also: [
			null,
			"dev",
			"development"
		],
		audit: Boolean,
		"auth-type": [
			"legacy",
			"sso",
			"saml",
			"oauth"
		],
		"bin-links": Boolean,
		browser: [null, String],
		ca: [
			null,
			String,
			Array
		],
		cafile: path,
		cache: path,
		"cache-lock-stale": Number,
		"cache-lock-retries": Number,
		"cache-lock-wait": Number,
		"cache-max": Number,
		"cache-min": Number,
		cert: [null, String],
		cidr: [
			null,
			String,
			Array
		],
		color: ["always", Boolean],
		depth: Number,
		description: Boolean,
		dev: Boolean,
		"dry-run": Boolean,
		editor: String,
		"engine-strict": Boolean,
		force: Boolean,
		"fetch-retries": Number,
		"fetch-retry-factor": Number,
		"fetch-retry-mintimeout": Number,
		"fetch-retry-maxtimeout": Number,
		git: String,
		"git-tag-version": Boolean,
		"commit-hooks": Boolean,
		global: Boolean,
		globalconfig: path,
		"global-style": Boolean,
		group: [Number, String],
		"https-proxy": [null, url],
		"user-agent": String,
		"ham-it-up": Boolean,
		"heading": String,
		"if-present": Boolean,
		"ignore-prepublish": Boolean,
		"ignore-scripts": Boolean,
		"init-module": path,
		"init-author-name": String,
		"init-author-email": String,
		"init-author-url": ["", url],
		"init-license": String,
		"init-version": semver,
		json: Boolean,
		key: [null, String],
		"legacy-bundling": Boolean,
		link: Boolean,
		"local-address": getLocalAddresses(),
		loglevel: [
			"silent",
			"error",
			"warn",
			"notice",
			"http",
			"timing",
			"info",
			"verbose",
			"silly"
		],
		logstream: Stream,
		"logs-max": Number,
		long: Boolean,
		maxsockets: Number,
		message: String,
		"metrics-registry": [null, String],
		"node-options": [null, String],
		"node-version": [null, semver],
		"no-proxy": [
			null,
			String,
			Array
		],
		offline: Boolean,
		"onload-script": [null, String],
		only: [
			null,
			"dev",
			"development",
			"prod",
			"production"
		],
		optional: Boolean,
		"package-lock": Boolean,
		otp: [null, String],
		"package-lock-only": Boolean,
		parseable: Boolean,
		"prefer-offline": Boolean,
		"prefer-online": Boolean,
		prefix: path,
		production: Boolean,
		progress: Boolean,
		proxy: [
			null,
			false,
			url
		],
		provenance: Boolean,
		"read-only": Boolean,
		"rebuild-bundle": Boolean,
		registry: [null, url],
		rollback: Boolean,
		save: Boolean,
		"save-bundle": Boolean,
		"save-dev": Boolean,
		"save-exact": Boolean,
		"save-optional": Boolean,
		"save-prefix": String,
		"save-prod": Boolean,
		scope: String,
		"script-shell": [null, String],
		"scripts-prepend-node-path": [
			false,
			true,
			"auto",
			"warn-only"
		],
		searchopts: String,
		searchexclude: [null, String],
		searchlimit: Number,
		searchstaleness: Number,
		"send-metrics": Boolean,
		shell: String,
		shrinkwrap: Boolean,
		"sign-git-tag": Boolean,
		"sso-poll-frequency": Number,
		"sso-type": [
			null,
			"oauth",
			"saml"
		],
		"strict-ssl": Boolean,
		tag: String,
		timing: Boolean,
		tmp: path,
		unicode: Boolean,
		"unsafe-perm": Boolean,
		usage: Boolean,
		user: [Number, String],
		userconfig: path,
		umask: Umask,
		version: Boolean,
		"tag-version-prefix": String,
		versions: Boolean,
		viewer: String,
		_exit: Boolean
	};
}));
// node_modules/@pnpm/npm-conf/lib/conf.js
var require_conf = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { readCAFileSync } = require_dist$1();
	const fs = __require("fs");
	const path = __require("path");
	const { ConfigChain } = require_config_chain();
	const envKeyToSetting = require_envKeyToSetting();
	const util = require_util();
	var Conf = class extends ConfigChain {
		constructor(base, types) {
			super(base);
			this.root = base;
			this._parseField = util.parseField.bind(null, types || require_types());
		}
		add(data, marker) {
			try {
				for (const [key, value] of Object.entries(data)) {
					const substKey = util.parseKey(key);
					if (substKey !== key) delete data[key];
					data[substKey] = this._parseField(value, substKey);
				}
			} catch (error) {
				throw error;
			}
			return super.add(data, marker);
		}
		addFile(file, name) {
			name = name || file;
			const marker = { __source__: name };
			this.sources[name] = {
				path: file,
				type: "ini"
			};
			this.push(marker);
			this._await();
			try {
				const contents = fs.readFileSync(file, "utf8");
				this.addString(contents, file, "ini", marker);
			} catch (error) {
				if (error.code === "ENOENT") this.add({}, marker);
				else if (error.code !== "EISDIR") return `Issue while reading "${file}". ${error.message}`;
			}
		}
		addEnv(env) {
			env = env || process.env;
			const conf = {};
			Object.keys(env).filter((x) => /^npm_config_/i.test(x)).forEach((x) => {
				if (!env[x]) return;
				const key = envKeyToSetting(x.substr(11));
				const rawVal = env[x];
				conf[key] = deserializeEnvVal(key, rawVal);
			});
			return super.addEnv("", conf, "env");
		}
		loadPrefix() {
			const cli = this.list[0];
			Object.defineProperty(this, "prefix", {
				enumerable: true,
				set: (prefix) => {
					const g = this.get("global");
					this[g ? "globalPrefix" : "localPrefix"] = prefix;
				},
				get: () => {
					return this.get("global") ? this.globalPrefix : this.localPrefix;
				}
			});
			Object.defineProperty(this, "globalPrefix", {
				enumerable: true,
				set: (prefix) => {
					this.set("prefix", prefix);
				},
				get: () => {
					return path.resolve(this.get("prefix"));
				}
			});
			let p;
			Object.defineProperty(this, "localPrefix", {
				enumerable: true,
				set: (prefix) => {
					p = prefix;
				},
				get: () => {
					return p;
				}
			});
			if (Object.prototype.hasOwnProperty.call(cli, "prefix")) p = path.resolve(cli.prefix);
			else try {
				p = util.findPrefix(process.cwd());
			} catch (error) {
				throw error;
			}
			return p;
		}
		loadCAFile(file) {
			if (!file) return;
			const ca = readCAFileSync(file);
			if (ca) this.set("ca", ca);
		}
		loadUser() {
			const defConf = this.root;
			if (this.get("global")) return;
			if (process.env.SUDO_UID) {
				defConf.user = Number(process.env.SUDO_UID);
				return;
			}
			const prefix = path.resolve(this.get("prefix"));
			try {
				defConf.user = fs.statSync(prefix).uid;
			} catch (error) {
				if (error.code === "ENOENT") return;
				throw error;
			}
		}
	};
	function deserializeEnvVal(envKey, envValue) {
		function deserializeList(envValue) {
			const npmConfigSep = "\n\n";
			if (envValue.indexOf(npmConfigSep)) return envValue.split(npmConfigSep);
			return envValue.split(",");
		}
		switch (envKey) {
			case "hoist-pattern":
			case "public-hoist-pattern": return deserializeList(envValue);
		}
		return envValue;
	}
	module.exports = Conf;
}));
// node_modules/@pnpm/npm-conf/lib/defaults.js
var require_defaults = /* @__PURE__ */ __commonJSMin(((exports) => {
	const os = __require("os");
	const path = __require("path");
	const temp = os.tmpdir();
	const uidOrPid = process.getuid ? process.getuid() : process.pid;
	const hasUnicode = () => true;
	const isWindows = process.platform === "win32";
	const osenv = {
		editor: () => process.env.EDITOR || process.env.VISUAL || (isWindows ? "notepad.exe" : "vi"),
		shell: () => isWindows ? process.env.COMSPEC || "cmd.exe" : process.env.SHELL || "/bin/bash"
	};
	const umask = { fromString: () => process.umask() };
	let home = os.homedir();
	if (home) process.env.HOME = home;
	else home = path.resolve(temp, "npm-" + uidOrPid);
	const cacheExtra = process.platform === "win32" ? "npm-cache" : ".npm";
	const cacheRoot = process.platform === "win32" && process.env.APPDATA || home;
	const cache = path.resolve(cacheRoot, cacheExtra);
	let defaults;
	let globalPrefix;
	Object.defineProperty(exports, "defaults", { get: function() {
		if (defaults) return defaults;
		if (process.env.PREFIX) globalPrefix = process.env.PREFIX;
		else if (process.platform === "win32") globalPrefix = path.dirname(process.execPath);
		else {
			globalPrefix = path.dirname(path.dirname(process.execPath));
			if (process.env.DESTDIR) globalPrefix = path.join(process.env.DESTDIR, globalPrefix);
		}
		defaults = {
			access: null,
			"allow-same-version": false,
			"always-auth": false,
			also: null,
			audit: true,
			"auth-type": "legacy",
			"bin-links": true,
			browser: null,
			ca: null,
			cafile: null,
			cache,
			"cache-lock-stale": 6e4,
			"cache-lock-retries": 10,
			"cache-lock-wait": 1e4,
			"cache-max": Infinity,
			"cache-min": 10,
			cert: null,
			cidr: null,
			color: process.env.NO_COLOR == null,
			depth: Infinity,
			description: true,
			dev: false,
			"dry-run": false,
			editor: osenv.editor(),
			"engine-strict": false,
			force: false,
			"fetch-retries": 2,
			"fetch-retry-factor": 10,
			"fetch-retry-mintimeout": 1e4,
			"fetch-retry-maxtimeout": 6e4,
			git: "git",
			"git-tag-version": true,
			"commit-hooks": true,
			global: false,
			globalconfig: path.resolve(globalPrefix, "etc", "npmrc"),
			"global-style": false,
			group: process.platform === "win32" ? 0 : process.env.SUDO_GID || process.getgid && process.getgid(),
			"ham-it-up": false,
			heading: "npm",
			"if-present": false,
			"ignore-prepublish": false,
			"ignore-scripts": false,
			"init-module": path.resolve(home, ".npm-init.js"),
			"init-author-name": "",
			"init-author-email": "",
			"init-author-url": "",
			"init-version": "1.0.0",
			"init-license": "ISC",
			json: false,
			key: null,
			"legacy-bundling": false,
			link: false,
			"local-address": void 0,
			loglevel: "notice",
			logstream: process.stderr,
			"logs-max": 10,
			long: false,
			maxsockets: 50,
			message: "%s",
			"metrics-registry": null,
			"node-options": null,
			"offline": false,
			"onload-script": false,
			only: null,
			optional: true,
			otp: null,
			"package-lock": true,
			"package-lock-only": false,
			parseable: false,
			"prefer-offline": false,
			"prefer-online": false,
			prefix: globalPrefix,
			production: false,
			"progress": !process.env.TRAVIS && !process.env.CI,
			provenance: false,
			proxy: null,
			"https-proxy": null,
			"no-proxy": null,
			"user-agent": "npm/{npm-version} node/{node-version} {platform} {arch}",
			"read-only": false,
			"rebuild-bundle": true,
			registry: "https://registry.npmjs.org/",
			rollback: true,
			save: true,
			"save-bundle": false,
			"save-dev": false,
			"save-exact": false,
			"save-optional": false,
			"save-prefix": "^",
			"save-prod": false,
			scope: "",
			"script-shell": null,
			"scripts-prepend-node-path": "warn-only",
			searchopts: "",
			searchexclude: null,
			searchlimit: 20,
			searchstaleness: 900,
			"send-metrics": false,
			shell: osenv.shell(),
			shrinkwrap: true,
			"sign-git-tag": false,
			"sso-poll-frequency": 500,
			"sso-type": "oauth",
			"strict-ssl": true,
			tag: "latest",
			"tag-version-prefix": "v",
			timing: false,
			tmp: temp,
			unicode: hasUnicode(),
			"unsafe-perm": process.platform === "win32" || process.platform === "cygwin" || !(process.getuid && process.setuid && process.getgid && process.setgid) || process.getuid() !== 0,
			usage: false,
			user: process.platform === "win32" ? 0 : "nobody",
			userconfig: path.resolve(home, ".npmrc"),
			umask: process.umask ? process.umask() : umask.fromString("022"),
			version: false,
			versions: false,
			viewer: process.platform === "win32" ? "browser" : "man",
			_exit: true
		};
		return defaults;
	} });
}));
// node_modules/@pnpm/npm-conf/index.js
var require_npm_conf = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const path = __require("path");
	const Conf = require_conf();
	const _defaults = require_defaults();
	module.exports = (opts, types, defaults) => {
		const conf = new Conf(Object.assign({}, _defaults.defaults, defaults), types);
		conf.add(Object.assign({}, opts), "cli");
		const warnings = [];
		let failedToLoadBuiltInConfig = false;
		if (__require.resolve.paths) {
			const paths = __require.resolve.paths("npm");
			let npmPath;
			try {
				npmPath = __require.resolve("npm", { paths: paths.slice(-1) });
			} catch (error) {
				failedToLoadBuiltInConfig = true;
			}
			if (npmPath)
 /**
			*  According to https://github.com/npm/cli/blob/86f5bdb91f7a5971953a5171d32d6eeda6a2e972/lib/npm.js#L258
			*  and https://github.com/npm/cli/blob/86f5bdb91f7a5971953a5171d32d6eeda6a2e972/lib/config/core.js#L92
			*/
			warnings.push(conf.addFile(path.resolve(path.dirname(npmPath), "..", "npmrc"), "builtin"));
		}
		conf.addEnv();
		conf.loadPrefix();
		const trustedUserconfig = conf.get("userconfig");
		const trustedPrefix = conf.get("prefix");
		if (trustedPrefix) {
			const etc = path.resolve(trustedPrefix, "etc");
			conf.root.globalconfig = path.resolve(etc, "npmrc");
			conf.root.globalignorefile = path.resolve(etc, "npmignore");
		}
		const trustedGlobalconfig = conf.get("globalconfig");
		const projectConf = path.resolve(conf.localPrefix, ".npmrc");
		const userConf = trustedUserconfig;
		if (!conf.get("global") && projectConf !== userConf) warnings.push(conf.addFile(projectConf, "project"));
		else conf.add({}, "project");
		if (conf.get("workspace-prefix") && conf.get("workspace-prefix") !== projectConf) {
			const workspaceConf = path.resolve(conf.get("workspace-prefix"), ".npmrc");
			warnings.push(conf.addFile(workspaceConf, "workspace"));
		}
		warnings.push(conf.addFile(trustedUserconfig, "user"));
		warnings.push(conf.addFile(trustedGlobalconfig, "global"));
		conf.loadUser();
		const caFile = conf.get("cafile");
		if (caFile) conf.loadCAFile(caFile);
		return {
			config: conf,
			warnings: warnings.filter(Boolean),
			failedToLoadBuiltInConfig
		};
	};
	Object.defineProperty(module.exports, "defaults", {
		get() {
			return _defaults.defaults;
		},
		enumerable: true
	});
}));
// node_modules/registry-auth-token/index.js
var require_registry_auth_token = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const npmConf = require_npm_conf();
	const tokenKey = ":_authToken";
	const legacyTokenKey = ":_auth";
	const userKey = ":username";
	const passwordKey = ":_password";
	module.exports = function getRegistryAuthToken() {
		let checkUrl;
		let options;
		if (arguments.length >= 2) {
			checkUrl = arguments[0];
			options = Object.assign({}, arguments[1]);
		} else if (typeof arguments[0] === "string") checkUrl = arguments[0];
		else options = Object.assign({}, arguments[0]);
		options = options || {};
		const providedNpmrc = options.npmrc;
		options.npmrc = (options.npmrc ? { config: { get: (key) => providedNpmrc[key] } } : npmConf()).config;
		checkUrl = checkUrl || options.npmrc.get("registry") || npmConf.defaults.registry;
		return getRegistryAuthInfo(checkUrl, options) || getLegacyAuthInfo(options.npmrc);
	};
	function urlResolve(from, to) {
		const resolvedUrl = new URL(to, new URL(from.startsWith("//") ? `./${from}` : from, "resolve://"));
		if (resolvedUrl.protocol === "resolve:") {
			const { pathname, search, hash } = resolvedUrl;
			return pathname + search + hash;
		}
		return resolvedUrl.toString();
	}
	function getRegistryAuthInfo(checkUrl, options) {
		let parsed = checkUrl instanceof URL ? checkUrl : new URL(checkUrl.startsWith("//") ? `http:${checkUrl}` : checkUrl);
		let pathname;
		while (pathname !== "/" && parsed.pathname !== pathname) {
			pathname = parsed.pathname || "/";
			const authInfo = getAuthInfoForUrl("//" + parsed.host + pathname.replace(/\/$/, ""), options.npmrc);
			if (authInfo) return authInfo;
			if (!options.recursive) return /\/$/.test(checkUrl) ? void 0 : getRegistryAuthInfo(new URL("./", parsed), options);
			parsed.pathname = urlResolve(normalizePath(pathname), "..") || "/";
		}
	}
	function getLegacyAuthInfo(npmrc) {
		if (!npmrc.get("_auth")) return;
		return {
			token: replaceEnvironmentVariable(npmrc.get("_auth")),
			type: "Basic"
		};
	}
	function normalizePath(path) {
		return path[path.length - 1] === "/" ? path : path + "/";
	}
	function getAuthInfoForUrl(regUrl, npmrc) {
		const bearerAuth = getBearerToken(npmrc.get(regUrl + tokenKey) || npmrc.get(regUrl + "/:_authToken"));
		if (bearerAuth) return bearerAuth;
		const basicAuth = getTokenForUsernameAndPassword(npmrc.get(regUrl + userKey) || npmrc.get(regUrl + "/:username"), npmrc.get(regUrl + passwordKey) || npmrc.get(regUrl + "/:_password"));
		if (basicAuth) return basicAuth;
		const basicAuthWithToken = getLegacyAuthToken(npmrc.get(regUrl + legacyTokenKey) || npmrc.get(regUrl + "/:_auth"));
		if (basicAuthWithToken) return basicAuthWithToken;
	}
	function replaceEnvironmentVariable(token) {
		return token.replace(/^\$\{?([^}]*)\}?$/, function(fullMatch, envVar) {
			return process.env[envVar];
		});
	}
	function getBearerToken(tok) {
		if (!tok) return;
		return {
			token: replaceEnvironmentVariable(tok),
			type: "Bearer"
		};
	}
	function getTokenForUsernameAndPassword(username, password) {
		if (!username || !password) return;
		const pass = Buffer.from(replaceEnvironmentVariable(password), "base64").toString("utf8");
		return {
			token: Buffer.from(username + ":" + pass, "utf8").toString("base64"),
			type: "Basic",
			password: pass,
			username
		};
	}
	function getLegacyAuthToken(tok) {
		if (!tok) return;
		return {
			token: replaceEnvironmentVariable(tok),
			type: "Basic"
		};
	}
}));
// node_modules/registry-url/node_modules/ini/lib/ini.js
var require_ini = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { hasOwnProperty } = Object.prototype;
	const encode = (obj, opt = {}) => {
		if (typeof opt === "string") opt = { section: opt };
		opt.align = opt.align === true;
		opt.newline = opt.newline === true;
		opt.sort = opt.sort === true;
		opt.whitespace = opt.whitespace === true || opt.align === true;
		/* istanbul ignore next */
		opt.platform = opt.platform || typeof process !== "undefined" && process.platform;
		opt.bracketedArray = opt.bracketedArray !== false;
		/* istanbul ignore next */
		const eol = opt.platform === "win32" ? "\r\n" : "\n";
		const separator = opt.whitespace ? " = " : "=";
		const children = [];
		const keys = opt.sort ? Object.keys(obj).sort() : Object.keys(obj);
		let padToChars = 0;
		if (opt.align) padToChars = safe(keys.filter((k) => obj[k] === null || Array.isArray(obj[k]) || typeof obj[k] !== "object").map((k) => Array.isArray(obj[k]) ? `${k}[]` : k).concat([""]).reduce((a, b) => safe(a).length >= safe(b).length ? a : b)).length;
		let out = "";
		const arraySuffix = opt.bracketedArray ? "[]" : "";
		for (const k of keys) {
			const val = obj[k];
			if (val && Array.isArray(val)) for (const item of val) out += safe(`${k}${arraySuffix}`).padEnd(padToChars, " ") + separator + safe(item) + eol;
			else if (val && typeof val === "object") children.push(k);
			else out += safe(k).padEnd(padToChars, " ") + separator + safe(val) + eol;
		}
		if (opt.section && out.length) out = "[" + safe(opt.section) + "]" + (opt.newline ? eol + eol : eol) + out;
		for (const k of children) {
			const nk = splitSections(k, ".").join("\\.");
			const section = (opt.section ? opt.section + "." : "") + nk;
			const child = encode(obj[k], {
				...opt,
				section
			});
			if (out.length && child.length) out += eol;
			out += child;
		}
		return out;
	};
	function splitSections(str, separator) {
		var lastMatchIndex = 0;
		var lastSeparatorIndex = 0;
		var nextIndex = 0;
		var sections = [];
		do {
			nextIndex = str.indexOf(separator, lastMatchIndex);
			if (nextIndex !== -1) {
				lastMatchIndex = nextIndex + separator.length;
				if (nextIndex > 0 && str[nextIndex - 1] === "\\") continue;
				sections.push(str.slice(lastSeparatorIndex, nextIndex));
				lastSeparatorIndex = nextIndex + separator.length;
			}
		} while (nextIndex !== -1);
		sections.push(str.slice(lastSeparatorIndex));
		return sections;
	}
	const decode = (str, opt = {}) => {
		opt.bracketedArray = opt.bracketedArray !== false;
		const out = Object.create(null);
		let p = out;
		let section = null;
		const re = /^\[([^\]]*)\]\s*$|^([^=]+)(=(.*))?$/i;
		const lines = str.split(/[\r\n]+/g);
		const duplicates = {};
		for (const line of lines) {
			if (!line || line.match(/^\s*[;#]/) || line.match(/^\s*$/)) continue;
			const match = line.match(re);
			if (!match) continue;
			if (match[1] !== void 0) {
				section = unsafe(match[1]);
				if (section === "__proto__") {
					p = Object.create(null);
					continue;
				}
				p = out[section] = out[section] || Object.create(null);
				continue;
			}
			const keyRaw = unsafe(match[2]);
			let isArray;
			if (opt.bracketedArray) isArray = keyRaw.length > 2 && keyRaw.slice(-2) === "[]";
			else {
				duplicates[keyRaw] = (duplicates?.[keyRaw] || 0) + 1;
				isArray = duplicates[keyRaw] > 1;
			}
			const key = isArray && keyRaw.endsWith("[]") ? keyRaw.slice(0, -2) : keyRaw;
			if (key === "__proto__") continue;
			const valueRaw = match[3] ? unsafe(match[4]) : true;
			const value = valueRaw === "true" || valueRaw === "false" || valueRaw === "null" ? JSON.parse(valueRaw) : valueRaw;
			if (isArray) {
				if (!hasOwnProperty.call(p, key)) p[key] = [];
				else if (!Array.isArray(p[key])) p[key] = [p[key]];
			}
			if (Array.isArray(p[key])) p[key].push(value);
			else p[key] = value;
		}
		const remove = [];
		for (const k of Object.keys(out)) {
			if (!hasOwnProperty.call(out, k) || typeof out[k] !== "object" || Array.isArray(out[k])) continue;
			const parts = splitSections(k, ".");
			p = out;
			const l = parts.pop();
			const nl = l.replace(/\\\./g, ".");
			for (const part of parts) {
				if (part === "__proto__") continue;
				if (!hasOwnProperty.call(p, part) || typeof p[part] !== "object") p[part] = Object.create(null);
				p = p[part];
			}
			if (p === out && nl === l) continue;
			p[nl] = out[k];
			remove.push(k);
		}
		for (const del of remove) delete out[del];
		return out;
	};
	const isQuoted = (val) => {
		return val.startsWith("\"") && val.endsWith("\"") || val.startsWith("'") && val.endsWith("'");
	};
	const safe = (val) => {
		if (typeof val !== "string" || val.match(/[=\r\n]/) || val.match(/^\[/) || val.length > 1 && isQuoted(val) || val !== val.trim()) return JSON.stringify(val);
		return val.split(";").join("\\;").split("#").join("\\#");
	};
	const unsafe = (val) => {
		val = (val || "").trim();
		if (isQuoted(val)) {
			if (val.charAt(0) === "'") val = val.slice(1, -1);
			try {
				val = JSON.parse(val);
			} catch {}
		} else {
			let esc = false;
			let unesc = "";
			for (let i = 0, l = val.length; i < l; i++) {
				const c = val.charAt(i);
				if (esc) {
					if ("\\;#".indexOf(c) !== -1) unesc += c;
					else unesc += "\\" + c;
					esc = false;
				} else if (";#".indexOf(c) !== -1) break;
				else if (c === "\\") esc = true;
				else unesc += c;
			}
			if (esc) unesc += "\\";
			return unesc.trim();
		}
		return val;
	};
	module.exports = {
		parse: decode,
		decode,
		stringify: encode,
		encode,
		safe,
		unsafe
	};
}));
// node_modules/registry-url/index.js
var import_registry_auth_token = /* @__PURE__ */ __toESM(require_registry_auth_token(), 1);
require_ini();
// src/adapters/runtime/npmrc.ts
/** The user's npm settings, as far as they say where packages come from. npm itself is not called. */
/**
* Settings by npm's order: environment (`NPM_CONFIG_*`), the project's .npmrc, the user's, the global one.
*
* One difference: a line with `$` in the project's file is skipped, and reported. That file may come from a
* pull request, and could send any secret of the environment to a host of its choice.
*/
async function readNpmSettings(env, folder, report) {
	const fromEnv = environmentSettings(env);
	const home = env.HOME || env.USERPROFILE || homedir();
	const userFile = resolve(fromEnv.userconfig ?? join(home, ".npmrc"));
	const prefix = fromEnv.prefix ?? dirname(dirname(process.execPath));
	const globalFile = resolve(fromEnv.globalconfig ?? join(prefix, "etc", "npmrc"));
	const projectFile = await projectNpmrc(folder);
	const project = projectFile === userFile ? {} : withoutVariables(await readLines(projectFile), (key) => report(`${projectFile}: skipped ${JSON.stringify(key.slice(0, 100))}, because a repository's own .npmrc is read without environment variables; to trust the file, set NPM_CONFIG_USERCONFIG to its path`));
	const user = expand(await readLines(userFile), env);
	return {
		...expand(await readLines(globalFile), env),
		...user,
		...project,
		...fromEnv
	};
}
/** The registry's address for a package, with a final slash. `@scope:registry` goes before `registry`. */
function registryOf(settings, name) {
	const address = (name.startsWith("@") ? settings[`${name.split("/")[0]}:registry`] : void 0) || settings.registry || "https://registry.npmjs.org/";
	return address.endsWith("/") ? address : `${address}/`;
}
/** The Authorization header for an address: from the address itself, or the settings of its host and path. */
function authorizationOf(settings, url) {
	if (url.username) {
		const pair = `${querystring.unescape(url.username)}:${querystring.unescape(url.password)}`;
		return `Basic ${Buffer.from(pair).toString("base64")}`;
	}
	const { _auth, ...npmrc } = settings;
	const found = (0, import_registry_auth_token.default)(`${url.origin}${url.pathname}`, {
		recursive: true,
		npmrc
	});
	return found && `${found.type} ${found.token}`;
}
/** `npm_config_x` beats `NPM_CONFIG_X`: lower case sorts last. */
function environmentSettings(env) {
	const settings = {};
	for (const name of Object.keys(env).sort()) {
		const key = /^npm_config_(.+)$/i.exec(name)?.[1];
		if (key && env[name]) settings[key.startsWith("//") ? key : key.toLowerCase()] = env[name];
	}
	return settings;
}
/** Beside the nearest package.json or node_modules, as npm does it; else in the folder itself. */
async function projectNpmrc(folder) {
	for (const above of ancestors(folder)) if (await exists(join(above, "package.json")) || await exists(join(above, "node_modules"))) return join(above, ".npmrc");
	return join(folder, ".npmrc");
}
/** `key = value` lines; a missing file has none. Quotes are stripped, `#` and `;` start a comment line. */
async function readLines(file) {
	const text = await readFile(file, "utf8").catch(() => "");
	const settings = {};
	for (const line of text.split(/\r?\n/)) {
		const [, key, value] = /^\s*([^#;=\s][^=]*?)\s*=\s*(.*?)\s*$/.exec(line) ?? [];
		if (key && value !== void 0) settings[key] = value.replace(/^(["'])(.*)\1$/, "$2");
	}
	return settings;
}
function withoutVariables(settings, skipped) {
	const kept = Object.entries(settings).filter(([key, value]) => {
		const variable = `${key}${value}`.includes("$");
		if (variable && /registry$|^\/\//.test(key)) skipped(key);
		return !variable;
	});
	return Object.fromEntries(kept);
}
/** `${NAME}` becomes the variable, or nothing when it is unset: better no token than one that reads `${NAME}`. */
function expand(settings, env) {
	const replace = (text) => text.replace(/\$\{([^${}?]+)\??\}/g, (_, name) => env[name] ?? "");
	return Object.fromEntries(Object.entries(settings).map(([key, value]) => [replace(key), replace(value)]));
}
// src/adapters/runtime/unpack.ts
/** Unpacks an npm tarball. Its hash is checked before; what is refused here, no npm package has. */
var import_tar_stream = /* @__PURE__ */ __toESM(require_tar_stream(), 1);
/** The largest package unpacks to 288 MB. */
const MAX_BYTES = 1024 ** 3;
/** With Node's own 16 KiB the 288 MB take a third longer. */
const CHUNK = 1024 ** 2;
/**
* Writes the files that `keep` wants (asked by path inside the package) below `folder`.
* Throws `runtime-unavailable` on links, devices, paths that lead out, and more than 1 GiB.
*/
async function unpack(tarball, folder, keep) {
	const entries = (0, import_tar_stream.extract)();
	let bytes = 0;
	const place = async (header, content) => {
		const path = checkedPath(header);
		bytes += header.size;
		if (bytes > MAX_BYTES) throw refused(header, "is past 1 GiB of files");
		if (header.type === "directory" || !keep(path)) return content.resume();
		const file = join(folder, path);
		await makeFolder(dirname(file));
		await pipeline(content, createWriteStream(file));
	};
	entries.on("entry", (header, content, next) => {
		place(header, content).then(() => next(), next);
	});
	await pipeline(createReadStream(tarball, { highWaterMark: CHUNK }), createGunzip({ chunkSize: CHUNK }), entries);
}
/** The path inside the package: without its first folder, `package/`. */
function checkedPath(header) {
	if (header.type !== "file" && header.type !== "directory") throw refused(header, `is a ${header.type}`);
	const [first, ...rest] = header.name.replace(/\/$/, "").split("/");
	if (!first || /[\\:\0]/.test(header.name) || [first, ...rest].some((part) => /^\.{0,2}$/.test(part))) throw refused(header, "leads out of the package");
	return rest.join("/");
}
const refused = ({ name }, why) => fault("runtime-unavailable", `The package has an entry that ${why}: ${JSON.stringify(name.slice(0, 200))}`);
// src/adapters/runtime/download.ts
/** Fetches the packages' own tarballs. A file of its own, so that a run with everything at hand loads no client. */
/**
* Fetches each part from the mirror or its registry, checks its hash, and only then unpacks it into
* `folder`/node_modules. Tarballs pass through `scratch`. Throws `runtime-unavailable` and `file-unwritable`.
*/
async function download({ runtimeUrl, env, report, patience }, parts, scratch, folder) {
	const settings = await readNpmSettings(env, process.cwd(), report);
	const addressOf = runtimeUrl ? (part) => mirrored(runtimeUrl, part) : (part) => published(registryOf(settings, part.name), part);
	for (const part of parts) {
		const { name, version, integrity, keep } = part;
		const url = addressOf(part);
		const started = (bytes) => {
			const size = bytes === null ? "" : ` (${(bytes / 1e6).toFixed(1)} MB)`;
			report(`Fetching ${name} ${version}${size} from ${url.host}`);
		};
		const tarball = join(scratch, packedName(part));
		const sha512 = await fetchFile({
			url,
			authorization: authorizationOf(settings, url),
			patience,
			started
		}, tarball);
		if (`sha512-${sha512}` !== integrity) throw changed(url, part, sha512);
		const target = join(folder, "node_modules", name);
		await makeFolder(target);
		await unpack(tarball, target, keep);
		await rm(tarball);
	}
}
/** The name `npm pack` gives: `@duckdb/node-api` 1.0.0 is duckdb-node-api-1.0.0.tgz. */
const packedName = ({ name, version }) => `${name.replace("@", "").replace("/", "-")}-${version}.tgz`;
/** In the mirror's folder; a query (a signature, say) stays on. */
function mirrored(base, part) {
	const url = httpAddress(base, "runtime-url");
	url.pathname = `${url.pathname.replace(/\/$/, "")}/${packedName(part)}`;
	return url;
}
/** Where registries keep tarballs: `<registry>/@scope/name/-/name-1.0.0.tgz`. */
function published(registry, { name, version }) {
	return new URL(`${name}/-/${name.split("/").at(-1)}-${version}.tgz`, httpAddress(registry, "npm registry"));
}
function httpAddress(text, what) {
	if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return new URL(text);
	throw fault("runtime-unavailable", `The ${what} ${JSON.stringify(text)} is not an address`, { fix: "Write it with https://. For a folder on this machine use runtime-path." });
}
function changed(url, { integrity }, sha512) {
	return fault("runtime-unavailable", `${url.host}${url.pathname} is not the published package: its hash is sha512-${sha512}, pinned is ${integrity}`, { fix: "Nothing was unpacked. Somebody or something between that server and the package changed the file: find out what before you go on." });
}
export { download };
