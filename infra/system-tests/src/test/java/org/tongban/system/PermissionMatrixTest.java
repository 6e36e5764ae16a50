package org.tongban.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micronaut.management.endpoint.annotation.Endpoint;
import io.micronaut.web.router.MethodBasedRouteInfo;
import io.micronaut.web.router.Router;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.tongban.core.account.AccountError;
import org.tongban.core.module.ModuleRegistry;
import org.tongban.pages.Access;
import org.tongban.pages.AccessMatrix;
import org.tongban.pages.Verdict;
import org.tongban.system.Records.Line;
import org.tongban.testkit.Answer;
import org.tongban.testkit.Api;
import org.tongban.testkit.Tongban;
import org.tongban.testkit.TongbanTest;

/**
 * Carries the permission matrix of {@code docs/permissions.md} out (RL-6): every endpoint of every module, asked by every
 * kind of caller over HTTP. What is expected comes from annotations and declarations, not from here; only the records
 * behind the routes are listed, in {@link MatrixRecords}.
 */
@TongbanTest
@Tag("RL-6")
@Tag("CO-28")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PermissionMatrixTest {
    private static final Pattern NUMBER = Pattern.compile("[A-Z]{2}[0-9]{4}-[0-9]{7}-[0-9]");
    /** The place of something in a record; nothing has so many. */
    private static final Pattern PLACE = Pattern.compile("[1-4]");

    private static final Set<String> AT_THE_EDGE = Set.of("unauthenticated", "token-invalid", "forbidden");
    private static final Set<String> GATES =
            AccountError.GATES.stream().map(AccountError::code).collect(Collectors.toUnmodifiableSet());

    private final Tongban tongban;
    private final AccessMatrix matrix;
    private final List<Visitor> visitors;
    private final Records records;

    PermissionMatrixTest(Tongban tongban) {
        tongban.clock().moveTo(Tongban.MOMENT);
        this.tongban = tongban;
        this.matrix =
                new AccessMatrix(tongban.context().getBean(ModuleRegistry.class).modules());
        this.records = new MatrixRecords(tongban).all();
        this.visitors = new Visitors(tongban, matrix).all(matrix);
    }

    /** What a caller gets. */
    private enum Expected {
        UNAUTHENTICATED,
        FORBIDDEN,
        SHUT_OUT,
        ABSENT,
        REACHED
    }

    @Test
    void every_live_route_is_in_the_matrix() {
        var live = tongban.context()
                .getBean(Router.class)
                .uriRoutes()
                .filter(MethodBasedRouteInfo.class::isInstance)
                .filter(route -> !route.getAnnotationMetadata().hasStereotype(Endpoint.class))
                .map(route ->
                        ((MethodBasedRouteInfo<?, ?>) route).getTargetMethod().getMethodName())
                .collect(Collectors.toSet());
        assertThat(live)
                .hasSizeGreaterThan(40)
                .isEqualTo(matrix.endpoints().stream()
                        .map(org.tongban.pages.Endpoint::operation)
                        .collect(Collectors.toSet()));
    }

    @Test
    void every_route_of_a_record_has_one() {
        var without = matrix.endpoints().stream()
                .filter(endpoint -> records.of(endpoint).isEmpty())
                .map(endpoint -> """

                    %s %s (%s) has no record to be tried with. Add a line to MatrixRecords.all(), say
                        .of("%s", this::thing, OWNER)
                    where thing() makes such a record of unit-a's over HTTP and answers its id; OWNER, role("...") and \
                    roleAnywhere("...") say who of those with the permission reaches it, for all others it must be 404. \
                    Where the route is @Open: forAll(path, values) for what everybody sees, forNobody(path, values) for \
                    what exists and must stay hidden.\
                    """.formatted(
                                endpoint.method(),
                                endpoint.path(),
                                endpoint.operation(),
                                endpoint.path().replaceAll("(}).*", "$1")))
                .toList();
        assertThat(without).isEmpty();
    }

    @TestFactory
    Stream<DynamicTest> every_endpoint_answers_every_caller_as_declared() {
        return matrix.endpoints().stream()
                .map(endpoint -> dynamicTest(endpoint.method() + " " + endpoint.path(), () -> carryOut(endpoint)));
    }

    private void carryOut(org.tongban.pages.Endpoint endpoint) {
        var lines = records.of(endpoint);
        assertThat(lines).isNotEmpty();
        var wrong = new ArrayList<String>();
        for (var line : lines) {
            tongban.clock().moveTo(Tongban.MOMENT);
            carryOut(endpoint, line, wrong);
        }
        assertThat(wrong).as("leaks and refusals that nobody declared").isEmpty();
    }

    /** Those who are refused come first, so that the record is still there for all of them; who reaches it proves it. */
    private void carryOut(org.tongban.pages.Endpoint endpoint, Line line, List<String> wrong) {
        var record = line.values().get();
        var reaching = new ArrayList<Visitor>();
        for (var visitor : visitors) {
            var expected = expected(endpoint, visitor, line);
            if (expected == Expected.REACHED) {
                reaching.add(visitor);
            } else {
                ask(endpoint, line, visitor.api(), record, visitor, expected, wrong);
            }
        }
        var next = record;
        for (var visitor : reaching) {
            ask(endpoint, line, sender(endpoint, visitor), next, visitor, Expected.REACHED, wrong);
            next = changesRecord(endpoint) ? line.values().get() : record;
        }
    }

    private static boolean changesRecord(org.tongban.pages.Endpoint endpoint) {
        return !endpoint.method().equals("GET") && !(endpoint.access() instanceof Access.Anyone);
    }

    private Expected expected(org.tongban.pages.Endpoint endpoint, Visitor visitor, Line line) {
        return switch (matrix.verdict(endpoint, visitor.kind())) {
            case UNAUTHENTICATED -> Expected.UNAUTHENTICATED;
            case FORBIDDEN -> Expected.FORBIDDEN;
            case SHUT_OUT -> Expected.SHUT_OUT;
            case Verdict.YES, Verdict.OWN -> line.reach().test(visitor) ? Expected.REACHED : Expected.ABSENT;
        };
    }

    /** A write of an account about itself may end its session, or the account. */
    private static Api sender(org.tongban.pages.Endpoint endpoint, Visitor visitor) {
        boolean aboutItself = endpoint.access() instanceof Access.SignedIn
                && !endpoint.method().equals("GET")
                && !endpoint.path().contains("{");
        return aboutItself ? visitor.another().get() : visitor.api();
    }

    private static void ask(
            org.tongban.pages.Endpoint endpoint,
            Line line,
            Api api,
            List<String> record,
            Visitor visitor,
            Expected expected,
            List<String> wrong) {
        var answer = api.empty(endpoint.method(), Line.filled(endpoint.path(), record));
        if (!isAs(expected, answer, line.exists())) {
            wrong.add("%s: expected %s, was %s".formatted(visitor, expected, brief(answer)));
        } else if (expected == Expected.ABSENT && isJson(answer)) {
            var nothing = new ArrayList<>(record);
            nothing.set(nothing.size() - 1, ofNothing(record.getLast()));
            var none = api.empty(endpoint.method(), Line.filled(endpoint.path(), nothing));
            if (!said(answer).equals(said(none))) {
                wrong.add("%s: another's record is answered %s, one that does not exist %s"
                        .formatted(visitor, brief(answer), brief(none)));
            }
        }
    }

    /** What names nothing, spelt as what names the record is. */
    private static String ofNothing(String named) {
        if (PLACE.matcher(named).matches()) {
            return "5";
        }
        return NUMBER.matcher(named).matches()
                ? "ZZ1999-0000001-6"
                : UUID.randomUUID().toString();
    }

    private static boolean isAs(Expected expected, Answer answer, boolean record) {
        var code = isJson(answer) ? answer.code() : "";
        return switch (expected) {
            case UNAUTHENTICATED -> answer.status() == 401 && AT_THE_EDGE.contains(code);
            case FORBIDDEN -> answer.status() == 403 && code.equals("forbidden");
            case SHUT_OUT ->
                answer.status() == 403 && GATES.contains(code) && answer.json().hasNonNull("link");
            case ABSENT -> answer.status() == 404;
            case REACHED -> answer.status() < 500 && !AT_THE_EDGE.contains(code) && !(record && answer.status() == 404);
        };
    }

    /** The whole answer but for what differs from one request to the next. */
    private static String said(Answer answer) {
        return answer.status()
                + " "
                + ((ObjectNode) answer.json()).without(List.of("traceId", "instance"))
                + " "
                + answer.header("Content-Type");
    }

    private static boolean isJson(Answer answer) {
        return answer.header("Content-Type").contains("json") && answer.body().length > 0;
    }

    private static String brief(Answer answer) {
        var text = answer.toString();
        return text.length() > 300 ? text.substring(0, 300) + "…" : text;
    }
}
