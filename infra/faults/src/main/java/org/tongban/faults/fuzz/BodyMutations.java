package org.tongban.faults.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/** Bad bodies: values that the schema does not take, JSON that is none, and other types than JSON. */
final class BodyMutations {
    private static final int MANY = 100_000;

    /** In the place of a member's value, as it stands in JSON. */
    private static final Map<String, String> VALUES = Map.ofEntries(
            Map.entry("null", "null"),
            Map.entry("object-for-a-value", "{\"a\": {}}"),
            Map.entry("array-for-a-value", "[[1], [[]]]"),
            Map.entry("true-for-a-value", "true"),
            Map.entry("minus-one", "-1"),
            Map.entry("fraction", "1.7"),
            Map.entry("number-beyond-long", "92233720368547758080"),
            Map.entry("1e400", "1e400"),
            Map.entry("minus-1e400", "-1e400"),
            Map.entry("1e-400", "1e-400"),
            Map.entry("thousand-digits", "9".repeat(1000)),
            Map.entry("empty-text", "\"\""),
            Map.entry("blank-text", "\" \\t\\u3000\""),
            Map.entry("nul-character", "\"a\\u0000b\""),
            Map.entry("control-characters", "\"\\u0001\\u0008\\u001b[2J\\u007f\\u0085\""),
            Map.entry("lone-surrogate", "\"\\ud800\""),
            Map.entry("reversed-surrogates", "\"\\udc00\\ud800\""),
            Map.entry("noncharacter", "\"\\uffff\\ufffe\""),
            Map.entry("direction-override", "\"\\u202e\\u2066abc\""),
            Map.entry("long-text", "\"" + "长".repeat(30_000) + "\""),
            Map.entry("sql-in-text", "\"'; drop table core.account; --\""),
            Map.entry("format-in-text", "\"%s%n${jndi:ldap://x}{{7*7}}\""));

    private static final Map<String, String> NO_JSON = Map.ofEntries(
            Map.entry("nothing-at-all", ""),
            Map.entry("blanks", "  \n"),
            Map.entry("half-an-object", "{\"a\": "),
            Map.entry("trailing-comma", "{\"a\": 1,}"),
            Map.entry("comment", "{/* */}"),
            Map.entry("single-quotes", "{'a': 1}"),
            Map.entry("nan", "{\"a\": NaN}"),
            Map.entry("leading-zero", "{\"a\": 01}"),
            Map.entry("byte-order-mark", "\ufeff{}"),
            Map.entry("raw-nul", "{\"a\": \"\0\"}"),
            Map.entry("array-for-the-body", "[]"),
            Map.entry("text-for-the-body", "\"a\""),
            Map.entry("null-for-the-body", "null"),
            Map.entry(
                    "xml",
                    "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"));

    private static final List<String> TYPES = List.of(
            "text/plain",
            "application/xml",
            "application/x-www-form-urlencoded",
            "multipart/form-data",
            "multipart/form-data; boundary=x",
            "application/json; charset=utf-16",
            "application/json; charset=none-such",
            "application/octet-stream",
            "json",
            "/",
            "application/json, text/plain",
            "*/*");

    private BodyMutations() {}

    static List<Mutation> all(Samples samples) {
        var all = new ArrayList<Mutation>();
        VALUES.forEach((name, value) -> all.add(onJson(
                name,
                name.equals("nul-character") || name.endsWith("1e400") || name.contains("lone-surrogate"),
                (draft, operation, random) -> draft.body(replaced(samples, operation, random, value)))));
        NO_JSON.forEach(
                (name, body) -> all.add(onJson("body-" + name, true, (draft, operation, random) -> draft.body(body))));
        all.addAll(structures(samples));
        for (var type : TYPES) {
            all.add(onJson("type " + type, false, (draft, operation, random) -> draft.header("Content-Type", type)));
        }
        all.add(onJson("no-type", false, (draft, operation, random) -> draft.without("Content-Type")));
        all.add(onJson(
                "content-encoding", false, (draft, operation, random) -> draft.header("Content-Encoding", "gzip")));
        all.add(new Mutation(
                "body-that-is-not-taken",
                false,
                true,
                operation -> !operation.hasJsonBody() && !operation.binary(),
                (draft, operation, random) ->
                        draft.header("Content-Type", "application/json").body("{\"a\": 1}")));
        return List.copyOf(all);
    }

