package org.tongban.faults.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is wrong with an answer (CO-10, RL-4). */
final class Judge {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final List<String> OF_OAUTH = List.of("error", "error_description");
    private static final List<String> TEXTS = List.of("type", "title", "detail", "instance", "code", "traceId");

    private Judge() {}

    /** The faults of any answer. */
    static List<String> faults(Reply reply, boolean head) {
        var faults = new ArrayList<String>();
        if (reply.status() >= 500
                && !(reply.status() == 503 && !reply.header("retry-after").isEmpty())) {
            faults.add("answers " + reply.status());
        }
        if (reply.status() >= 400 && !head) {
            faults.addAll(problem(reply));
        }
        return faults;
    }

    /** The faults of an answer to what asked for this operation. */
    static List<String> faults(Reply reply, Operation operation, boolean refused) {
        var faults = new ArrayList<>(faults(reply, false));
        var status = Integer.toString(reply.status());
        if (!operation.statuses().contains(status)) {
            faults.add("answers " + status + ", which its operation does not describe");
        }
        if (refused && reply.status() < 400) {
            faults.add("takes what must be refused");
        }
        return faults;
    }

    private static List<String> problem(Reply reply) {
        var type = reply.header("content-type");
        if (type.startsWith("application/json") && isOfOAuth(reply)) {
            return List.of();
        }
        if (!type.startsWith("application/problem+json")) {
            return List.of("a refusal " + reply.status() + " of the type “" + type + "”");
        }
        try {
            return problem(MAPPER.readTree(reply.body()), reply.status());
        } catch (IOException e) {
            return List.of("a refusal " + reply.status() + " that is not JSON");
        }
    }

    /** Whether it is a refusal of RFC 6749, which nothing but the endpoints of OAuth answers. */
    private static boolean isOfOAuth(Reply reply) {
        try {
            var body = MAPPER.readTree(reply.body());
            return body.path("error").isTextual()
                    && body.properties().stream().allMatch(member -> OF_OAUTH.contains(member.getKey()));
        } catch (IOException e) {
            return false;
        }
    }

    private static List<String> problem(JsonNode problem, int status) {
        var faults = new ArrayList<String>();
        for (var member : TEXTS) {
            if (!problem.path(member).isTextual()
                    || problem.path(member).asText().isEmpty()) {
                faults.add("a refusal " + status + " without " + member);
            }
        }
        if (problem.path("status").asInt() != status) {
            faults.add("a refusal " + status + " that names another status");
        }
        return faults;
    }
}
