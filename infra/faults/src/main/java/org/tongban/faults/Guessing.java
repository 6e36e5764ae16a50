package org.tongban.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tongban.core.identifier.ResidentId;
import org.tongban.testkit.Answer;

/**
 * Passwords guessed by many at once, and what sign-in and a forgotten password tell of who has an account: no more guesses
 * are compared than the limit, its owner gets in all the same, and known and unknown names differ in nothing (RL-8, RL-10).
 */
final class Guessing {
    private static final int ROUNDS = 10;
    private static final int GUESSES = 200;
    private static final int LIMIT = 5;
    private static final int RIGHT = 20;
    private static final int ASKED = 500;
    private static final double CLOSE = 5;
    private static final String SESSIONS = Filings.PLATFORM + "/sessions";
    private static final String RESETS = Filings.PLATFORM + "/password-resets";
    private static final String RECOVERIES = "/api/identity/v1/recoveries";
    /** The sample handler of the sample unit, as module-identity's sample data have them. */
    private static final String HANDLER = "handler_a";

    private static final String HANDLER_PHONE = "13800000031";
    private static final String HANDLER_NUMBER = "33010619900308001X";
    private static final String HANDLER_UNIT = "91330108000000035F";
    private static final String FAILED = "select count(*) from core.sign_in_attempt where outcome = 'failed'";
    private static final String FORGET_ATTEMPTS = "delete from core.sign_in_attempt returning id";
    private static final String FORGET_CODES =
            "update core.code set created_at = created_at - interval '2 days' returning id";

    private final Site site;
    private final Strangers strangers;
    private final String realm;
    private final String password;
    private final List<String> notes = new ArrayList<>();
    private int compared;
    private int kept;
    private int refused;

    private Guessing(Site site) {
        this.site = site;
        this.strangers = Strangers.of(site);
        this.realm = site.server().realm(Filings.UNIT);
        this.password = site.server().password(Filings.UNIT);
    }

    static Result run(Setup setup) throws Exception {
        try (var site = Site.open(setup, Suite.GUESSING, Strangers.TRUSTED)) {
            return new Guessing(site).run(setup.timesOr(ASKED));
        }
    }

    private Result run(int asked) throws Exception {
        for (int i = 0; i < ROUNDS; i++) {
            guessAtOnce();
            signInAtOnce();
        }
        var figures = new ArrayList<Figure>();
        figures.add(Figure.none(
                "of %d × %d wrong passwords, rounds with more than %d compared".formatted(ROUNDS, GUESSES, LIMIT),
                compared));
        figures.add(Figure.none("of %d known devices, kept out by them".formatted(ROUNDS), kept));
        figures.add(Figure.none("of %d × %d right sign-ins at once, refused".formatted(ROUNDS, RIGHT), refused));
        var names = new Names(Filings.UNIT, Guessing::stranger);
        figures.addAll(compare("sign-in", asked, FORGET_ATTEMPTS, names, this::wrongPassword));
        figures.addAll(compare("forgotten password", asked, FORGET_CODES, names, this::forgotten));
        var handlers = new Names(HANDLER, Guessing::stranger);
        figures.addAll(compare("recovery by username", asked, FORGET_CODES, handlers, this::recoveredByName));
        var phones = new Names(HANDLER_PHONE, () -> "139%08d".formatted(number()));
        figures.addAll(compare("recovery by phone", asked, FORGET_CODES, phones, this::recoveredByPhone));
        var numbers = new Names(HANDLER_NUMBER, Guessing::residentNumber);
        figures.addAll(compare("recovery by ID number", asked, FORGET_CODES, numbers, this::recoveredByNumber));
        return new Result("%d requests for known and for unknown names".formatted(asked), figures, notes);
    }

