import { i as __require, o as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { i as fault, n as FaultError } from "./errors.js";
import { t as HttpClient } from "./lib.js";
import { n as exists, t as ancestors } from "./packages.js";
import { createReadStream, createWriteStream } from "node:fs";
import { createGunzip } from "node:zlib";
import { createHash } from "node:crypto";
import { mkdir, readFile, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
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
		const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
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
// node_modules/events-universal/default.js
var require_default = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = __require("events");
}));
// node_modules/fast-fifo/fixed-size.js
var require_fixed_size = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = class FixedFIFO {
		constructor(hwm) {
			if (!(hwm > 0) || (hwm - 1 & hwm) !== 0) throw new Error("Max size for a FixedFIFO should be a power of two");
			this.buffer = new Array(hwm);
			this.mask = hwm - 1;
			this.top = 0;
			this.btm = 0;
			this.next = null;
		}
		clear() {
			this.top = this.btm = 0;
			this.next = null;
			this.buffer.fill(void 0);
		}
		push(data) {
			if (this.buffer[this.top] !== void 0) return false;
			this.buffer[this.top] = data;
			this.top = this.top + 1 & this.mask;
			return true;
		}
		shift() {
			const last = this.buffer[this.btm];
			if (last === void 0) return void 0;
			this.buffer[this.btm] = void 0;
			this.btm = this.btm + 1 & this.mask;
			return last;
		}
		peek() {
			return this.buffer[this.btm];
		}
		isEmpty() {
			return this.buffer[this.btm] === void 0;
		}
	};
}));
// node_modules/fast-fifo/index.js
var require_fast_fifo = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const FixedFIFO = require_fixed_size();
	module.exports = class FastFIFO {
		constructor(hwm) {
			this.hwm = hwm || 16;
			this.head = new FixedFIFO(this.hwm);
			this.tail = this.head;
			this.length = 0;
		}
		clear() {
			this.head = this.tail;
			this.head.clear();
			this.length = 0;
		}
		push(val) {
			this.length++;
			if (!this.head.push(val)) {
				const prev = this.head;
				this.head = prev.next = new FixedFIFO(2 * this.head.buffer.length);
				this.head.push(val);
			}
		}
		shift() {
			if (this.length !== 0) this.length--;
			const val = this.tail.shift();
			if (val === void 0 && this.tail.next) {
				const next = this.tail.next;
				this.tail.next = null;
				this.tail = next;
				return this.tail.shift();
			}
			return val;
		}
		peek() {
			const val = this.tail.peek();
			if (val === void 0 && this.tail.next) return this.tail.next.peek();
			return val;
		}
		isEmpty() {
			return this.length === 0;
		}
	};
}));
// node_modules/b4a/index.js
var require_b4a = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function isBuffer(value) {
		return Buffer.isBuffer(value) || value instanceof Uint8Array;
	}
	function isEncoding(encoding) {
		return Buffer.isEncoding(encoding);
	}
	function alloc(size, fill, encoding) {
		return Buffer.alloc(size, fill, encoding);
	}
	function allocUnsafe(size) {
		return Buffer.allocUnsafe(size);
	}
	function allocUnsafeSlow(size) {
		return Buffer.allocUnsafeSlow(size);
	}
	function byteLength(string, encoding) {
		return Buffer.byteLength(string, encoding);
	}
	function compare(a, b) {
		return Buffer.compare(a, b);
	}
	function concat(buffers, totalLength) {
		return Buffer.concat(buffers, totalLength);
	}
	function copy(source, target, targetStart, start, end) {
		return toBuffer(source).copy(target, targetStart, start, end);
	}
	function equals(a, b) {
		return toBuffer(a).equals(b);
	}
	function fill(buffer, value, offset, end, encoding) {
		return toBuffer(buffer).fill(value, offset, end, encoding);
	}
	function from(value, encodingOrOffset, length) {
		return Buffer.from(value, encodingOrOffset, length);
	}
	function includes(buffer, value, byteOffset, encoding) {
		return toBuffer(buffer).includes(value, byteOffset, encoding);
	}
	function indexOf(buffer, value, byfeOffset, encoding) {
		return toBuffer(buffer).indexOf(value, byfeOffset, encoding);
	}
	function lastIndexOf(buffer, value, byteOffset, encoding) {
		return toBuffer(buffer).lastIndexOf(value, byteOffset, encoding);
	}
	function swap16(buffer) {
		return toBuffer(buffer).swap16();
	}
	function swap32(buffer) {
		return toBuffer(buffer).swap32();
	}
	function swap64(buffer) {
		return toBuffer(buffer).swap64();
	}
	function toBuffer(buffer) {
		if (Buffer.isBuffer(buffer)) return buffer;
		return Buffer.from(buffer.buffer, buffer.byteOffset, buffer.byteLength);
	}
	function toString(buffer, encoding, start, end) {
		return toBuffer(buffer).toString(encoding, start, end);
	}
	function toHex(buffer, start, end) {
		return toBuffer(buffer).toString("hex", start, end);
	}
	function write(buffer, string, offset, length, encoding) {
		return toBuffer(buffer).write(string, offset, length, encoding);
	}
	function readDoubleBE(buffer, offset) {
		return toBuffer(buffer).readDoubleBE(offset);
	}
	function readDoubleLE(buffer, offset) {
		return toBuffer(buffer).readDoubleLE(offset);
	}
	function readFloatBE(buffer, offset) {
		return toBuffer(buffer).readFloatBE(offset);
	}
	function readFloatLE(buffer, offset) {
		return toBuffer(buffer).readFloatLE(offset);
	}
	function readInt32BE(buffer, offset) {
		return toBuffer(buffer).readInt32BE(offset);
	}
	function readInt32LE(buffer, offset) {
		return toBuffer(buffer).readInt32LE(offset);
	}
	function readUInt32BE(buffer, offset) {
		return toBuffer(buffer).readUInt32BE(offset);
	}
	function readUInt32LE(buffer, offset) {
		return toBuffer(buffer).readUInt32LE(offset);
	}
	function writeDoubleBE(buffer, value, offset) {
		return toBuffer(buffer).writeDoubleBE(value, offset);
	}
	function writeDoubleLE(buffer, value, offset) {
		return toBuffer(buffer).writeDoubleLE(value, offset);
	}
	function writeFloatBE(buffer, value, offset) {
		return toBuffer(buffer).writeFloatBE(value, offset);
	}
	function writeFloatLE(buffer, value, offset) {
		return toBuffer(buffer).writeFloatLE(value, offset);
	}
	function writeInt32BE(buffer, value, offset) {
		return toBuffer(buffer).writeInt32BE(value, offset);
	}
	function writeInt32LE(buffer, value, offset) {
		return toBuffer(buffer).writeInt32LE(value, offset);
	}
	function writeUInt32BE(buffer, value, offset) {
		return toBuffer(buffer).writeUInt32BE(value, offset);
	}
	function writeUInt32LE(buffer, value, offset) {
		return toBuffer(buffer).writeUInt32LE(value, offset);
	}
	module.exports = {
		isBuffer,
		isEncoding,
		alloc,
		allocUnsafe,
		allocUnsafeSlow,
		byteLength,
		compare,
		concat,
		copy,
		equals,
		fill,
		from,
		includes,
		indexOf,
		lastIndexOf,
		swap16,
		swap32,
		swap64,
		toBuffer,
		toString,
		toHex,
		write,
		readDoubleBE,
		readDoubleLE,
		readFloatBE,
		readFloatLE,
		readInt32BE,
		readInt32LE,
		readUInt32BE,
		readUInt32LE,
		writeDoubleBE,
		writeDoubleLE,
		writeFloatBE,
		writeFloatLE,
		writeInt32BE,
		writeInt32LE,
		writeUInt32BE,
		writeUInt32LE
	};
}));
// node_modules/text-decoder/lib/pass-through-decoder.js
var require_pass_through_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const b4a = require_b4a();
	module.exports = class PassThroughDecoder {
		constructor(encoding) {
			this.encoding = encoding;
		}
		get remaining() {
			return 0;
		}
		decode(data) {
			return b4a.toString(data, this.encoding);
		}
		flush() {
			return "";
		}
	};
}));
// node_modules/text-decoder/lib/utf8-decoder.js
var require_utf8_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const b4a = require_b4a();
	/**
	* https://encoding.spec.whatwg.org/#utf-8-decoder
	*/
	module.exports = class UTF8Decoder {
		constructor() {
			this._reset();
		}
		get remaining() {
			return this.bytesSeen;
		}
		decode(data) {
			if (data.byteLength === 0) return "";
			if (this.bytesNeeded === 0 && trailingIncomplete(data, 0) === 0) {
				this.bytesSeen = trailingBytesSeen(data);
				return b4a.toString(data, "utf8");
			}
			let result = "";
			let start = 0;
			if (this.bytesNeeded > 0) {
				while (start < data.byteLength) {
					const byte = data[start];
					if (byte < this.lowerBoundary || byte > this.upperBoundary) {
						result += "�";
						this._reset();
						break;
					}
					this.lowerBoundary = 128;
					this.upperBoundary = 191;
					this.codePoint = this.codePoint << 6 | byte & 63;
					this.bytesSeen++;
					start++;
					if (this.bytesSeen === this.bytesNeeded) {
						result += String.fromCodePoint(this.codePoint);
						this._reset();
						break;
					}
				}
				if (this.bytesNeeded > 0) return result;
			}
			const trailing = trailingIncomplete(data, start);
			const end = data.byteLength - trailing;
			if (end > start) result += b4a.toString(data, "utf8", start, end);
			for (let i = end; i < data.byteLength; i++) {
				const byte = data[i];
				if (this.bytesNeeded === 0) {
					if (byte <= 127) {
						this.bytesSeen = 0;
						result += String.fromCharCode(byte);
					} else if (byte >= 194 && byte <= 223) {
						this.bytesNeeded = 2;
						this.bytesSeen = 1;
						this.codePoint = byte & 31;
					} else if (byte >= 224 && byte <= 239) {
						if (byte === 224) this.lowerBoundary = 160;
						else if (byte === 237) this.upperBoundary = 159;
						this.bytesNeeded = 3;
						this.bytesSeen = 1;
						this.codePoint = byte & 15;
					} else if (byte >= 240 && byte <= 244) {
						if (byte === 240) this.lowerBoundary = 144;
						else if (byte === 244) this.upperBoundary = 143;
						this.bytesNeeded = 4;
						this.bytesSeen = 1;
						this.codePoint = byte & 7;
					} else {
						this.bytesSeen = 1;
						result += "�";
					}
					continue;
				}
				if (byte < this.lowerBoundary || byte > this.upperBoundary) {
					result += "�";
					i--;
					this._reset();
					continue;
				}
				this.lowerBoundary = 128;
				this.upperBoundary = 191;
				this.codePoint = this.codePoint << 6 | byte & 63;
				this.bytesSeen++;
				if (this.bytesSeen === this.bytesNeeded) {
					result += String.fromCodePoint(this.codePoint);
					this._reset();
				}
			}
			return result;
		}
		flush() {
			const result = this.bytesNeeded > 0 ? "�" : "";
			this._reset();
			return result;
		}
		_reset() {
			this.codePoint = 0;
			this.bytesNeeded = 0;
			this.bytesSeen = 0;
			this.lowerBoundary = 128;
			this.upperBoundary = 191;
		}
	};
	function trailingIncomplete(data, start) {
		const len = data.byteLength;
		if (len <= start) return 0;
		const limit = Math.max(start, len - 4);
		let i = len - 1;
		while (i > limit && (data[i] & 192) === 128) i--;
		if (i < start) return 0;
		const byte = data[i];
		let needed;
		if (byte <= 127) return 0;
		if (byte >= 194 && byte <= 223) needed = 2;
		else if (byte >= 224 && byte <= 239) needed = 3;
		else if (byte >= 240 && byte <= 244) needed = 4;
		else return 0;
		const available = len - i;
		return available < needed ? available : 0;
	}
	function trailingBytesSeen(data) {
		const len = data.byteLength;
		if (len === 0) return 0;
		const last = data[len - 1];
		if (last <= 127) return 0;
		if ((last & 192) !== 128) return 1;
		const limit = Math.max(0, len - 4);
		let i = len - 2;
		while (i >= limit && (data[i] & 192) === 128) i--;
		if (i < 0) return 1;
		const first = data[i];
		let needed;
		if (first >= 194 && first <= 223) needed = 2;
		else if (first >= 224 && first <= 239) needed = 3;
		else if (first >= 240 && first <= 244) needed = 4;
		else return 1;
		if (len - i !== needed) return 1;
		if (needed >= 3) {
			const second = data[i + 1];
			if (first === 224 && second < 160) return 1;
			if (first === 237 && second > 159) return 1;
			if (first === 240 && second < 144) return 1;
			if (first === 244 && second > 143) return 1;
		}
		return 0;
	}
}));
// node_modules/text-decoder/index.js
var require_text_decoder = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const PassThroughDecoder = require_pass_through_decoder();
	const UTF8Decoder = require_utf8_decoder();
	module.exports = class TextDecoder {
		constructor(encoding = "utf8") {
			this.encoding = normalizeEncoding(encoding);
			switch (this.encoding) {
				case "utf8":
					this.decoder = new UTF8Decoder();
					break;
				case "utf16le":
				case "base64": throw new Error("Unsupported encoding: " + this.encoding);
				default: this.decoder = new PassThroughDecoder(this.encoding);
			}
		}
		get remaining() {
			return this.decoder.remaining;
		}
		push(data) {
			if (typeof data === "string") return data;
			return this.decoder.decode(data);
		}
		write(data) {
			return this.push(data);
		}
		end(data) {
			let result = "";
			if (data) result = this.push(data);
			result += this.decoder.flush();
			return result;
		}
	};
	function normalizeEncoding(encoding) {
		encoding = encoding.toLowerCase();
		switch (encoding) {
			case "utf8":
			case "utf-8": return "utf8";
			case "ucs2":
			case "ucs-2":
			case "utf16le":
			case "utf-16le": return "utf16le";
			case "latin1":
			case "binary": return "latin1";
			case "base64":
			case "ascii":
			case "hex": return encoding;
			default: throw new Error("Unknown encoding: " + encoding);
		}
	}
}));
// node_modules/streamx/lib/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = class StreamError extends Error {
		constructor(msg, code, fn = StreamError) {
			super(msg);
			this.code = code;
			if (Error.captureStackTrace) Error.captureStackTrace(this, fn);
		}
		static isStreamDestroyed(err) {
			return err && err.code === "STREAM_DESTROYED";
		}
		static isPrematureClose(err) {
			return err && err.code === "PREMATURE_CLOSE";
		}
		static isAborted(err) {
			return err && err.code === "ABORTED";
		}
		static isBadArgument(err) {
			return err && err.code === "BAD_ARGUMENT";
		}
		get name() {
			return "StreamError";
		}
		static STREAM_DESTROYED() {
			return new StreamError("Stream was destroyed", "STREAM_DESTROYED", StreamError.STREAM_DESTROYED);
		}
		static PREMATURE_CLOSE(msg = "Premature close") {
			return new StreamError(msg, "PREMATURE_CLOSE", StreamError.PREMATURE_CLOSE);
		}
		static ABORTED() {
			return new StreamError("Stream aborted", "ABORTED", StreamError.ABORTED);
		}
		static BAD_ARGUMENT(msg = "Bad argument") {
			return new StreamError(msg, "BAD_ARGUMENT", StreamError.BAD_ARGUMENT);
		}
	};
}));
// node_modules/streamx/index.js
var require_streamx = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { EventEmitter } = require_default();
	const FIFO = require_fast_fifo();
	const TextDecoder = require_text_decoder();
	const StreamError = require_errors();
	const qmt = typeof queueMicrotask === "undefined" ? (fn) => global.process.nextTick(fn) : queueMicrotask;
	const OPENING = 1;
	const PREDESTROYING = 2;
	const DESTROYING = 4;
	const DESTROYED = 8;
	const NOT_OPENING = 536870910;
	const NOT_PREDESTROYING = 536870909;
	const READ_UPDATING = 32;
	const READ_PRIMARY = 64;
	const READ_QUEUED = 128;
	const READ_RESUMED = 256;
	const READ_PIPE_DRAINED = 512;
	const READ_ENDING = 1024;
	const READ_EMIT_DATA = 2048;
	const READ_EMIT_READABLE = 4096;
	const READ_EMITTED_READABLE = 8192;
	const READ_DONE = 16384;
	const READ_NEXT_TICK = 32768;
	const READ_READ_AHEAD = 131072;
	const READ_FLOWING = 768;
	const READ_ACTIVE_AND_NEEDS_PUSH = 65552;
	const READ_PRIMARY_AND_ACTIVE = 80;
	const READ_EMIT_READABLE_AND_QUEUED = 4224;
	const READ_RESUMED_READ_AHEAD = 131328;
	const READ_NOT_ACTIVE = 536870895;
	const READ_NON_PRIMARY_AND_PUSHED = 536805311;
	const READ_PUSHED = 536805375;
	const READ_PAUSED = 536870655;
	const READ_NOT_QUEUED = 536862591;
	const READ_NOT_ENDING = 536869887;
	const READ_PIPE_NOT_DRAINED = 536870143;
	const READ_NOT_NEXT_TICK = 536838143;
	const READ_NOT_UPDATING = 536870879;
	const READ_NO_READ_AHEAD = 536739839;
	const READ_PAUSED_NO_READ_AHEAD = 536739583;
	const WRITE_ACTIVE = 1 << 18;
	const WRITE_UPDATING = 2 << 18;
	const WRITE_PRIMARY = 4 << 18;
	const WRITE_QUEUED = 8 << 18;
	const WRITE_UNDRAINED = 16 << 18;
	const WRITE_DONE = 32 << 18;
	const WRITE_EMIT_DRAIN = 64 << 18;
	const WRITE_NEXT_TICK = 128 << 18;
	const WRITE_WRITING = 256 << 18;
	const WRITE_FINISHING = 512 << 18;
	const WRITE_CORKED = 1024 << 18;
	const WRITE_NOT_ACTIVE = 469499903;
	const WRITE_NON_PRIMARY = 535822335;
	const WRITE_NOT_FINISHING = 402391039;
	const WRITE_DRAINED = 532676607;
	const WRITE_NOT_QUEUED = 534773759;
	const WRITE_NOT_NEXT_TICK = 503316479;
	const WRITE_NOT_UPDATING = 536346623;
	const WRITE_NOT_CORKED = 268435455;
	const ACTIVE = 262160;
	const NOT_ACTIVE = 536608751;
	const DONE = 8404992;
	const DESTROY_STATUS = 14;
	const OPEN_STATUS = 15;
	const AUTO_DESTROY = 8405006;
	const NON_PRIMARY = 535822271;
	const ACTIVE_OR_TICKING = 33587200;
	const IS_OPENING = 33587215;
	const READ_PRIMARY_STATUS = 17423;
	const READ_STATUS = 16527;
	const READ_ENDING_STATUS = 1167;
	const READ_READABLE_STATUS = 12431;
	const SHOULD_NOT_READ = 214047;
	const READ_BACKPRESSURE_STATUS = 17422;
	const READ_UPDATE_SYNC_STATUS = 32879;
	const READ_NEXT_TICK_OR_OPENING = 32769;
	const WRITE_PRIMARY_STATUS = 142606351;
	const WRITE_QUEUED_AND_UNDRAINED = 6291456;
	const WRITE_QUEUED_AND_ACTIVE = 2359296;
	const WRITE_DRAIN_STATUS = 6553615;
	const WRITE_STATUS = 270794767;
	const WRITE_PRIMARY_AND_ACTIVE = 1310720;
	const WRITE_ACTIVE_AND_WRITING = 67371008;
	const WRITE_FINISHING_STATUS = 144965647;
	const WRITE_BACKPRESSURE_STATUS = 146800654;
	const WRITE_UPDATE_SYNC_STATUS = 35127311;
	const WRITE_DROP_DATA = 142606350;
	const asyncIterator = Symbol.asyncIterator || Symbol("asyncIterator");
	var WritableState = class {
		constructor(stream, { highWaterMark = 16384, map = null, mapWritable, byteLength, byteLengthWritable } = {}) {
			this.stream = stream;
			this.queue = new FIFO();
			this.highWaterMark = highWaterMark;
			this.buffered = 0;
			this.error = null;
			this.pipeline = null;
			this.drains = null;
			this.byteLength = byteLengthWritable || byteLength || defaultByteLength;
			this.map = mapWritable || map;
			this.afterWrite = afterWrite.bind(this);
			this.afterUpdateNextTick = updateWriteNT.bind(this);
		}
		get ending() {
			return (this.stream._duplexState & WRITE_FINISHING) !== 0;
		}
		get ended() {
			return (this.stream._duplexState & WRITE_DONE) !== 0;
		}
		push(data) {
			if ((this.stream._duplexState & WRITE_DROP_DATA) !== 0) return false;
			if (this.map !== null) data = this.map(data);
			this.buffered += this.byteLength(data);
			this.queue.push(data);
			if (this.buffered < this.highWaterMark) {
				this.stream._duplexState |= WRITE_QUEUED;
				return true;
			}
			this.stream._duplexState |= WRITE_QUEUED_AND_UNDRAINED;
			return false;
		}
		shift() {
			const data = this.queue.shift();
			this.buffered -= this.byteLength(data);
			if (this.buffered === 0) this.stream._duplexState &= WRITE_NOT_QUEUED;
			return data;
		}
		end(data) {
			if (typeof data === "function") this.stream.once("finish", data);
			else if (data !== void 0 && data !== null) this.push(data);
			this.stream._duplexState = (this.stream._duplexState | WRITE_FINISHING) & WRITE_NON_PRIMARY;
		}
		autoBatch(data, cb) {
			const buffer = [];
			const stream = this.stream;
			buffer.push(data);
			while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED_AND_ACTIVE) buffer.push(stream._writableState.shift());
			if ((stream._duplexState & OPEN_STATUS) !== 0) return cb(null);
			stream._writev(buffer, cb);
		}
		update() {
			const stream = this.stream;
			stream._duplexState |= WRITE_UPDATING;
			do {
				while ((stream._duplexState & WRITE_STATUS) === WRITE_QUEUED) {
					const data = this.shift();
					stream._duplexState |= WRITE_ACTIVE_AND_WRITING;
					stream._write(data, this.afterWrite);
				}
				if ((stream._duplexState & WRITE_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
			} while (this.continueUpdate() === true);
			stream._duplexState &= WRITE_NOT_UPDATING;
		}
		updateNonPrimary() {
			const stream = this.stream;
			if ((stream._duplexState & WRITE_FINISHING_STATUS) === WRITE_FINISHING) {
				stream._duplexState = stream._duplexState | WRITE_ACTIVE;
				stream._final(afterFinal.bind(this));
				return;
			}
			if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
				if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
					stream._duplexState |= ACTIVE;
					stream._destroy(afterDestroy.bind(this));
				}
				return;
			}
			if ((stream._duplexState & IS_OPENING) === OPENING) {
				stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
				stream._open(afterOpen.bind(this));
			}
		}
		continueUpdate() {
			if ((this.stream._duplexState & WRITE_NEXT_TICK) === 0) return false;
			this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
			return true;
		}
		updateCallback() {
			if ((this.stream._duplexState & WRITE_UPDATE_SYNC_STATUS) === WRITE_PRIMARY) this.update();
			else this.updateNextTick();
		}
		updateNextTick() {
			if ((this.stream._duplexState & WRITE_NEXT_TICK) !== 0) return;
			this.stream._duplexState |= WRITE_NEXT_TICK;
			if ((this.stream._duplexState & WRITE_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
	};
	var ReadableState = class {
		constructor(stream, { highWaterMark = 16384, map = null, mapReadable, byteLength, byteLengthReadable } = {}) {
			this.stream = stream;
			this.queue = new FIFO();
			this.highWaterMark = highWaterMark === 0 ? 1 : highWaterMark;
			this.buffered = 0;
			this.readAhead = highWaterMark > 0;
			this.error = null;
			this.pipeline = null;
			this.byteLength = byteLengthReadable || byteLength || defaultByteLength;
			this.map = mapReadable || map;
			this.pipeTo = null;
			this.afterRead = afterRead.bind(this);
			this.afterUpdateNextTick = updateReadNT.bind(this);
		}
		get ending() {
			return (this.stream._duplexState & READ_ENDING) !== 0;
		}
		get ended() {
			return (this.stream._duplexState & READ_DONE) !== 0;
		}
		pipe(pipeTo, cb) {
			if (this.pipeTo !== null) throw StreamError.BAD_ARGUMENT("Can only pipe to one destination");
			if (typeof cb !== "function") cb = null;
			this.stream._duplexState |= READ_PIPE_DRAINED;
			this.pipeTo = pipeTo;
			this.pipeline = new Pipeline(this.stream, pipeTo, cb);
			if (cb) this.stream.on("error", noop);
			if (isStreamx(pipeTo)) {
				pipeTo._writableState.pipeline = this.pipeline;
				if (cb) pipeTo.on("error", noop);
				pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
			} else {
				const onerror = this.pipeline.done.bind(this.pipeline, pipeTo);
				const onclose = this.pipeline.done.bind(this.pipeline, pipeTo, null);
				pipeTo.on("error", onerror);
				pipeTo.on("close", onclose);
				pipeTo.on("finish", this.pipeline.finished.bind(this.pipeline));
			}
			pipeTo.on("drain", afterDrain.bind(this));
			this.stream.emit("piping", pipeTo);
			pipeTo.emit("pipe", this.stream);
		}
		push(data) {
			const stream = this.stream;
			if (data === null) {
				this.highWaterMark = 0;
				stream._duplexState = (stream._duplexState | READ_ENDING) & READ_NON_PRIMARY_AND_PUSHED;
				return false;
			}
			if (this.map !== null) {
				data = this.map(data);
				if (data === null) {
					stream._duplexState &= READ_PUSHED;
					return this.buffered < this.highWaterMark;
				}
			}
			this.buffered += this.byteLength(data);
			this.queue.push(data);
			stream._duplexState = (stream._duplexState | READ_QUEUED) & READ_PUSHED;
			return this.buffered < this.highWaterMark;
		}
		shift() {
			const data = this.queue.shift();
			this.buffered -= this.byteLength(data);
			if (this.buffered === 0) this.stream._duplexState &= READ_NOT_QUEUED;
			return data;
		}
		unshift(data) {
			const pending = [this.map !== null ? this.map(data) : data];
			while (this.buffered > 0) pending.push(this.shift());
			for (let i = 0; i < pending.length - 1; i++) {
				const data = pending[i];
				this.buffered += this.byteLength(data);
				this.queue.push(data);
			}
			this.push(pending[pending.length - 1]);
		}
		read() {
			const stream = this.stream;
			if ((stream._duplexState & READ_STATUS) === READ_QUEUED) {
				const data = this.shift();
				if (this.pipeTo !== null && this.pipeTo.write(data) === false) stream._duplexState &= READ_PIPE_NOT_DRAINED;
				if ((stream._duplexState & READ_EMIT_DATA) !== 0) stream.emit("data", data);
				return data;
			}
			if (this.readAhead === false) {
				stream._duplexState |= READ_READ_AHEAD;
				this.updateNextTick();
			}
			return null;
		}
		drain() {
			const stream = this.stream;
			while ((stream._duplexState & READ_STATUS) === READ_QUEUED && (stream._duplexState & READ_FLOWING) !== 0) {
				const data = this.shift();
				if (this.pipeTo !== null && this.pipeTo.write(data) === false) stream._duplexState &= READ_PIPE_NOT_DRAINED;
				if ((stream._duplexState & READ_EMIT_DATA) !== 0) stream.emit("data", data);
			}
		}
		update() {
			const stream = this.stream;
			stream._duplexState |= READ_UPDATING;
			do {
				this.drain();
				while (this.buffered < this.highWaterMark && (stream._duplexState & SHOULD_NOT_READ) === READ_READ_AHEAD) {
					stream._duplexState |= READ_ACTIVE_AND_NEEDS_PUSH;
					stream._read(this.afterRead);
					this.drain();
				}
				if ((stream._duplexState & READ_READABLE_STATUS) === READ_EMIT_READABLE_AND_QUEUED) {
					stream._duplexState |= READ_EMITTED_READABLE;
					stream.emit("readable");
				}
				if ((stream._duplexState & READ_PRIMARY_AND_ACTIVE) === 0) this.updateNonPrimary();
			} while (this.continueUpdate() === true);
			stream._duplexState &= READ_NOT_UPDATING;
		}
		updateNonPrimary() {
			const stream = this.stream;
			if ((stream._duplexState & READ_ENDING_STATUS) === READ_ENDING) {
				stream._duplexState = (stream._duplexState | READ_DONE) & READ_NOT_ENDING;
				stream.emit("end");
				if ((stream._duplexState & AUTO_DESTROY) === DONE) stream._duplexState |= DESTROYING;
				if (this.pipeTo !== null) this.pipeTo.end();
			}
			if ((stream._duplexState & DESTROY_STATUS) === DESTROYING) {
				if ((stream._duplexState & ACTIVE_OR_TICKING) === 0) {
					stream._duplexState |= ACTIVE;
					stream._destroy(afterDestroy.bind(this));
				}
				return;
			}
			if ((stream._duplexState & IS_OPENING) === OPENING) {
				stream._duplexState = (stream._duplexState | ACTIVE) & NOT_OPENING;
				stream._open(afterOpen.bind(this));
			}
		}
		continueUpdate() {
			if ((this.stream._duplexState & READ_NEXT_TICK) === 0) return false;
			this.stream._duplexState &= READ_NOT_NEXT_TICK;
			return true;
		}
		updateCallback() {
			if ((this.stream._duplexState & READ_UPDATE_SYNC_STATUS) === READ_PRIMARY) this.update();
			else this.updateNextTick();
		}
		updateNextTickIfOpen() {
			if ((this.stream._duplexState & READ_NEXT_TICK_OR_OPENING) !== 0) return;
			this.stream._duplexState |= READ_NEXT_TICK;
			if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
		updateNextTick() {
			if ((this.stream._duplexState & READ_NEXT_TICK) !== 0) return;
			this.stream._duplexState |= READ_NEXT_TICK;
			if ((this.stream._duplexState & READ_UPDATING) === 0) qmt(this.afterUpdateNextTick);
		}
	};
	var TransformState = class {
		constructor(stream) {
			this.data = null;
			this.afterTransform = afterTransform.bind(stream);
			this.afterFinal = null;
		}
	};
	var Pipeline = class {
		constructor(src, dst, cb) {
			this.from = src;
			this.to = dst;
			this.afterPipe = cb;
			this.error = null;
			this.pipeToFinished = false;
		}
		finished() {
			this.pipeToFinished = true;
		}
		done(stream, err) {
			if (err) this.error = err;
			if (stream === this.to) {
				this.to = null;
				if (this.from !== null) {
					if ((this.from._duplexState & READ_DONE) === 0 || !this.pipeToFinished) this.from.destroy(this.error || StreamError.PREMATURE_CLOSE("Writable stream closed"));
					return;
				}
			}
			if (stream === this.from) {
				this.from = null;
				if (this.to !== null) {
					if ((stream._duplexState & READ_DONE) === 0) this.to.destroy(this.error || StreamError.PREMATURE_CLOSE("Readable stream closed"));
					return;
				}
			}
			if (this.afterPipe !== null) this.afterPipe(this.error);
			this.to = this.from = this.afterPipe = null;
		}
	};
	function afterDrain() {
		this.stream._duplexState |= READ_PIPE_DRAINED;
		this.updateCallback();
	}
	function afterFinal(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		if ((stream._duplexState & DESTROY_STATUS) === 0) {
			stream._duplexState |= WRITE_DONE;
			stream.emit("finish");
		}
		if ((stream._duplexState & AUTO_DESTROY) === DONE) stream._duplexState |= DESTROYING;
		stream._duplexState &= WRITE_NOT_FINISHING;
		if ((stream._duplexState & WRITE_UPDATING) === 0) this.update();
		else this.updateNextTick();
	}
	function afterDestroy(err) {
		const stream = this.stream;
		if (!err && !StreamError.isStreamDestroyed(this.error)) err = this.error;
		if (err) stream.emit("error", err);
		stream._duplexState |= DESTROYED;
		stream.emit("close");
		const rs = stream._readableState;
		const ws = stream._writableState;
		if (rs !== null && rs.pipeline !== null) rs.pipeline.done(stream, err);
		if (ws !== null) {
			while (ws.drains !== null && ws.drains.length > 0) ws.drains.shift().resolve(false);
			if (ws.pipeline !== null) ws.pipeline.done(stream, err);
		}
	}
	function afterWrite(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		stream._duplexState &= WRITE_NOT_ACTIVE;
		if (this.drains !== null) tickDrains(this.drains);
		if ((stream._duplexState & WRITE_DRAIN_STATUS) === WRITE_UNDRAINED) {
			stream._duplexState &= WRITE_DRAINED;
			if ((stream._duplexState & WRITE_EMIT_DRAIN) === WRITE_EMIT_DRAIN) stream.emit("drain");
		}
		this.updateCallback();
	}
	function afterRead(err) {
		if (err) this.stream.destroy(err);
		this.stream._duplexState &= READ_NOT_ACTIVE;
		if (this.readAhead === false && (this.stream._duplexState & READ_RESUMED) === 0) this.stream._duplexState &= READ_NO_READ_AHEAD;
		this.updateCallback();
	}
	function updateReadNT() {
		if ((this.stream._duplexState & READ_UPDATING) === 0) {
			this.stream._duplexState &= READ_NOT_NEXT_TICK;
			this.update();
		}
	}
	function updateWriteNT() {
		if ((this.stream._duplexState & WRITE_UPDATING) === 0) {
			this.stream._duplexState &= WRITE_NOT_NEXT_TICK;
			this.update();
		}
	}
	function tickDrains(drains) {
		for (let i = 0; i < drains.length; i++) if (--drains[i].writes === 0) {
			drains.shift().resolve(true);
			i--;
		}
	}
	function afterOpen(err) {
		const stream = this.stream;
		if (err) stream.destroy(err);
		if ((stream._duplexState & DESTROYING) === 0) {
			if ((stream._duplexState & READ_PRIMARY_STATUS) === 0) stream._duplexState |= READ_PRIMARY;
			if ((stream._duplexState & WRITE_PRIMARY_STATUS) === 0) stream._duplexState |= WRITE_PRIMARY;
			stream.emit("open");
		}
		stream._duplexState &= NOT_ACTIVE;
		if (stream._writableState !== null) stream._writableState.updateCallback();
		if (stream._readableState !== null) stream._readableState.updateCallback();
	}
	function afterTransform(err, data) {
		if (data !== void 0 && data !== null) this.push(data);
		this._writableState.afterWrite(err);
	}
	function newListener(name) {
		if (this._readableState !== null) {
			if (name === "data") {
				this._duplexState |= 133376;
				this._readableState.updateNextTick();
			}
			if (name === "readable") {
				this._duplexState |= READ_EMIT_READABLE;
				this._readableState.updateNextTick();
			}
		}
		if (this._writableState !== null) {
			if (name === "drain") {
				this._duplexState |= WRITE_EMIT_DRAIN;
				this._writableState.updateNextTick();
			}
		}
	}
	var Stream = class extends EventEmitter {
		constructor(opts) {
			super();
			this._duplexState = 0;
			this._readableState = null;
			this._writableState = null;
			if (opts) {
				if (opts.open) this._open = opts.open;
				if (opts.destroy) this._destroy = opts.destroy;
				if (opts.predestroy) this._predestroy = opts.predestroy;
				if (opts.signal) opts.signal.addEventListener("abort", abort.bind(this));
			}
			this.on("newListener", newListener);
		}
		_open(cb) {
			cb(null);
		}
		_destroy(cb) {
			cb(null);
		}
		_predestroy() {}
		get readable() {
			return this._readableState !== null ? true : void 0;
		}
		get writable() {
			return this._writableState !== null ? true : void 0;
		}
		get destroyed() {
			return (this._duplexState & DESTROYED) !== 0;
		}
		get destroying() {
			return (this._duplexState & DESTROY_STATUS) !== 0;
		}
		destroy(err) {
			if ((this._duplexState & DESTROY_STATUS) === 0) {
				if (!err) err = StreamError.STREAM_DESTROYED();
				this._duplexState = (this._duplexState | DESTROYING) & NON_PRIMARY;
				if (this._readableState !== null) {
					this._readableState.highWaterMark = 0;
					this._readableState.error = err;
				}
				if (this._writableState !== null) {
					this._writableState.highWaterMark = 0;
					this._writableState.error = err;
				}
				this._duplexState |= PREDESTROYING;
				this._predestroy();
				this._duplexState &= NOT_PREDESTROYING;
				if (this._readableState !== null) this._readableState.updateNextTick();
				if (this._writableState !== null) this._writableState.updateNextTick();
			}
		}
	};
	var Readable = class Readable extends Stream {
		constructor(opts) {
			super(opts);
			this._duplexState |= 8519681;
			this._readableState = new ReadableState(this, opts);
			if (opts) {
				if (this._readableState.readAhead === false) this._duplexState &= READ_NO_READ_AHEAD;
				if (opts.read) this._read = opts.read;
				if (opts.eagerOpen) this._readableState.updateNextTick();
				if (opts.encoding) this.setEncoding(opts.encoding);
			}
		}
		static deferred(fn, opts) {
			const out = new PassThrough(opts);
			fn().then((src) => {
				if (src === null) return out.end();
				if (out.destroying) return;
				pipeline(src, out, noop);
			}).catch((err) => out.destroy(err));
			return out;
		}
		setEncoding(encoding) {
			const dec = new TextDecoder(encoding);
			const map = this._readableState.map || echo;
			this._readableState.map = mapOrSkip;
			return this;
			function mapOrSkip(data) {
				const next = dec.push(data);
				return next === "" && (data.byteLength !== 0 || dec.remaining > 0) ? null : map(next);
			}
		}
		_read(cb) {
			cb(null);
		}
		pipe(dest, cb) {
			this._readableState.updateNextTick();
			this._readableState.pipe(dest, cb);
			return dest;
		}
		read() {
			this._readableState.updateNextTick();
			return this._readableState.read();
		}
		push(data) {
			this._readableState.updateNextTickIfOpen();
			return this._readableState.push(data);
		}
		unshift(data) {
			this._readableState.updateNextTickIfOpen();
			return this._readableState.unshift(data);
		}
		resume() {
			this._duplexState |= READ_RESUMED_READ_AHEAD;
			this._readableState.updateNextTick();
			return this;
		}
		pause() {
			this._duplexState &= this._readableState.readAhead === false ? READ_PAUSED_NO_READ_AHEAD : READ_PAUSED;
			return this;
		}
		static _fromAsyncIterator(ite, opts) {
			let destroy;
			const rs = new Readable({
				...opts,
				read(cb) {
					ite.next().then(push).then(cb.bind(null, null)).catch(cb);
				},
				predestroy() {
					destroy = ite.return();
				},
				destroy(cb) {
					if (!destroy) return cb(null);
					destroy.then(cb.bind(null, null)).catch(cb);
				}
			});
			return rs;
			function push(data) {
				if (data.done) rs.push(null);
				else rs.push(data.value);
			}
		}
		static from(data, opts) {
			if (isReadStreamx(data)) return data;
			if (data[asyncIterator]) return this._fromAsyncIterator(data[asyncIterator](), opts);
			if (!Array.isArray(data)) data = data === void 0 ? [] : [data];
			let i = 0;
			return new Readable({
				...opts,
				read(cb) {
					this.push(i === data.length ? null : data[i++]);
					cb(null);
				}
			});
		}
		static isBackpressured(rs) {
			return (rs._duplexState & READ_BACKPRESSURE_STATUS) !== 0 || rs._readableState.buffered >= rs._readableState.highWaterMark;
		}
		static isPaused(rs) {
			return (rs._duplexState & READ_RESUMED) === 0;
		}
		[asyncIterator]() {
			const stream = this;
			let error = null;
			let promiseResolve = null;
			let promiseReject = null;
			this.on("error", (err) => {
				error = err;
			});
			this.on("readable", onreadable);
			this.on("close", onclose);
			return {
				[asyncIterator]() {
					return this;
				},
				next() {
					return new Promise(function(resolve, reject) {
						promiseResolve = resolve;
						promiseReject = reject;
						const data = stream.read();
						if (data !== null) ondata(data);
						else if ((stream._duplexState & DESTROYED) !== 0) ondata(null);
					});
				},
				return() {
					return destroy(null);
				},
				throw(err) {
					return destroy(err);
				}
			};
			function onreadable() {
				if (promiseResolve !== null) ondata(stream.read());
			}
			function onclose() {
				if (promiseResolve !== null) ondata(null);
			}
			function ondata(data) {
				if (promiseReject === null) return;
				if (error) promiseReject(error);
				else if (data === null && (stream._duplexState & READ_DONE) === 0) promiseReject(StreamError.STREAM_DESTROYED());
				else promiseResolve({
					value: data,
					done: data === null
				});
				promiseReject = promiseResolve = null;
			}
			function destroy(err) {
				stream.destroy(err);
				return new Promise((resolve, reject) => {
					if (stream._duplexState & DESTROYED) return resolve({
						value: void 0,
						done: true
					});
					stream.once("close", function() {
						if (err) reject(err);
						else resolve({
							value: void 0,
							done: true
						});
					});
				});
			}
		}
	};
	var Writable = class extends Stream {
		constructor(opts) {
			super(opts);
			this._duplexState |= 16385;
			this._writableState = new WritableState(this, opts);
			if (opts) {
				if (opts.writev) this._writev = opts.writev;
				if (opts.write) this._write = opts.write;
				if (opts.final) this._final = opts.final;
				if (opts.eagerOpen) this._writableState.updateNextTick();
			}
		}
		cork() {
			this._duplexState |= WRITE_CORKED;
		}
		uncork() {
			this._duplexState &= WRITE_NOT_CORKED;
			this._writableState.updateNextTick();
		}
		_writev(batch, cb) {
			cb(null);
		}
		_write(data, cb) {
			this._writableState.autoBatch(data, cb);
		}
		_final(cb) {
			cb(null);
		}
		static isBackpressured(ws) {
			return (ws._duplexState & WRITE_BACKPRESSURE_STATUS) !== 0;
		}
		static drained(ws) {
			if (ws.destroyed) return Promise.resolve(false);
			const state = ws._writableState;
			const writes = (isWritev(ws) ? Math.min(1, state.queue.length) : state.queue.length) + (ws._duplexState & WRITE_WRITING ? 1 : 0);
			if (writes === 0) return Promise.resolve(true);
			if (state.drains === null) state.drains = [];
			return new Promise((resolve) => {
				state.drains.push({
					writes,
					resolve
				});
			});
		}
		write(data) {
			this._writableState.updateNextTick();
			return this._writableState.push(data);
		}
		end(data) {
			this._writableState.updateNextTick();
			this._writableState.end(data);
			return this;
		}
	};
	var Duplex = class extends Readable {
		constructor(opts) {
			super(opts);
			this._duplexState = OPENING | this._duplexState & READ_READ_AHEAD;
			this._writableState = new WritableState(this, opts);
			if (opts) {
				if (opts.writev) this._writev = opts.writev;
				if (opts.write) this._write = opts.write;
				if (opts.final) this._final = opts.final;
			}
		}
		cork() {
			this._duplexState |= WRITE_CORKED;
		}
		uncork() {
			this._duplexState &= WRITE_NOT_CORKED;
			this._writableState.updateNextTick();
		}
		_writev(batch, cb) {
			cb(null);
		}
		_write(data, cb) {
			this._writableState.autoBatch(data, cb);
		}
		_final(cb) {
			cb(null);
		}
		write(data) {
			this._writableState.updateNextTick();
			return this._writableState.push(data);
		}
		end(data) {
			this._writableState.updateNextTick();
			this._writableState.end(data);
			return this;
		}
	};
	var Transform = class extends Duplex {
		constructor(opts) {
			super(opts);
			this._transformState = new TransformState(this);
			if (opts) {
				if (opts.transform) this._transform = opts.transform;
				if (opts.flush) this._flush = opts.flush;
			}
		}
		_write(data, cb) {
			if (this._readableState.buffered >= this._readableState.highWaterMark) this._transformState.data = data;
			else this._transform(data, this._transformState.afterTransform);
		}
		_read(cb) {
			if (this._transformState.data !== null) {
				const data = this._transformState.data;
				this._transformState.data = null;
				cb(null);
				this._transform(data, this._transformState.afterTransform);
			} else cb(null);
		}
		destroy(err) {
			super.destroy(err);
			if (this._transformState.data !== null) {
				this._transformState.data = null;
				this._transformState.afterTransform();
			}
		}
		_transform(data, cb) {
			cb(null, data);
		}
		_flush(cb) {
			cb(null);
		}
		_final(cb) {
			this._transformState.afterFinal = cb;
			this._flush(transformAfterFlush.bind(this));
		}
	};
	var PassThrough = class extends Transform {};
	function transformAfterFlush(err, data) {
		const cb = this._transformState.afterFinal;
		if (err) return cb(err);
		if (data !== null && data !== void 0) this.push(data);
		this.push(null);
		cb(null);
	}
	function pipelinePromise(...streams) {
		return new Promise((resolve, reject) => {
			return pipeline(...streams, (err) => {
				if (err) return reject(err);
				resolve();
			});
		});
	}
	function pipeline(stream, ...streams) {
		const all = Array.isArray(stream) ? [...stream, ...streams] : [stream, ...streams];
		const done = all.length && typeof all[all.length - 1] === "function" ? all.pop() : null;
		if (all.length < 2) throw StreamError.BAD_ARGUMENT("Pipeline requires at least 2 streams");
		let src = all[0];
		let dest = null;
		let error = null;
		for (let i = 1; i < all.length; i++) {
			dest = all[i];
			if (isStreamx(src)) src.pipe(dest, onerror);
			else {
				errorHandle(src, true, i > 1, onerror);
				src.pipe(dest);
			}
			src = dest;
		}
		if (done) {
			let fin = false;
			const autoDestroy = isStreamx(dest) || !!(dest._writableState && dest._writableState.autoDestroy);
			dest.on("error", (err) => {
				if (error === null) error = err;
			});
			dest.on("finish", () => {
				fin = true;
				if (!autoDestroy) done(error);
			});
			if (autoDestroy) dest.on("close", () => done(error || (fin ? null : StreamError.PREMATURE_CLOSE())));
		}
		return dest;
		function errorHandle(s, rd, wr, onerror) {
			s.on("error", onerror);
			s.on("close", onclose);
			function onclose() {
				if (rd && s._readableState && !s._readableState.ended) return onerror(StreamError.PREMATURE_CLOSE());
				if (wr && s._writableState && !s._writableState.ended) return onerror(StreamError.PREMATURE_CLOSE());
			}
		}
		function onerror(err) {
			if (!err || error) return;
			error = err;
			for (const s of all) s.destroy(err);
		}
	}
	function echo(s) {
		return s;
	}
	function isStream(stream) {
		return !!stream._readableState || !!stream._writableState;
	}
	function isStreamx(stream) {
		return typeof stream._duplexState === "number" && isStream(stream);
	}
	function isEnding(stream) {
		return !!stream._readableState && stream._readableState.ending;
	}
	function isEnded(stream) {
		return !!stream._readableState && stream._readableState.ended;
	}
	function isFinishing(stream) {
		return !!stream._writableState && stream._writableState.ending;
	}
	function isFinished(stream) {
		return !!stream._writableState && stream._writableState.ended;
	}
	function getStreamError(stream, opts = {}) {
		const err = stream._readableState && stream._readableState.error || stream._writableState && stream._writableState.error;
		return !opts.all && StreamError.isStreamDestroyed(err) ? null : err;
	}
	function isReadStreamx(stream) {
		return isStreamx(stream) && stream.readable;
	}
	function isDisturbed(stream) {
		return (stream._duplexState & OPENING) !== OPENING || (stream._duplexState & DESTROYING) === DESTROYING || (stream._duplexState & ACTIVE_OR_TICKING) !== 0;
	}
	function isTypedArray(data) {
		return typeof data === "object" && data !== null && typeof data.byteLength === "number";
	}
	function defaultByteLength(data) {
		return isTypedArray(data) ? data.byteLength : 1024;
	}
	function noop() {}
	function abort() {
		this.destroy(StreamError.ABORTED());
	}
	function isWritev(s) {
		return s._writev !== Writable.prototype._writev && s._writev !== Duplex.prototype._writev;
	}
	module.exports = {
		pipeline,
		pipelinePromise,
		isStream,
		isStreamx,
		isEnding,
		isEnded,
		isFinishing,
		isFinished,
		isDisturbed,
		getStreamError,
		Stream,
		Writable,
		Readable,
		Duplex,
		Transform,
		PassThrough
	};
}));
// node_modules/tar-stream/headers.js
var require_headers = /* @__PURE__ */ __commonJSMin(((exports) => {
	const b4a = require_b4a();
	const ZEROS = "0000000000000000000";
	const SEVENS = "7777777777777777777";
	const ZERO_OFFSET = "0".charCodeAt(0);
	const USTAR_MAGIC = b4a.from([
		117,
		115,
		116,
		97,
		114,
		0
	]);
	const USTAR_VER = b4a.from([ZERO_OFFSET, ZERO_OFFSET]);
	const GNU_MAGIC = b4a.from([
		117,
		115,
		116,
		97,
		114,
		32
	]);
	const GNU_VER = b4a.from([32, 0]);
	const MASK = 4095;
	const MAGIC_OFFSET = 257;
	const VERSION_OFFSET = 263;
	exports.decodeLongPath = function decodeLongPath(buf, encoding) {
		return decodeStr(buf, 0, buf.length, encoding);
	};
	exports.encodePax = function encodePax(opts) {
		let result = "";
		if (opts.name) result += addLength(" path=" + opts.name + "\n");
		if (opts.linkname) result += addLength(" linkpath=" + opts.linkname + "\n");
		const pax = opts.pax;
		if (pax) for (const key in pax) result += addLength(" " + key + "=" + pax[key] + "\n");
		return b4a.from(result);
	};
	exports.decodePax = function decodePax(buf) {
		const result = {};
		while (buf.length) {
			let i = 0;
			while (i < buf.length && buf[i] !== 32) i++;
			const len = parseInt(b4a.toString(buf.subarray(0, i)), 10);
			if (!len) return result;
			const b = b4a.toString(buf.subarray(i + 1, len - 1));
			const keyIndex = b.indexOf("=");
			if (keyIndex === -1) return result;
			result[b.slice(0, keyIndex)] = b.slice(keyIndex + 1);
			buf = buf.subarray(len);
		}
		return result;
	};
	exports.encode = function encode(opts) {
		const buf = b4a.alloc(512);
		let name = opts.name;
		let prefix = "";
		if (opts.typeflag === 5 && name[name.length - 1] !== "/") name += "/";
		if (b4a.byteLength(name) !== name.length) return null;
		while (b4a.byteLength(name) > 100) {
			const i = name.indexOf("/");
			if (i === -1) return null;
			prefix += prefix ? "/" + name.slice(0, i) : name.slice(0, i);
			name = name.slice(i + 1);
		}
		if (b4a.byteLength(name) > 100 || b4a.byteLength(prefix) > 155) return null;
		if (opts.linkname && b4a.byteLength(opts.linkname) > 100) return null;
		b4a.write(buf, name);
		b4a.write(buf, encodeOct(opts.mode & MASK, 6), 100);
		b4a.write(buf, encodeOct(opts.uid, 6), 108);
		b4a.write(buf, encodeOct(opts.gid, 6), 116);
		encodeSize(opts.size, buf, 124);
		b4a.write(buf, encodeOct(opts.mtime.getTime() / 1e3 | 0, 11), 136);
		buf[156] = ZERO_OFFSET + toTypeflag(opts.type);
		if (opts.linkname) b4a.write(buf, opts.linkname, 157);
		b4a.copy(USTAR_MAGIC, buf, MAGIC_OFFSET);
		b4a.copy(USTAR_VER, buf, VERSION_OFFSET);
		if (opts.uname) b4a.write(buf, opts.uname, 265);
		if (opts.gname) b4a.write(buf, opts.gname, 297);
		b4a.write(buf, encodeOct(opts.devmajor || 0, 6), 329);
		b4a.write(buf, encodeOct(opts.devminor || 0, 6), 337);
		if (prefix) b4a.write(buf, prefix, 345);
		b4a.write(buf, encodeOct(cksum(buf), 6), 148);
		return buf;
	};
	exports.decode = function decode(buf, filenameEncoding, allowUnknownFormat) {
		let typeflag = buf[156] === 0 ? 0 : buf[156] - ZERO_OFFSET;
		let name = decodeStr(buf, 0, 100, filenameEncoding);
		const mode = decodeOct(buf, 100, 8);
		const uid = decodeOct(buf, 108, 8);
		const gid = decodeOct(buf, 116, 8);
		const size = decodeOct(buf, 124, 12);
		const mtime = decodeOct(buf, 136, 12);
		const type = toType(typeflag);
		const linkname = buf[157] === 0 ? null : decodeStr(buf, 157, 100, filenameEncoding);
		const uname = decodeStr(buf, 265, 32);
		const gname = decodeStr(buf, 297, 32);
		const devmajor = decodeOct(buf, 329, 8);
		const devminor = decodeOct(buf, 337, 8);
		const c = cksum(buf);
		if (c === 256) return null;
		if (c !== decodeOct(buf, 148, 8)) throw new Error("Invalid tar header. Maybe the tar is corrupted or it needs to be gunzipped?");
		if (isUSTAR(buf)) {
			if (buf[345]) name = decodeStr(buf, 345, 155, filenameEncoding) + "/" + name;
		} else if (isGNU(buf)) {} else if (!allowUnknownFormat) throw new Error("Invalid tar header: unknown format.");
		if (typeflag === 0 && name && name[name.length - 1] === "/") typeflag = 5;
		return {
			name,
			mode,
			uid,
			gid,
			size,
			byteOffset: 0,
			mtime: /* @__PURE__ */ new Date(1e3 * mtime),
			type,
			linkname,
			uname,
			gname,
			devmajor,
			devminor,
			pax: null
		};
	};
	function isUSTAR(buf) {
		return b4a.equals(USTAR_MAGIC, buf.subarray(MAGIC_OFFSET, 263));
	}
	function isGNU(buf) {
		return b4a.equals(GNU_MAGIC, buf.subarray(MAGIC_OFFSET, 263)) && b4a.equals(GNU_VER, buf.subarray(VERSION_OFFSET, 265));
	}
	function clamp(index, len, defaultValue) {
		if (typeof index !== "number") return defaultValue;
		index = ~~index;
		if (index >= len) return len;
		if (index >= 0) return index;
		index += len;
		if (index >= 0) return index;
		return 0;
	}
	function toType(flag) {
		switch (flag) {
			case 0: return "file";
			case 1: return "link";
			case 2: return "symlink";
			case 3: return "character-device";
			case 4: return "block-device";
			case 5: return "directory";
			case 6: return "fifo";
			case 7: return "contiguous-file";
			case 72: return "pax-header";
			case 55: return "pax-global-header";
			case 27: return "gnu-long-link-path";
			case 28:
			case 30: return "gnu-long-path";
		}
		return null;
	}
	function toTypeflag(flag) {
		switch (flag) {
			case "file": return 0;
			case "link": return 1;
			case "symlink": return 2;
			case "character-device": return 3;
			case "block-device": return 4;
			case "directory": return 5;
			case "fifo": return 6;
			case "contiguous-file": return 7;
			case "pax-header": return 72;
		}
		return 0;
	}
	function indexOf(block, num, offset, end) {
		for (; offset < end; offset++) if (block[offset] === num) return offset;
		return end;
	}
	function cksum(block) {
		let sum = 256;
		for (let i = 0; i < 148; i++) sum += block[i];
		for (let j = 156; j < 512; j++) sum += block[j];
		return sum;
	}
	function encodeOct(val, n) {
		val = val.toString(8);
		if (val.length > n) return SEVENS.slice(0, n) + " ";
		return ZEROS.slice(0, n - val.length) + val + " ";
	}
	function encodeSizeBin(num, buf, off) {
		buf[off] = 128;
		for (let i = 11; i > 0; i--) {
			buf[off + i] = num & 255;
			num = Math.floor(num / 256);
		}
	}
	function encodeSize(num, buf, off) {
		if (num.toString(8).length > 11) encodeSizeBin(num, buf, off);
		else b4a.write(buf, encodeOct(num, 11), off);
	}
	function parse256(buf) {
		let positive;
		if (buf[0] === 128) positive = true;
		else if (buf[0] === 255) positive = false;
		else return null;
		const tuple = [];
		let i;
		for (i = buf.length - 1; i > 0; i--) {
			const byte = buf[i];
			if (positive) tuple.push(byte);
			else tuple.push(255 - byte);
		}
		let sum = 0;
		const l = tuple.length;
		for (i = 0; i < l; i++) sum += tuple[i] * Math.pow(256, i);
		return positive ? sum : -1 * sum;
	}
	function decodeOct(val, offset, length) {
		val = val.subarray(offset, offset + length);
		offset = 0;
		if (val[offset] & 128) return parse256(val);
		else {
			while (offset < val.length && val[offset] === 32) offset++;
			const end = clamp(indexOf(val, 32, offset, val.length), val.length, val.length);
			while (offset < end && val[offset] === 0) offset++;
			if (end === offset) return 0;
			return parseInt(b4a.toString(val.subarray(offset, end)), 8);
		}
	}
	function decodeStr(val, offset, length, encoding) {
		return b4a.toString(val.subarray(offset, indexOf(val, 0, offset, offset + length)), encoding);
	}
	function addLength(str) {
		const len = b4a.byteLength(str);
		let digits = Math.floor(Math.log(len) / Math.log(10)) + 1;
		if (len + digits >= Math.pow(10, digits)) digits++;
		return len + digits + str;
	}
}));
// node_modules/tar-stream/extract.js
var require_extract = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { Writable, Readable, getStreamError } = require_streamx();
	const FIFO = require_fast_fifo();
	const b4a = require_b4a();
	const headers = require_headers();
	const EMPTY = b4a.alloc(0);
	const MAX_HEADER_SIZE = 4194304;
	var BufferList = class {
		constructor() {
			this.buffered = 0;
			this.shifted = 0;
			this.queue = new FIFO();
			this._offset = 0;
		}
		push(buffer) {
			this.buffered += buffer.byteLength;
			this.queue.push(buffer);
		}
		shiftFirst(size) {
			return this.buffered === 0 ? null : this._next(size);
		}
		shift(size) {
			if (size > this.buffered) return null;
			if (size === 0) return EMPTY;
			let chunk = this._next(size);
			if (size === chunk.byteLength) return chunk;
			const chunks = [chunk];
			while ((size -= chunk.byteLength) > 0) {
				chunk = this._next(size);
				chunks.push(chunk);
			}
			return b4a.concat(chunks);
		}
		_next(size) {
			const buf = this.queue.peek();
			const rem = buf.byteLength - this._offset;
			if (size >= rem) {
				const sub = this._offset ? buf.subarray(this._offset, buf.byteLength) : buf;
				this.queue.shift();
				this._offset = 0;
				this.buffered -= rem;
				this.shifted += rem;
				return sub;
			}
			this.buffered -= size;
			this.shifted += size;
			return buf.subarray(this._offset, this._offset += size);
		}
	};
	var Source = class extends Readable {
		constructor(self, header, offset) {
			super();
			this.header = header;
			this.offset = offset;
			this._parent = self;
		}
		_read(cb) {
			if (this.header.size === 0) this.push(null);
			if (this._parent._stream === this) this._parent._update();
			cb(null);
		}
		_predestroy() {
			this._parent.destroy(getStreamError(this));
		}
		_detach() {
			if (this._parent._stream === this) {
				this._parent._stream = null;
				this._parent._missing = overflow(this.header.size);
				this._parent._update();
			}
		}
		_destroy(cb) {
			this._detach();
			cb(null);
		}
	};
	var Extract = class extends Writable {
		constructor(opts) {
			super(opts);
			if (!opts) opts = {};
			this._buffer = new BufferList();
			this._offset = 0;
			this._header = null;
			this._stream = null;
			this._missing = 0;
			this._longHeader = false;
			this._callback = noop;
			this._locked = false;
			this._finished = false;
			this._pax = null;
			this._paxGlobal = null;
			this._gnuLongPath = null;
			this._gnuLongLinkPath = null;
			this._filenameEncoding = opts.filenameEncoding || "utf-8";
			this._allowUnknownFormat = !!opts.allowUnknownFormat;
			this._unlockBound = this._unlock.bind(this);
		}
		_unlock(err) {
			this._locked = false;
			if (err) {
				this.destroy(err);
				this._continueWrite(err);
				return;
			}
			this._update();
		}
		_consumeHeader() {
			if (this._locked) return false;
			this._offset = this._buffer.shifted;
			try {
				this._header = headers.decode(this._buffer.shift(512), this._filenameEncoding, this._allowUnknownFormat);
			} catch (err) {
				this._continueWrite(err);
				return false;
			}
			if (!this._header) return true;
			this._header.byteOffset = this._buffer.shifted;
			switch (this._header.type) {
				case "gnu-long-path":
				case "gnu-long-link-path":
				case "pax-global-header":
				case "pax-header":
					this._longHeader = true;
					this._missing = this._header.size;
					if (this._missing > MAX_HEADER_SIZE) {
						this._continueWrite(/* @__PURE__ */ new Error("Header exceeds max size"));
						return false;
					}
					return true;
			}
			this._locked = true;
			this._applyLongHeaders();
			if (!(this._header.size >= 0)) {
				this._continueWrite(/* @__PURE__ */ new Error("Invalid header"));
				return false;
			}
			if (this._header.size === 0 || this._header.type === "directory") {
				this.emit("entry", this._header, this._createStream(), this._unlockBound);
				return true;
			}
			this._stream = this._createStream();
			this._missing = this._header.size;
			this.emit("entry", this._header, this._stream, this._unlockBound);
			return true;
		}
		_applyLongHeaders() {
			if (this._gnuLongPath) {
				this._header.name = this._gnuLongPath;
				this._gnuLongPath = null;
			}
			if (this._gnuLongLinkPath) {
				this._header.linkname = this._gnuLongLinkPath;
				this._gnuLongLinkPath = null;
			}
			if (this._pax) {
				if (this._pax.path) this._header.name = this._pax.path;
				if (this._pax.linkpath) this._header.linkname = this._pax.linkpath;
				if (this._pax.size) this._header.size = parseInt(this._pax.size, 10);
				this._header.pax = this._pax;
				this._pax = null;
			}
		}
		_decodeLongHeader(buf) {
			switch (this._header.type) {
				case "gnu-long-path":
					this._gnuLongPath = headers.decodeLongPath(buf, this._filenameEncoding);
					break;
				case "gnu-long-link-path":
					this._gnuLongLinkPath = headers.decodeLongPath(buf, this._filenameEncoding);
					break;
				case "pax-global-header":
					this._paxGlobal = headers.decodePax(buf);
					break;
				case "pax-header": this._pax = this._paxGlobal === null ? headers.decodePax(buf) : Object.assign({}, this._paxGlobal, headers.decodePax(buf));
			}
		}
		_consumeLongHeader() {
			this._longHeader = false;
			this._missing = overflow(this._header.size);
			const buf = this._buffer.shift(this._header.size);
			try {
				this._decodeLongHeader(buf);
			} catch (err) {
				this._continueWrite(err);
				return false;
			}
			return true;
		}
		_consumeStream() {
			const buf = this._buffer.shiftFirst(this._missing);
			if (buf === null) return false;
			this._missing -= buf.byteLength;
			const drained = this._stream.push(buf);
			if (this._missing === 0) {
				this._stream.push(null);
				if (drained) this._stream._detach();
				return drained && this._locked === false;
			}
			return drained;
		}
		_createStream() {
			return new Source(this, this._header, this._offset);
		}
		_update() {
			while (this._buffer.buffered > 0 && !this.destroying) {
				if (this._missing > 0) {
					if (this._stream !== null) {
						if (this._consumeStream() === false) return;
						continue;
					}
					if (this._longHeader === true) {
						if (this._missing > this._buffer.buffered) break;
						if (this._consumeLongHeader() === false) return false;
						continue;
					}
					const ignore = this._buffer.shiftFirst(this._missing);
					if (ignore !== null) this._missing -= ignore.byteLength;
					continue;
				}
				if (this._buffer.buffered < 512) break;
				if (this._stream !== null || this._consumeHeader() === false) return;
			}
			this._continueWrite(null);
		}
		_continueWrite(err) {
			const cb = this._callback;
			this._callback = noop;
			cb(err);
		}
		_write(data, cb) {
			this._callback = cb;
			this._buffer.push(data);
			this._update();
		}
		_final(cb) {
			this._finished = this._missing === 0 && this._buffer.buffered === 0;
			cb(this._finished ? null : /* @__PURE__ */ new Error("Unexpected end of data"));
		}
		_predestroy() {
			this._continueWrite(null);
		}
		_destroy(cb) {
			if (this._stream) this._stream.destroy(getStreamError(this));
			cb(null);
		}
		[Symbol.asyncIterator]() {
			let error = null;
			let promiseResolve = null;
			let promiseReject = null;
			let entryStream = null;
			let entryCallback = null;
			const extract = this;
			this.on("entry", onentry);
			this.on("error", (err) => {
				error = err;
			});
			this.on("close", onclose);
			return {
				[Symbol.asyncIterator]() {
					return this;
				},
				next() {
					return new Promise(onnext);
				},
				return() {
					return destroy(null);
				},
				throw(err) {
					return destroy(err);
				}
			};
			function consumeCallback(err) {
				if (!entryCallback) return;
				const cb = entryCallback;
				entryCallback = null;
				cb(err);
			}
			function onnext(resolve, reject) {
				if (error) return reject(error);
				if (entryStream) {
					resolve({
						value: entryStream,
						done: false
					});
					entryStream = null;
					return;
				}
				promiseResolve = resolve;
				promiseReject = reject;
				consumeCallback(null);
				if (extract._finished && promiseResolve) {
					promiseResolve({
						value: void 0,
						done: true
					});
					promiseResolve = promiseReject = null;
				}
			}
			function onentry(header, stream, callback) {
				entryCallback = callback;
				stream.on("error", noop);
				if (promiseResolve) {
					promiseResolve({
						value: stream,
						done: false
					});
					promiseResolve = promiseReject = null;
				} else entryStream = stream;
			}
			function onclose() {
				consumeCallback(error);
				if (!promiseResolve) return;
				if (error) promiseReject(error);
				else promiseResolve({
					value: void 0,
					done: true
				});
				promiseResolve = promiseReject = null;
			}
			function destroy(err) {
				extract.destroy(err);
				consumeCallback(err);
				return new Promise((resolve, reject) => {
					if (extract.destroyed) return resolve({
						value: void 0,
						done: true
					});
					extract.once("close", function() {
						if (err) reject(err);
						else resolve({
							value: void 0,
							done: true
						});
					});
				});
			}
		}
	};
	module.exports = function extract(opts) {
		return new Extract(opts);
	};
	function noop() {}
	function overflow(size) {
		size &= 511;
		return size && 512 - size;
	}
}));
// node_modules/tar-stream/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const constants = {
		S_IFMT: 61440,
		S_IFDIR: 16384,
		S_IFCHR: 8192,
		S_IFBLK: 24576,
		S_IFIFO: 4096,
		S_IFLNK: 40960
	};
	try {
		module.exports = __require("fs").constants || constants;
	} catch {
		module.exports = constants;
	}
}));
// node_modules/tar-stream/pack.js
var require_pack = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { Readable, Writable, getStreamError } = require_streamx();
	const b4a = require_b4a();
	const constants = require_constants();
	const headers = require_headers();
	const DMODE = 493;
	const FMODE = 420;
	const END_OF_TAR = b4a.alloc(1024);
	var Sink = class extends Writable {
		constructor(pack, header, callback) {
			super({
				mapWritable,
				eagerOpen: true
			});
			this.written = 0;
			this.header = header;
			this._callback = callback;
			this._linkname = null;
			this._isLinkname = header.type === "symlink" && !header.linkname;
			this._isVoid = header.type !== "file" && header.type !== "contiguous-file";
			this._finished = false;
			this._pack = pack;
			this._openCallback = null;
			if (this._pack._stream === null) this._pack._stream = this;
			else this._pack._pending.push(this);
		}
		_open(cb) {
			this._openCallback = cb;
			if (this._pack._stream === this) this._continueOpen();
		}
		_continuePack(err) {
			if (this._callback === null) return;
			const callback = this._callback;
			this._callback = null;
			callback(err);
		}
		_continueOpen() {
			if (this._pack._stream === null) this._pack._stream = this;
			const cb = this._openCallback;
			this._openCallback = null;
			if (cb === null) return;
			if (this._pack.destroying) return cb(/* @__PURE__ */ new Error("pack stream destroyed"));
			if (this._pack._finalized) return cb(/* @__PURE__ */ new Error("pack stream is already finalized"));
			this._pack._stream = this;
			if (!this._isLinkname) this._pack._encode(this.header);
			if (this._isVoid) {
				this._finish();
				this._continuePack(null);
			}
			cb(null);
		}
		_write(data, cb) {
			if (this._isLinkname) {
				this._linkname = this._linkname ? b4a.concat([this._linkname, data]) : data;
				return cb(null);
			}
			if (this._isVoid) {
				if (data.byteLength > 0) return cb(/* @__PURE__ */ new Error("No body allowed for this entry"));
				return cb();
			}
			this.written += data.byteLength;
			if (this._pack.push(data)) return cb();
			this._pack._drain = cb;
		}
		_finish() {
			if (this._finished) return;
			this._finished = true;
			if (this._isLinkname) {
				this.header.linkname = this._linkname ? b4a.toString(this._linkname, "utf-8") : "";
				this._pack._encode(this.header);
			}
			overflow(this._pack, this.header.size);
			this._pack._done(this);
		}
		_final(cb) {
			if (this.written !== this.header.size) return cb(/* @__PURE__ */ new Error("Size mismatch"));
			this._finish();
			cb(null);
		}
		_getError() {
			return getStreamError(this) || /* @__PURE__ */ new Error("tar entry destroyed");
		}
		_predestroy() {
			this._pack.destroy(this._getError());
		}
		_destroy(cb) {
			this._pack._done(this);
			this._continuePack(this._finished ? null : this._getError());
			cb();
		}
	};
	var Pack = class extends Readable {
		constructor(opts) {
			super(opts);
			this._drain = noop;
			this._finalized = false;
			this._finalizing = false;
			this._pending = [];
			this._stream = null;
		}
		entry(header, buffer, callback) {
			if (this._finalized || this.destroying) throw new Error("already finalized or destroyed");
			if (typeof buffer === "function") {
				callback = buffer;
				buffer = null;
			}
			if (!callback) callback = noop;
			if (!header.size || header.type === "symlink") header.size = 0;
			if (!header.type) header.type = modeToType(header.mode);
			if (!header.mode) header.mode = header.type === "directory" ? DMODE : FMODE;
			if (!header.uid) header.uid = 0;
			if (!header.gid) header.gid = 0;
			if (!header.mtime) header.mtime = /* @__PURE__ */ new Date();
			if (typeof buffer === "string") buffer = b4a.from(buffer);
			const sink = new Sink(this, header, callback);
			if (b4a.isBuffer(buffer)) {
				header.size = buffer.byteLength;
				sink.write(buffer);
				sink.end();
				return sink;
			}
			if (sink._isVoid) return sink;
			return sink;
		}
		finalize() {
			if (this._stream || this._pending.length > 0) {
				this._finalizing = true;
				return;
			}
			if (this._finalized) return;
			this._finalized = true;
			this.push(END_OF_TAR);
			this.push(null);
		}
		_done(stream) {
			if (stream !== this._stream) return;
			this._stream = null;
			if (this._finalizing) this.finalize();
			if (this._pending.length) this._pending.shift()._continueOpen();
		}
		_encode(header) {
			if (!header.pax) {
				const buf = headers.encode(header);
				if (buf) {
					this.push(buf);
					return;
				}
			}
			this._encodePax(header);
		}
		_encodePax(header) {
			const paxHeader = headers.encodePax({
				name: header.name,
				linkname: header.linkname,
				pax: header.pax
			});
			const newHeader = {
				name: "PaxHeader",
				mode: header.mode,
				uid: header.uid,
				gid: header.gid,
				size: paxHeader.byteLength,
				mtime: header.mtime,
				type: "pax-header",
				linkname: header.linkname && "PaxHeader",
				uname: header.uname,
				gname: header.gname,
				devmajor: header.devmajor,
				devminor: header.devminor
			};
			this.push(headers.encode(newHeader));
			this.push(paxHeader);
			overflow(this, paxHeader.byteLength);
			newHeader.size = header.size;
			newHeader.type = header.type;
			this.push(headers.encode(newHeader));
		}
		_doDrain() {
			const drain = this._drain;
			this._drain = noop;
			drain();
		}
		_predestroy() {
			const err = getStreamError(this);
			if (this._stream) this._stream.destroy(err);
			while (this._pending.length) {
				const stream = this._pending.shift();
				stream.destroy(err);
				stream._continueOpen();
			}
			this._doDrain();
		}
		_read(cb) {
			this._doDrain();
			cb();
		}
	};
	module.exports = function pack(opts) {
		return new Pack(opts);
	};
	function modeToType(mode) {
		switch (mode & constants.S_IFMT) {
			case constants.S_IFBLK: return "block-device";
			case constants.S_IFCHR: return "character-device";
			case constants.S_IFDIR: return "directory";
			case constants.S_IFIFO: return "fifo";
			case constants.S_IFLNK: return "symlink";
		}
		return "file";
	}
	function noop() {}
	function overflow(self, size) {
		size &= 511;
		if (size) self.push(END_OF_TAR.subarray(0, 512 - size));
	}
	function mapWritable(buf) {
		return b4a.isBuffer(buf) ? buf : b4a.from(buf);
	}
}));
// src/adapters/runtime/unpack.ts
/** Unpacks an npm tarball. Its hash is checked before; what is refused here, no npm package has. */
var import_tar_stream = (/* @__PURE__ */ __commonJSMin(((exports) => {
	exports.extract = require_extract();
	exports.pack = require_pack();
})))();
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
		await mkdir(dirname(file), { recursive: true });
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
		await mkdir(target, { recursive: true });
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
