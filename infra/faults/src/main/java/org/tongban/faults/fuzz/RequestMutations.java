package org.tongban.faults.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Bad parameters, paths, headers and methods. */
final class RequestMutations {
    private static final String KEY = "Idempotency-Key";
    private static final String MATCH = "If-Match";

    private static final List<String> VALUES = List.of(
            "",
            "%00",
            "%ff%fe",
            "%",
            "%zz",
            "%ed%a0%80",
            "-1",
            "9223372036854775808",
            "%27%20or%201=1--",
            "%0d%0aSet-Cookie:%20a=b",
            "%2e%2e%2f%2e%2e%2fetc%2fpasswd",
            "a".repeat(3_000));

    private static final List<String> LIMITS = List.of("0", "101", "abc", "-1", "1.5", "99999999999", "%00", "");
    private static final List<String> CURSORS =
            List.of("abc", "%00", "====", "AAAAAAAAAAAAAAAAAAAAAA", "a".repeat(101), "%E7%94%B2");
    private static final List<String> IDS = List.of(
            "abc",
            "%00",
            "00000000-0000-0000-0000-00000000000",
            "00000000-0000-0000-0000-00000000000g",
            "1-1-1-1-1",
            "%7Bid%7D",
            "..%2f..",
            "%E7%94%B2",
            "a".repeat(2_000));
    private static final List<String> KEYS =
            List.of("", " ", "a".repeat(65), "键", "a b", "\"quoted\"", "a\tb", "\u0001", "a,b");
    private static final List<String> MATCHES =
            List.of("", "*", "abc", "\"", "\"abc\"", "W/\"1\"", "\"99999999999999999999\"", "\"-1\", \"x\"", "键");
    private static final List<String> ACCEPTS =
            List.of("", "text/html", "image/png", "*", "a/b/c", ";q=2", "application/json;q=0", "*/*;q=abc", "键");
    private static final List<String> LANGUAGES =
            List.of("", "xx", "zh-CN;q=5", "en;q=abc", ",,,", "*", "a".repeat(4_000), "键", "en-".repeat(100));
    private static final List<String> METHODS =
            List.of("PATCH", "TRACE", "OPTIONS", "HEAD", "DELETE", "PUT", "POST", "CONNECT", "PROPFIND", "get");
    private static final List<String> TOKENS =
            List.of("", "Bearer", "Bearer ", "Basic YTpi", "Bearer a.b.c", "Bearer 键", "Bearer " + "a".repeat(9_000));

    private RequestMutations() {}

    static List<Mutation> all() {
        var all = new ArrayList<Mutation>();
        all.add(new Mutation(
                "unknown-parameter",
                false,
                true,
                operation -> true,
                (draft, operation, random) -> draft.query.add("none-such=1")));
        all.add(new Mutation(
                "parameter",
                false,
                true,
                RequestMutations::asks,
                (draft, operation, random) ->
                        draft.query.add(pick(operation.parameters(), random) + "=" + pick(VALUES, random))));
        all.add(new Mutation("parameter-twice", false, true, RequestMutations::asks, (draft, operation, random) -> {
            var name = pick(operation.parameters(), random);
            draft.query.add(name + "=1");
            draft.query.add(name + "=%00");
        }));
        all.add(new Mutation(
                "parameter-broken",
                false,
                true,
                RequestMutations::asks,
                (draft, operation, random) ->
                        draft.query.add(pick(List.of("%", "=", "&&&", "a[b]=1", "%00=1", "limit", "=limit"), random))));
        each(all, "limit", LIMITS, true, operation -> operation.parameters().contains("limit"));
        each(all, "cursor", CURSORS, false, operation -> operation.parameters().contains("cursor"));
        for (var id : IDS) {
            all.add(new Mutation(
                    "path-variable " + shown(id),
                    false,
                    true,
                    operation -> operation.path().contains("{"),
                    (draft, operation, random) -> draft.path =
                            operation.path().replaceFirst("\\{[^}]*}", id).replaceAll("\\{[^}]*}", "1")));
        }
        headers(all);
        off(all);
        return List.copyOf(all);
    }

