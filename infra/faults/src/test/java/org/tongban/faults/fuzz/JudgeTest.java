package org.tongban.faults.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("RL-4")
class JudgeTest {
    private static final String PROBLEM = """
        {"type": "a", "title": "b", "status": 400, "detail": "c", "instance": "/d", "code": "e", "traceId": "f"}\
        """;
    private static final Operation OPERATION =
            new Operation("a", "GET", "/a", List.of(), MissingNode.getInstance(), false, Set.of("200", "400"));

    @Test
    void a_refusal_of_oauth_has_its_own_form_and_no_other_has_it() {
        var oauth = "{\"error\": \"invalid_client\", \"error_description\": \"a sentence\"}";
        assertThat(Judge.faults(reply(401, "application/json", oauth), false)).isEmpty();
        assertThat(Judge.faults(reply(401, "application/json", "{\"error\": \"x\", \"path\": \"/\"}"), false))
                .isNotEmpty();
        assertThat(Judge.faults(reply(401, "application/json", "{\"message\": \"x\"}"), false))
                .isNotEmpty();
        assertThat(Judge.faults(reply(401, "application/json", "x"), false)).isNotEmpty();
    }

    @Test
    void takes_a_described_problem() {
        assertThat(Judge.faults(reply(400, "application/problem+json", PROBLEM), OPERATION, true))
                .isEmpty();
    }

    @Test
    void finds_a_failure_and_lets_an_absence_pass_that_says_when_to_come_again() {
        assertThat(Judge.faults(reply(500, "application/problem+json", PROBLEM.replace("400", "500")), false))
                .containsExactly("answers 500");
        var away = new Reply(
                503,
                Map.of("content-type", "application/problem+json", "retry-after", "5"),
                PROBLEM.replace("400", "503").getBytes(StandardCharsets.UTF_8),
                false);
        assertThat(Judge.faults(away, false)).isEmpty();
    }

    @Test
    void finds_a_refusal_that_is_no_problem_or_lacks_a_member() {
        assertThat(Judge.faults(reply(400, "text/html", "<p>"), false)).hasSize(1);
        assertThat(Judge.faults(
                        reply(400, "application/problem+json", PROBLEM.replace("\"traceId\": \"f\"", "\"x\": \"f\"")),
                        false))
                .containsExactly("a refusal 400 without traceId");
        assertThat(Judge.faults(reply(404, "application/problem+json", PROBLEM), false))
                .containsExactly("a refusal 404 that names another status");
    }

    @Test
    void finds_a_status_that_is_not_described_and_a_bad_request_that_is_taken() {
        assertThat(Judge.faults(reply(201, "application/json", "{}"), OPERATION, true))
                .containsExactly("answers 201, which its operation does not describe", "takes what must be refused");
    }

    private static Reply reply(int status, String type, String body) {
        return new Reply(status, Map.of("content-type", type), body.getBytes(StandardCharsets.UTF_8), false);
    }
}
