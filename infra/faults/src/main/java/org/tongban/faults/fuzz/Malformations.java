package org.tongban.faults.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Requests that are no HTTP, or HTTP as only an attacker writes it; each ends so that a server need not wait for more. */
final class Malformations {
    private static final String PATH = "/api/platform/v1/sessions";
    private static final String POST = "POST " + PATH + " HTTP/1.1\r\nHost: localhost\r\n";
    private static final String JSON = "Content-Type: application/json\r\n";

    private Malformations() {}

    /** The requests by what is wrong with them. */
    static Map<String, byte[]> all() {
        var all = new LinkedHashMap<String, byte[]>();
        lengths(all);
        chunks(all);
        lines(all);
        heads(all);
        return all;
    }

    private static void lengths(Map<String, byte[]> all) {
        put(all, "two-lengths", POST + JSON + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}\n");
        put(all, "list-of-lengths", POST + JSON + "Content-Length: 2, 3\r\n\r\n{}\n");
        put(all, "negative-length", POST + JSON + "Content-Length: -1\r\n\r\n");
        put(all, "length-no-number", POST + JSON + "Content-Length: abc\r\n\r\n");
        put(all, "length-with-plus", POST + JSON + "Content-Length: +2\r\n\r\n{}");
        put(all, "length-beyond-long", POST + JSON + "Content-Length: 99999999999999999999\r\n\r\n");
        put(all, "length-of-an-exabyte", POST + JSON + "Content-Length: 999999999999999999\r\n\r\n");
        put(all, "length-and-chunks", POST + JSON + "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    }

    private static void chunks(Map<String, byte[]> all) {
        var chunked = POST + JSON + "Transfer-Encoding: chunked\r\n\r\n";
        put(all, "chunk-size-no-number", chunked + "zz\r\n{}\r\n0\r\n\r\n");
        put(all, "chunk-size-negative", chunked + "-2\r\n{}\r\n0\r\n\r\n");
        put(all, "chunk-size-beyond-int", chunked + "fffffffffffffffff\r\n{}\r\n0\r\n\r\n");
        put(all, "chunk-longer-than-said", chunked + "1\r\n{}\r\n0\r\n\r\n");
        put(all, "chunk-with-extension", chunked + "2;a=\"b\"\r\n{}\r\n0\r\n\r\n");
        put(all, "chunk-trailer", chunked + "2\r\n{}\r\n0\r\nContent-Length: 5\r\n\r\n");
        put(all, "encoding-unknown", POST + JSON + "Transfer-Encoding: rot13\r\nContent-Length: 2\r\n\r\n{}");
        put(all, "chunked-twice", POST + JSON + "Transfer-Encoding: chunked, chunked\r\n\r\n0\r\n\r\n");
        put(all, "chunked-spelt-oddly", POST + JSON + "Transfer-Encoding: xchunked\r\nContent-Length: 2\r\n\r\n{}");
    }

    private static void lines(Map<String, byte[]> all) {
        put(all, "no-http", "hello\r\n\r\n");
        put(all, "no-version", "GET " + PATH + "\r\nHost: localhost\r\n\r\n");
        put(all, "version-9", "GET " + PATH + " HTTP/9.9\r\nHost: localhost\r\n\r\n");
        put(all, "version-no-number", "GET " + PATH + " HTTP/x.y\r\nHost: localhost\r\n\r\n");
        put(all, "line-feeds-only", "GET " + PATH + " HTTP/1.1\nHost: localhost\n\n");
        put(all, "blank-lines-first", "\r\n\r\nGET " + PATH + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        put(all, "tabs-in-the-line", "GET\t" + PATH + "\tHTTP/1.1\r\nHost: localhost\r\n\r\n");
        put(all, "space-in-the-path", "GET " + PATH + "/a b HTTP/1.1\r\nHost: localhost\r\n\r\n");
        put(all, "raw-bytes-in-the-path", "GET " + PATH + "/键 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        put(all, "nul-in-the-path", "GET " + PATH + "/\0 HTTP/1.1\r\nHost: localhost\r\n\r\n");
        put(all, "whole-address", "GET http://elsewhere.example" + PATH + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        put(all, "asterisk", "OPTIONS * HTTP/1.1\r\nHost: localhost\r\n\r\n");
        put(all, "path-without-slash", "GET api HTTP/1.1\r\nHost: localhost\r\n\r\n");
        put(all, "path-overlong", "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        put(all, "method-overlong", "A".repeat(10_000) + " / HTTP/1.1\r\nHost: localhost\r\n\r\n");
        put(all, "tls-hello", "\u0016\u0003\u0001\u0002\0\u0001\0\r\n\r\n");
        put(all, "http-2-preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    }

    private static void heads(Map<String, byte[]> all) {
        var get = "GET /api/platform/v1/modules HTTP/1.1\r\n";
        put(all, "no-host", get + "\r\n");
        put(all, "two-hosts", get + "Host: a\r\nHost: b\r\n\r\n");
        put(all, "host-with-spaces", get + "Host: a b\r\n\r\n");
        put(all, "header-without-colon", get + "Host: localhost\r\nabc\r\n\r\n");
        put(all, "header-without-name", get + "Host: localhost\r\n: abc\r\n\r\n");
        put(all, "space-before-colon", get + "Host: localhost\r\nX-A : b\r\n\r\n");
        put(all, "folded-header", get + "Host: localhost\r\nX-A: b\r\n c\r\n\r\n");
        put(all, "nul-in-a-header", get + "Host: localhost\r\nX-A: b\0c\r\n\r\n");
        put(all, "bare-return-in-a-header", get + "Host: localhost\r\nX-A: b\rX-B: c\r\n\r\n");
        put(all, "header-overlong", get + "Host: localhost\r\nX-A: " + "a".repeat(100_000) + "\r\n\r\n");
        put(all, "headers-without-number", get + "Host: localhost\r\n" + "X-A: b\r\n".repeat(5_000) + "\r\n");
        put(
                all,
                "upgrade",
                get + "Host: localhost\r\nConnection: Upgrade\r\nUpgrade: h2c\r\nHTTP2-Settings: AA\r\n\r\n");
        put(all, "web-socket", get + "Host: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n");
    }

    private static void put(Map<String, byte[]> all, String name, String request) {
        all.put(name, request.getBytes(StandardCharsets.UTF_8));
    }
}