    private ObjectNode signIn(String login, String typed) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("realm", realm)
                .put("login", login)
                .put("password", typed);
    }

    private Callable<Answer> send(JsonNode body) {
        var client = strangers.next();
        return () -> client.post(SESSIONS, body);
    }

    private void guessAtOnce() throws SQLException, InterruptedException {
        var device = Filings.expect(201, strangers.next().post(SESSIONS, signIn(Filings.UNIT, password)))
                .json()
                .path("device")
                .asText();
        site.rows(FORGET_ATTEMPTS);
        var guesses = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < GUESSES; i++) {
            guesses.add(send(signIn(Filings.UNIT, "Wrong-Harbour-" + i)));
        }
        Burst.of(guesses);
        long failed = site.count(FAILED);
        if (failed > LIMIT) {
            compared++;
            notes.add("compared: " + failed);
        }
        var owner =
                strangers.next().post(SESSIONS, signIn(Filings.UNIT, password).put("device", device));
        if (owner.status() != 201) {
            kept++;
            notes.add("the owner: " + owner);
        }
        site.rows(FORGET_ATTEMPTS);
    }

    private void signInAtOnce() throws InterruptedException {
        var signIns = new ArrayList<Callable<Answer>>();
        for (int i = 0; i < RIGHT; i++) {
            signIns.add(send(signIn(Filings.UNIT, password)));
        }
        for (var answer : Burst.of(signIns)) {
            if (answer.status() != 201) {
                refused++;
                notes.add("a right sign-in: " + answer);
            }
        }
    }

    private Function<String, Answer> wrongPassword() {
        var client = strangers.next();
        // Sample accounts are spared the captcha, and would be told apart by that.
        var captcha = strangers.solvedCaptcha();
        return login -> client.post(SESSIONS, signIn(login, "Wrong-Harbour-58").set("captcha", captcha));
    }

    private Function<String, Answer> forgotten() {
        var client = strangers.next();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("realm", realm);
        body.set("captcha", strangers.solvedCaptcha());
        return login -> client.post(RESETS, body.put("login", login));
    }

    private Function<String, Answer> recoveredByName() {
        return recovered("username", "username", false);
    }

    private Function<String, Answer> recoveredByPhone() {
        return recovered("phone-and-unit-code", "phone", true);
    }

    private Function<String, Answer> recoveredByNumber() {
        return recovered("id-number-and-unit-code", "idNumber", true);
    }

    private Function<String, Answer> recovered(String method, String field, boolean inUnit) {
        var client = strangers.next();
        var body = JsonNodeFactory.instance.objectNode().put("method", method);
        if (inUnit) {
            body.put("unitCode", HANDLER_UNIT);
        }
        body.set("captcha", strangers.solvedCaptcha());
        return named -> client.post(RECOVERIES, body.put(field, named));
    }

    /**
     * Whom is asked for.
     *
     * @param known what there is an account of
     */
    private record Names(String known, Supplier<String> unknown) {}

    /** Makes a request whose preparation is not part of the time that is taken. */
    private interface Prepared {
        Function<String, Answer> next();
    }

    private List<Figure> compare(String what, int times, String forget, Names names, Prepared prepared)
            throws SQLException {
        var known = new double[times];
        var unknown = new double[times];
        var seen = new HashSet<String>();
        for (int i = 0; i < times; i++) {
            // Who comes first changes, and so does what the machine does beside.
            if (i % 2 == 0) {
                known[i] = timed(prepared.next(), names.known(), seen);
                unknown[i] = timed(prepared.next(), names.unknown().get(), seen);
            } else {
                unknown[i] = timed(prepared.next(), names.unknown().get(), seen);
                known[i] = timed(prepared.next(), names.known(), seen);
            }
            site.rows(forget);
        }
        double apart = Math.abs(median(known) - median(unknown));
        if (apart > CLOSE || seen.size() > 1) {
            notes.add("%s: %.2f ms known, %.2f ms unknown, %s".formatted(what, median(known), median(unknown), seen));
        }
        return List.of(
                Figure.none(what + ": answers that differ between known and unknown names", seen.size() - 1),
                new Figure(
                        what + ": medians of %d known and %d unknown names apart, ms".formatted(times, times),
                        "≤ %.0f".formatted(CLOSE),
                        "%.2f".formatted(apart),
                        apart <= CLOSE));
    }

    private static String stranger() {
        return "u" + UUID.randomUUID().toString().substring(0, 8);
    }

    private static int number() {
        return ThreadLocalRandom.current().nextInt(100_000_000);
    }

    /** One of the kind that the known one is of, or the kind would make a difference. */
    private static String residentNumber() {
        var body = "330106%d0307%03d".formatted(1930 + number() % 70, number() % 1000);
        return "0123456789X"
                .chars()
                .mapToObj(last -> body + (char) last)
                .filter(number -> ResidentId.parse(number, LocalDate.of(2026, 1, 1))
                        .value()
                        .isPresent())
                .findFirst()
                .orElseThrow();
    }

    private static double timed(Function<String, Answer> request, String login, Set<String> seen) {
        long began = System.nanoTime();
        var answer = request.apply(login);
        long ended = System.nanoTime();
        seen.add(likeness(answer));
        return (ended - began) / 1e6;
    }

    /** The answer without what is another each time. */
    private static String likeness(Answer answer) {
        var body = answer.json();
        if (body instanceof ObjectNode object) {
            object.remove(List.of("id", "traceId"));
        }
        return answer.status() + " " + body;
    }

    private static double median(double[] times) {
        var sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