    private static void headers(List<Mutation> all) {
        header(all, KEY, KEYS, operation -> !operation.method().equals("GET"));
        header(all, MATCH, MATCHES, operation -> operation.method().equals("PUT"));
        header(all, "Accept", ACCEPTS, operation -> true);
        header(all, "Accept-Language", LANGUAGES, operation -> true);
        header(all, "Authorization", TOKENS, operation -> true);
        header(all, "Range", List.of("bytes=0-", "bytes=9-1", "bytes=-0", "bytes=a-b"), operation -> true);
        header(
                all,
                "If-None-Match",
                List.of("*", "abc", "\"a\""),
                operation -> operation.method().equals("GET"));
        header(all, "Expect", List.of("100-continue"), operation -> true);
        header(all, "X-Forwarded-For", List.of("键", "1.2.3.4, ::1, \"\""), operation -> true);
        all.add(new Mutation(
                "two-authorizations",
                false,
                true,
                operation -> true,
                (draft, operation, random) -> draft.more("Authorization", "Bearer a.b.c")));
        all.add(new Mutation(
                "two-keys",
                false,
                true,
                operation -> !operation.method().equals("GET"),
                (draft, operation, random) -> draft.more(KEY, "a").more(KEY, "b")));
        all.add(new Mutation(
                "two-types",
                false,
                true,
                Operation::hasJsonBody,
                (draft, operation, random) -> draft.more("Content-Type", "text/plain")));
    }

    /** These ask for something else than the operation: what they get, it does not describe. */
    private static void off(List<Mutation> all) {
        for (var method : METHODS) {
            all.add(new Mutation(
                    "method " + method,
                    false,
                    false,
                    operation -> !operation.method().equals(method),
                    (draft, operation, random) -> draft.method = method));
        }
        all.add(new Mutation(
                "path-overlong",
                true,
                false,
                operation -> true,
                (draft, operation, random) -> draft.path = draft.path + "/" + "a".repeat(20_000)));
        all.add(new Mutation(
                "header-overlong",
                true,
                false,
                operation -> true,
                (draft, operation, random) -> draft.header("X-Long", "a".repeat(20_000))));
        all.add(new Mutation("many-headers", false, false, operation -> true, (draft, operation, random) -> {
            for (int i = 0; i < 300; i++) {
                draft.more("X-" + i, "a".repeat(20));
            }
        }));
        for (var origin : List.of("null", "http://elsewhere.example")) {
            all.add(new Mutation(
                    "Origin " + origin,
                    false,
                    false,
                    operation -> true,
                    (draft, operation, random) -> draft.header("Origin", origin)));
        }
        all.add(new Mutation(
                "path-suffix",
                false,
                false,
                operation -> true,
                (draft, operation, random) -> draft.path = draft.path
                        + pick(
                                List.of("/", "//", ";a=b", "/../..", "/%2e%2e", ".json", "%20", "%00", "/%E7"),
                                random)));
        all.add(new Mutation(
                "path-case",
                false,
                false,
                operation -> true,
                (draft, operation, random) -> draft.path = draft.path.replace("/api/", "/API/")));
        all.add(new Mutation(
                "path-doubled-slashes",
                false,
                false,
                operation -> true,
                (draft, operation, random) -> draft.path = draft.path.replace("/", "//")));
    }

    private static void each(
            List<Mutation> all,
            String parameter,
            List<String> values,
            boolean refused,
            java.util.function.Predicate<Operation> applies) {
        for (var value : values) {
            all.add(new Mutation(
                    parameter + "=" + shown(value),
                    refused && !value.isEmpty(),
                    true,
                    applies,
                    (draft, operation, random) -> draft.query.add(parameter + "=" + value)));
        }
    }

    private static void header(
            List<Mutation> all, String name, List<String> values, java.util.function.Predicate<Operation> applies) {
        for (var value : values) {
            all.add(new Mutation(
                    name + " " + shown(value),
                    false,
                    true,
                    applies,
                    (draft, operation, random) -> draft.header(name, value)));
        }
    }

    private static boolean asks(Operation operation) {
        return !operation.parameters().isEmpty();
    }

    private static String shown(String value) {
        return value.length() > 40 ? value.substring(0, 8) + "… (" + value.length() + ")" : value;
    }

    private static String pick(List<String> values, RandomGenerator random) {
        return values.get(random.nextInt(values.size()));
    }
}