    private static List<Mutation> structures(Samples samples) {
        return List.of(
                onJson("member-missing", false, (draft, operation, random) -> {
                    var sample = object(samples, operation, random);
                    if (!sample.isEmpty()) {
                        sample.remove(member(sample, random));
                    }
                    draft.body(sample.toString());
                }),
                onJson("empty-object", false, (draft, operation, random) -> draft.body("{}")),
                onJson(
                        "unknown-member",
                        true,
                        (draft, operation, random) -> draft.body(object(samples, operation, random)
                                .put("__proto__", "a")
                                .toString())),
                onJson("duplicate-member", true, (draft, operation, random) -> {
                    var text = object(samples, operation, random).toString();
                    draft.body(text.length() > 2 ? "{" + inner(text) + "," + inner(text) + "}" : "{\"a\":1,\"a\":1}");
                }),
                onJson(
                        "trailing-garbage",
                        true,
                        (draft, operation, random) -> draft.body(object(samples, operation, random) + " {}")),
                onJson(
                        "deep-nesting",
                        true,
                        (draft, operation, random) -> draft.body("{\"a\":".repeat(5_000) + "1" + "}".repeat(5_000))),
                onJson("deep-array", true, (draft, operation, random) -> draft.body("[".repeat(MANY))),
                onJson("many-members", true, (draft, operation, random) -> draft.body(many())),
                onJson(
                        "over-the-limit",
                        true,
                        (draft, operation, random) -> draft.body("{\"a\":\"" + "a".repeat(1_100_000) + "\"}")),
                onJson("bytes-that-are-no-utf-8", true, (draft, operation, random) -> {
                    var bytes = "{\"a\": \"xx\"}".getBytes(StandardCharsets.UTF_8);
                    bytes[7] = (byte) 0xc3;
                    bytes[8] = (byte) 0x28;
                    draft.body(bytes);
                }),
                onJson(
                        "utf-16",
                        true,
                        (draft, operation, random) -> draft.body(
                                object(samples, operation, random).toString().getBytes(StandardCharsets.UTF_16))));
    }

    private static Mutation onJson(String name, boolean refused, Mutation.Spoiling spoiling) {
        return new Mutation(name, refused, true, Operation::hasJsonBody, spoiling);
    }

    private static String replaced(Samples samples, Operation operation, RandomGenerator random, String value) {
        var sample = object(samples, operation, random);
        if (sample.isEmpty()) {
            return "{\"a\": " + value + "}";
        }
        // A text that stands for itself, exchanged in the JSON: 1e400 is no number that a tree could hold.
        var mark = "#mark#";
        sample.set(member(sample, random), TextNode.valueOf(mark));
        return sample.toString().replace("\"" + mark + "\"", value);
    }

    private static ObjectNode object(Samples samples, Operation operation, RandomGenerator random) {
        JsonNode sample = samples.of(operation.schema(), random);
        return sample instanceof ObjectNode object ? object : new ObjectNode(null);
    }

    private static String member(ObjectNode object, RandomGenerator random) {
        var names = object.properties().stream().map(Map.Entry::getKey).toList();
        return names.get(random.nextInt(names.size()));
    }

    private static String inner(String object) {
        return object.substring(1, object.length() - 1);
    }

    private static String many() {
        var body = new StringBuilder("{\"a\":1");
        for (int i = 0; i < 20_000; i++) {
            body.append(",\"m").append(i).append("\":").append(i);
        }
        return body.append('}').toString();
    }
}
